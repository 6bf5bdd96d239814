"""What stands around the program: its man page, and the completions of shells."""

import os
import shutil
import subprocess
import unittest

from man_page import PAGE, page
from place import PROGRAM, ROOT, SEEDS, Place


class ManPage(Place):
    def test_the_page_tells_of_every_command_and_option(self):
        path = os.path.join(ROOT, PAGE)
        made = page(self.run_program("--experimental-dump-help").stdout)
        if os.environ.get("RECORD_GOLDEN") == "1":
            with open(path, "w", encoding="utf-8") as file:
                file.write(made)
        self.maxDiff = None
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), made)

    @unittest.skipUnless(shutil.which("mandoc"), "mandoc is not installed")
    def test_the_page_is_well_formed(self):
        result = subprocess.run(["mandoc", "-T", "lint", "-W", "error", os.path.join(ROOT, PAGE)], capture_output=True, text=True)
        self.assertEqual((result.returncode, result.stdout), (0, ""))

    @unittest.skipUnless(shutil.which("man"), "man is not installed")
    def test_man_shows_it(self):
        result = subprocess.run(
            ["man", "-P", "cat", "-l", os.path.join(ROOT, PAGE)], capture_output=True, text=True, env=self.environment(MANWIDTH="80"))
        self.assertIn("WHOSAID_ARCHIVE", result.stdout)
        self.assertIn("--no-history", result.stdout)


class ShellCompletions(Place):
    def script(self, shell):
        result = self.run_program("--generate-completion-script", shell)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return self.write("completions", result.stdout)

    def run_shell(self, *command):
        result = subprocess.run(
            command, capture_output=True, text=True, cwd=self.home, timeout=60,
            env=self.environment(PATH=os.path.dirname(PROGRAM) + ":" + os.environ.get("PATH", "")))
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return result.stdout.split()

    def test_bash_completes_commands_options_and_formats(self):
        script = self.script("bash")
        for words, expected in (("whosaid an", "annotate"), ("whosaid ask --to", "--today"), ("whosaid ask --as js", "jsonl")):
            with self.subTest(words=words):
                count = len(words.split())
                found = self.run_shell(
                    "bash", "--norc", "-c",
                    f"source {script}; COMP_WORDS=({words}); COMP_CWORD={count - 1}; COMP_LINE='{words}'; COMP_POINT={len(words)}; "
                    f"_whosaid whosaid {words.split()[-1]} {words.split()[-2]}; echo \"${{COMPREPLY[@]}}\"")
                self.assertIn(expected, found)

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_zsh_loads_it(self):
        script = self.script("zsh")
        os.rename(script, os.path.join(self.home, "_whosaid"))
        found = self.run_shell(
            "zsh", "-f", "-c", "fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -d $PWD/dump; echo ${_comps[whosaid]}; "
            "autoload +X _whosaid && echo loaded")
        self.assertEqual(found, ["_whosaid", "loaded"])

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_fish_completes_commands_and_formats(self):
        script = self.script("fish")
        for words, expected in (("whosaid an", "annotate"), ("whosaid ask --as js", "jsonl")):
            with self.subTest(words=words):
                found = self.run_shell("fish", "--no-config", "-c", f"source {script}; complete -C '{words}'")
                self.assertIn(expected, found)


class ExitStatuses(Place):
    def test_each_status_of_the_manual(self):
        for arguments, status in (
                (["seeds", "-c", "quotes top 1"], 0), (["seeds", "-c", "who said zebra"], 0), (["seeds", "-c", "who sad x"], 2),
                (["nowhere", "-c", "quotes"], 3), (["ask", "seeds"], 64), (["seeds", "--nonsense"], 64)):
            with self.subTest(arguments=arguments):
                arguments = [SEEDS if word == "seeds" else word for word in arguments]
                self.assertEqual(self.run_program(*arguments).returncode, status)


if __name__ == "__main__":
    unittest.main()
