#!/usr/bin/env python3
"""How soon Ctrl-C brings the prompt back, whatever is being asked.

    Tests/Benchmarks/cancelling.py PROGRAM ARCHIVE [--only WORDS] [--limit SECONDS]

Each question is asked on a pseudo-terminal and given up at several moments, from before anything is read until it is answered or
`--limit` is over: each time by a prompt that was just opened, and once more by one that has read what the tries before have.
Printed for each question: in how many tries it was still at work, and median and worst time from the key until the prompt is back,
in milliseconds; `answered` is how long the last try took that was not given up in time.
"""

import argparse
import fcntl
import os
import pty
import select
import shutil
import signal
import sqlite3
import statistics
import struct
import sys
import tempfile
import termios
import time

# What asks the terminal for bracketed paste comes before each prompt, and not where the line is drawn once more.
PROMPT = b"\x1b[?2004hwhosaid>"
MOMENTS = [0.02, 0.06, 0.13, 0.25, 0.5, 1, 2, 4, 8, 16]


class Prompt:
    """A prompt that waits for statements."""

    def __init__(self, program, archive, environment):
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.execvpe(program, [program, archive, "--no-history", "--no-init"], environment)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.wait(60)
        self.ask(".pager off")

    def read(self, seconds):
        """What is written within some seconds; nothing where the program is silent so long."""
        if not select.select([self.file], [], [], max(0, seconds))[0]:
            return b""
        try:
            return os.read(self.file, 1 << 16)
        except OSError:
            sys.exit("the prompt has ended")

    def wait(self, patience):
        """What is written until the prompt is back; None where that takes too long."""
        seen, end = b"", time.perf_counter() + patience
        while PROMPT not in seen:
            if time.perf_counter() > end:
                return None
            seen = seen[-65536:] + self.read(end - time.perf_counter())
        return seen

    def type(self, statement):
        """Types a statement and takes in what is drawn of it."""
        os.write(self.file, statement.encode())
        while self.read(0.05):
            pass
        os.write(self.file, b"\r")

    def ask(self, statement, patience=600):
        self.type(statement)
        return self.wait(patience)

    def give_up(self, statement, moment):
        """Asks, and gives it up a moment later.

        Returns the seconds until the prompt was back, or None and the seconds after which it was answered before that."""
        self.type(statement)
        begun = time.perf_counter()
        seen = b""
        while (rest := begun + moment - time.perf_counter()) > 0:
            seen = seen[-1024:] + self.read(rest)
            if PROMPT in seen:
                return None, time.perf_counter() - begun
        os.write(self.file, b"\x03")
        pressed = time.perf_counter()
        seen += self.wait(120) or b""
        took = time.perf_counter() - pressed
        # Without the word, the last of the answer and the key have crossed.
        return (took, None) if b"cancelled" in seen or b"stopped" in seen else (None, moment + took)

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.file)


def questions(archive):
    """Questions of every shape about what an archive has: what is asked first, and what is then given up."""
    database = sqlite3.connect(f"file:{archive}?mode=ro", uri=True)
    (speaker,), (other,) = database.execute("SELECT name FROM speakers ORDER BY quotes DESC LIMIT 2").fetchall()
    ((outlet,),) = database.execute(
        "SELECT outlet FROM articles WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY count(*) DESC LIMIT 1").fetchall()
    ((text,),) = database.execute("SELECT text FROM quote_rows ORDER BY id LIMIT 1").fetchall()
    database.close()
    word = sorted(text.split(), key=len)[0].strip(".,;-")
    phrase = " ".join(text.split()[:2]).strip(".,;-")
    every = [
        "statements",
        "quotes",
        "articles",
        "speakers",
        "outlets",
        f'who said "{word}"',
        f'who said "{phrase}"',
        f'what did "{speaker}" say',
        f'when did "{speaker}" say "{word}"',
        f'where did "{speaker}" say "{word}"',
        f'wordings of "{word}"',
        "changes",
        "changes of quotes",
        "quotes in any version",
        "speakers about /a/",
        f'quotes without "{word}"',
        f'statements with "{word}"',
        f'quotes where text has "{word}" or organisation = "{outlet}"',
        f'quotes where outlet = "{outlet}" or role = Minister order by words desc',
        "quotes order by to",
        "quotes order by speaker, words desc",
        "statements order by reports desc",
        f'quotes "{word}" order by left as kwic',
        "quotes as csv",
        "quotes as json",
        "statements as lines",
        "quotes as html",
        "speakers as json",
        "how many quotes",
        "how many statements per speaker",
        "how many quotes per to",
        "how many quotes per speaker and month",
        "how many statements per speaker and outlet",
        "how many articles per outlet and month as markdown",
        "quotes sample 100000",
        "explain statements where about = Paris",
        f"describe {speaker.split()[0]}",
        "quotes by Nobodyatall about Nowhere",
    ]
    found = [(None, question) for question in every]
    return found + [("quotes", "statements among _"), ("quotes", "expect every row where words > 0"), ("quotes", "show #1")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("archive")
    parser.add_argument("--only", help="only questions with these words")
    parser.add_argument("--limit", type=float, default=16, help="give no question up later than this, in seconds")
    parser.add_argument("--files", help="also `.add` these files, to a copy of the archive")
    options = parser.parse_args()
    home = tempfile.mkdtemp(prefix="whosaid-cancelling-")
    environment = dict(
        os.environ, HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home, TERM="xterm-256color", LANG="C.UTF-8")
    script = os.path.join(home, "script.ask")
    with open(script, "w") as file:
        file.write("statements\n" * 3)
    asked = questions(options.archive) + [(None, f".run {script}")]
    archive = options.archive
    if options.files:
        archive = os.path.join(home, "copy.whosaid")
        shutil.copy(options.archive, archive)
        asked = [(None, f".add {options.files}")]
    print(f"{'tries':>5} {'median':>7} {'worst':>7} {'answered':>9}  question")
    worst_of_all = 0
    for before, question in asked:
        if options.only and options.only not in question:
            continue
        times, answered = [], None
        kept = Prompt(options.program, archive, environment)
        if before:
            kept.ask(before)
        for moment in [moment for moment in MOMENTS if moment <= options.limit]:
            found = [kept.give_up(question, moment)]
            if not before:
                fresh = Prompt(options.program, archive, environment)
                found.append(fresh.give_up(question, moment))
                fresh.close()
            times += [took for took, _ in found if took is not None]
            done = [after for _, after in found if after is not None]
            answered = max(done, default=answered)
            if len(done) == len(found):
                break
        kept.close()
        figures = f"{len(times):5} {'':7} {'':7}"
        if times:
            figures = f"{len(times):5} {statistics.median(times) * 1000:7.0f} {max(times) * 1000:7.0f}"
            worst_of_all = max(worst_of_all, max(times))
        print(f"{figures} {'' if answered is None else f'{answered * 1000:.0f}':>9}  {question}", flush=True)
    print(f"worst of all: {worst_of_all * 1000:.0f} ms")
    shutil.rmtree(home, ignore_errors=True)


main()
