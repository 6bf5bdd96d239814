"""The session in the manual is typed anew on a terminal and compared; RECORD_GOLDEN=1 writes down what is shown."""

import os
import re
import unittest

from place import ROOT, Place
from terminal import PROMPT

PAGE = os.path.join(ROOT, "Sources", "whosaid", "whosaid.docc", "Session.md")
KEYS = {"TAB": "\t", "Enter": "\r", "→": "\x1b[C", "↑": "\x1b[A", "Ctrl-R": "\x12", "Ctrl-C": "\x03"}


class Session(Place):
    def test_the_session_of_the_manual(self):
        with open(PAGE, encoding="utf-8") as file:
            page = file.read()
        terminal = self.open("seeds", "--today", "2016-09-01", columns=80, folder=ROOT, EDITOR=None, VISUAL=None)
        terminal.wait_for_prompt()
        shown = re.sub(
            r"(?<=```terminal\n).*?(?=```)",
            lambda block: "".join(self.step(terminal, line) for line in block[0].splitlines() if line.startswith("⌨ ")),
            page, flags=re.S)
        self.assertGreaterEqual(page.count("⌨ "), 35)
        if os.environ.get("RECORD_GOLDEN") == "1":
            with open(PAGE, "w", encoding="utf-8") as file:
                file.write(shown)
        self.maxDiff = None
        self.assertEqual(page, shown)

    def step(self, terminal, line):
        """Types the keys of a line; the line and what the screen shows below it."""
        start = len(terminal.screen.lines()) - 1
        keys = line.removeprefix("⌨ ")
        for text, key in re.findall(r"([^⟨]*)(?:⟨([^⟩]+)⟩)?", keys):
            if text:
                terminal.type(text)
            if key:
                terminal.settle()
                terminal.type(KEYS[key])
                terminal.settle()
        if ".quit" in keys:
            self.assertEqual(terminal.wait_for_end(), 0)
            return line + "\n" + "\n".join(terminal.screen.lines()[start:]) + "\n"
        terminal.wait_for_prompt()
        lines = [shown.rstrip() for shown in terminal.screen.lines()[start:-1]]
        self.assertTrue(lines[0].startswith(PROMPT), lines)
        return line + "\n" + "\n".join(lines) + "\n\n"


if __name__ == "__main__":
    unittest.main()
