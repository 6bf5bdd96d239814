"""Where the tests run: the program, the seeds, and a home folder of their own."""

import os
import shutil
import subprocess
import tempfile
import unittest

from terminal import Terminal

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SEEDS = os.path.join(ROOT, "seeds")
PROGRAM = os.environ.get("WHOSAID", os.path.join(ROOT, ".build", "debug", "whosaid"))
CACHE = tempfile.mkdtemp(prefix="whosaid-cache-")


class Place(unittest.TestCase):
    """A case with an empty home folder, thrown away after it; the cache of the seeds is kept for all cases."""

    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="whosaid-home-")
        self.addCleanup(shutil.rmtree, self.home, True)
        self.state = os.path.join(self.home, "state")
        self.history = os.path.join(self.state, "whosaid", "history")

    def environment(self, **changes):
        """The environment of the program; `None` takes a variable out."""
        variables = {
            "PATH": os.environ.get("PATH", ""), "HOME": self.home, "TERM": "xterm-256color", "LANG": "C.UTF-8",
            "XDG_CACHE_HOME": CACHE, "XDG_STATE_HOME": self.state, "TZ": "UTC", "PAGER": "",
        }
        variables.update(changes)
        return {name: value for name, value in variables.items() if value is not None}

    def open(self, *arguments, columns=100, rows=40, folder=None, **changes):
        """The prompt over the seeds, on a terminal."""
        command = [PROGRAM, *(arguments or [SEEDS])]
        terminal = Terminal(command, self.environment(**changes), columns, rows, folder)
        self.addCleanup(terminal.close)
        return terminal

    def run_program(self, *arguments, text="", **changes):
        """The program without any terminal: its result with `returncode`, `stdout`, `stderr`."""
        return subprocess.run(
            [PROGRAM, *arguments], input=text, capture_output=True, text=True, env=self.environment(**changes),
            cwd=self.home, timeout=60)

    def write(self, name, text):
        path = os.path.join(self.home, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path
