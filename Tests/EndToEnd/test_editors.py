"""The language server in the hands of real editors; each is passed over where it is not installed."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import unittest

from place import PROGRAM, ROOT, SEEDS, Place

HERE = os.path.dirname(os.path.abspath(__file__))


class Editors(Place):
    def drive(self, command, **more):
        """Runs an editor's script over a whosaid script: what it wrote down."""
        result = os.path.join(self.home, "result.json")
        script = self.write("script.ask", f"-- archive: {SEEDS}\nquotes where speeker = Kerry\nquotes by Kery\n")
        settings = {
            "script": script, "archive": SEEDS, "program": PROGRAM, "result": result,
            "editors": os.path.join(ROOT, "Examples", "Editors"),
        }
        run = subprocess.run(
            command, env=self.environment(WHOSAID_TEST=json.dumps(settings), TERM="dumb"), capture_output=True, text=True,
            cwd=self.home, timeout=120)
        self.assertTrue(os.path.exists(result), run.stdout + run.stderr)
        with open(result, encoding="utf-8") as file:
            found = json.load(file)
        self.assertNotIn("problem", found, found.get("problem"))
        return found

    @unittest.skipUnless(shutil.which("nvim"), "Neovim is not installed")
    def test_neovim(self):
        found = self.drive(["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", os.path.join(HERE, "editors", "neovim.lua")])
        self.assertEqual(found["syntax"], "whosaid")
        self.assertEqual(found["diagnostics"][0][:3], [1, 13, 20])
        self.assertEqual(found["completion"], ["John Kerry"])
        self.assertEqual(found["completed"], 'who said "😀é" by John Kerry')
        self.assertIn("John Kerry", found["hover"])
        program = self.run_program("format", text=found["before"])
        self.assertEqual(found["formatted"], program.stdout)
        self.assertTrue(found["answer"].startswith("#1"), found["answer"])

    @unittest.skipUnless(shutil.which("emacs"), "Emacs is not installed")
    def test_emacs(self):
        has_eglot = subprocess.run(
            ["emacs", "-q", "--batch", "--eval", "(progn (package-initialize) (require 'eglot))"], capture_output=True,
            env=self.environment(), timeout=60)
        if has_eglot.returncode != 0:
            self.skipTest("eglot is not installed")
        found = self.drive(
            ["emacs", "-q", "--batch", "--eval", "(package-initialize)", "-l", os.path.join(HERE, "editors", "emacs.el")])
        self.assertEqual(found["mode"], "whosaid-mode")
        self.assertIn("comment", found["face"])
        self.assertTrue(any("speeker" in text for text in found["diagnostics"]), found["diagnostics"])
        self.assertEqual(found["completion"], ["John Kerry"])
        self.assertEqual(found["formatted"].split("\n", 1)[1], "quotes top 1\nwho said \"aid 😀\"\nexpect 1 row\n")
        self.assertTrue(found["answer"].startswith("#1"), found["answer"])

    @unittest.skipUnless(importlib.util.find_spec("pytest_lsp"), "pytest-lsp is not installed")
    def test_pytest_lsp(self):
        settings = {"script": os.path.join(self.home, "script.ask"), "archive": SEEDS, "program": PROGRAM}
        run = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", os.path.join(HERE, "editors", "pytest_lsp_checks.py")],
            env=self.environment(WHOSAID_TEST=json.dumps(settings), PYTHONDONTWRITEBYTECODE="1"), capture_output=True,
            text=True, cwd=self.home, timeout=120)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)


if __name__ == "__main__":
    unittest.main()
