#!/usr/bin/env python3
"""How soon a prompt answers a key, and how soon it is there: whosaid beside sqlite3 and, where it is installed, duckdb.

    Tests/Benchmarks/prompt.py PROGRAM ARCHIVE [--rounds 5]

A key's latency is the time from writing it to the terminal until the program has drawn all that follows from it and is
silent; `shown` is the time until it has drawn anything, for a line may be drawn once more when what was looked for is
found. Start-up is the time until the first prompt. All programs run in one go, in turns, on pseudo-terminals of one size.
"""

import argparse
import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import tempfile
import termios
import time

QUIET = 0.02  # seconds without output after which a program is taken to be done


class Program:
    def __init__(self, command, environment):
        self.start = time.perf_counter()
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def output(self, patience):
        """The times of the first byte and of the last one before the program falls silent; None where nothing comes."""
        first = last = None
        while select.select([self.file], [], [], QUIET if last else patience)[0]:
            try:
                if not os.read(self.file, 65536):
                    break
            except OSError:
                break
            last = time.perf_counter()
            first = first or last
        return first, last

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.file)


def measure(command, environment, text, prompt):
    """Seconds until the prompt is there, and for each key of a text until something, and until all is drawn."""
    program = Program(command, environment)
    seen, deadline = b"", time.perf_counter() + 20
    while prompt not in seen and time.perf_counter() < deadline:
        if select.select([program.file], [], [], 1)[0]:
            seen += os.read(program.file, 65536)
    started = time.perf_counter() - program.start
    program.output(0.2)
    keys = []
    for character in text:
        begun = time.perf_counter()
        os.write(program.file, character.encode())
        shown, drawn = program.output(1)
        now = time.perf_counter()
        keys.append(((shown or now) - begun, (drawn or now) - begun))
    program.close()
    return started, keys


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("archive")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    home = tempfile.mkdtemp(prefix="whosaid-benchmark-")
    environment = dict(os.environ, HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home, TERM="xterm-256color", LANG="C.UTF-8")
    question = 'what did Clinton say about "email" where kind = direct and date >= 2016-01-01 order by date'
    query = "select reference, speakers, text from quote_list where said >= '2016-01-01' order by said"
    contestants = [("whosaid", [options.program, options.archive], question, b"whosaid>")]
    if shutil.which("sqlite3"):
        contestants.append(("sqlite3", ["sqlite3", options.archive], query, b"sqlite>"))
    if shutil.which("duckdb"):
        # Without this it asks the terminal for its colours and waits five seconds where none answers.
        contestants.append(("duckdb", ["duckdb", "-dark-mode"], query, b"D "))
    found = {name: ([], []) for name, *_ in contestants}
    for _ in range(options.rounds):
        for name, command, text, prompt in contestants:
            started, keys = measure(command, environment, text, prompt)
            found[name][0].append(started)
            found[name][1].extend(keys)
    shutil.rmtree(home, ignore_errors=True)
    print(f"{'program':10} {'start ms':>9} {'key p50 ms':>11} {'key p99 ms':>11} {'shown p99 ms':>13}")
    for name, (starts, keys) in found.items():
        shown, drawn = zip(*keys)
        print(
            f"{name:10} {statistics.median(starts) * 1000:9.1f} {percentile(drawn, 0.5) * 1000:11.2f}"
            f" {percentile(drawn, 0.99) * 1000:11.2f} {percentile(shown, 0.99) * 1000:13.2f}")


main()
