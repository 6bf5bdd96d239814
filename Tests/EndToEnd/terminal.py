"""Runs the program on a pseudo-terminal of its own, as a person would."""

import codecs
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

from screen import Screen

PROMPT = "whosaid>"
PATIENCE = 30  # seconds until a test gives up; nothing waits that long when all is well


class Terminal:
    """A program on a pseudo-terminal, with a screen that shows what it writes."""

    def __init__(self, command, environment, columns=80, rows=24, folder=None):
        self.screen = Screen(columns, rows)
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.raw = ""
        self.status = None
        self.process, self.file = pty.fork()
        if self.process == 0:
            if folder:
                os.chdir(folder)
            os.execve(command[0], command, environment)
        self.resize(columns, rows, told=False)

    def resize(self, columns, rows, told=True):
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if told:
            self.screen.columns = columns
            for row in self.screen.cells:
                del row[columns:]
                row.extend([(" ", "")] * (columns - len(row)))

    def type(self, text):
        os.write(self.file, text.encode())

    def read(self, seconds):
        """Takes in what was written within some seconds; False at the end."""
        ready, _, _ = select.select([self.file], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self.file, 65536)
        except OSError:
            data = b""
        if not data:
            return False
        text = self.decoder.decode(data)
        self.raw += text
        self.screen.feed(text)
        return True

    def wait_for(self, condition, what):
        """Reads until a condition of the screen holds."""
        end = time.monotonic() + PATIENCE
        while not condition(self.screen):
            alive = self.read(0.05)
            if condition(self.screen):
                break
            if not alive or time.monotonic() > end:
                raise AssertionError(f"never saw {what}; the screen is:\n{self.screen.text()}\n{self.raw[-600:]!r}")

    def wait_for_text(self, text):
        self.wait_for(lambda screen: text in screen.text(), repr(text))

    def wait_for_line(self, line):
        """Until the line with the cursor is exactly this."""
        self.wait_for(lambda screen: screen.cursor_line() == line, f"the line {line!r}")

    def wait_for_prompt(self):
        """Until an empty prompt waits for a key."""
        self.wait_for(lambda screen: screen.cursor_line() == PROMPT, "a prompt")
        self.settle()

    def settle(self):
        """Reads until nothing more comes for a moment."""
        while True:
            before = len(self.raw)
            if not self.read(0.1) or len(self.raw) == before:
                return

    def ask(self, line):
        """Types a statement at an empty prompt, and gives what stands between it and the next prompt."""
        self.wait_for_prompt()
        before = len(self.screen.lines())
        self.type(line + "\r")
        self.wait_for(
            lambda screen: len(screen.lines()) > before and screen.cursor_line() == PROMPT, f"the answer to {line!r}")
        self.settle()
        return "\n".join(self.screen.lines()[before:-1])

    def wait_for_end(self):
        """Until the program is gone; its exit status, negative for a signal."""
        end = time.monotonic() + PATIENCE
        while self.read(0.05):
            if time.monotonic() > end:
                raise AssertionError(f"the program does not end; the screen is:\n{self.screen.text()}")
        _, status = os.waitpid(self.process, 0)
        self.status = os.waitstatus_to_exitcode(status)
        return self.status

    def close(self):
        if self.status is None:
            try:
                os.kill(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
        os.close(self.file)
