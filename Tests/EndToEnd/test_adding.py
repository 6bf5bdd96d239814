"""Adding many articles: killed, given up, gone on with; progress on a terminal; original bytes."""

import json
import os
import pty
import random
import re
import resource
import signal
import sqlite3
import subprocess
import time
import tty
import unittest

from place import PROGRAM, Place


class Adding(Place):
    QUESTIONS = ["quotes", "statements", "speakers", "articles", "how many quotes per speaker"]

    def write_stories(self, count):
        """A folder of stories in which people of a few names say and repeat things."""
        folder = os.path.join(self.home, "stories")
        os.makedirs(folder, exist_ok=True)
        names = ["Anna Lie", "Kari Moe", "Ola Berg", "Per Dal", "Siri Vik"]
        for number in range(count):
            said = " ".join(
                f"“Ferry no. {number % 17 + turn} sails on Monday from harbour {number % 5},” said {names[(number + turn) % 5]}. "
                f"{names[number % 5]} told reporters that pier {turn} was closed.\n\n" for turn in range(2))
            with open(os.path.join(folder, f"{number:04}.txt"), "w", encoding="utf-8") as file:
                file.write(f"Ferries, part {number}\n\nHARBOUR, January {number % 28 + 1}, 2014 — {said}")
        return folder

    def answers(self, archive):
        return [self.run_program("ask", archive, question, "--as", "jsonl").stdout for question in self.QUESTIONS]

    def start(self, *arguments):
        return subprocess.Popen(
            [PROGRAM, "add", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.home,
            env=self.environment())

    def stored(self, archive):
        """How many articles an archive has that is being filled."""
        try:
            database = sqlite3.connect(f"file:{archive}?mode=ro", uri=True, timeout=60)
            try:
                return database.execute("SELECT count(*) FROM articles").fetchone()[0]
            finally:
                database.close()
        except sqlite3.OperationalError:
            return 0

    def test_killed_at_any_moment_it_goes_on_and_ends_the_same(self):
        folder = self.write_stories(200)
        whole = os.path.join(self.home, "whole.whosaid")
        began = time.monotonic()
        self.assertEqual(self.run_program("add", folder, "--to", whole).returncode, 0)
        duration = time.monotonic() - began
        expected = self.answers(whole)
        archive = os.path.join(self.home, "killed.whosaid")
        chance = random.Random(11)
        for _ in range(6):
            process = self.start(folder, "--to", archive)
            try:
                process.wait(duration * chance.uniform(0.05, 0.9))
            except subprocess.TimeoutExpired:
                process.kill()
            process.communicate()
        ended = self.run_program("add", folder, "--to", archive)
        self.assertEqual((ended.returncode, ended.stderr), (0, ""))
        added, unchanged = re.search(r"(\d+) added, 0 new versions, (\d+) unchanged", ended.stdout).groups()
        self.assertEqual(int(added) + int(unchanged), 200)
        self.assertEqual(self.answers(archive), expected)

    def test_what_was_not_linked_is_said_and_made_up_for(self):
        folder = self.write_stories(80)
        archive = os.path.join(self.home, "a.whosaid")
        self.assertEqual(self.run_program("add", folder, "--to", archive).returncode, 0)
        subprocess.run(["sqlite3", archive, "UPDATE settings SET value = '1' WHERE name = 'unlinked'"], check=True)
        asked = self.run_program("ask", archive, "how many quotes")
        self.assertEqual(asked.returncode, 0)
        self.assertIn("were not linked yet", asked.stderr)
        self.assertIn("80 unchanged", self.run_program("add", folder, "--to", archive).stdout)
        self.assertEqual(self.run_program("ask", archive, "how many quotes").stderr, "")

    def test_ctrl_c_stops_after_what_is_at_hand(self):
        folder = self.write_stories(3000)
        archive = os.path.join(self.home, "a.whosaid")
        process = self.start(folder, "--to", archive)
        # The first batch is stored by then, and many are not read yet.
        while self.stored(archive) == 0 and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130)
        self.assertIn("the same command goes on from there", errors)
        first = int(re.search(r"(\d+) added", output).group(1))
        self.assertGreater(first, 0)
        self.assertLess(first, 3000)
        self.assertIn(f"{first} article", self.run_program("info", archive).stdout)
        again = self.run_program("add", folder, "--to", archive)
        self.assertIn(f"{3000 - first} added, 0 new versions, {first} unchanged", again.stdout)

    def test_progress_on_a_terminal_only(self):
        folder = self.write_stories(200)
        archive = os.path.join(self.home, "a.whosaid")
        terminal = self.open("add", folder, "--to", archive)
        terminal.wait_for(lambda screen: re.search(r"\d+ of 200 articles", terminal.raw), "progress")
        terminal.wait_for_text("200 added")
        self.assertEqual(self.run_program("add", folder, "--to", archive).stderr, "")

    def test_a_changed_source_is_a_new_version(self):
        path = self.write("a.txt", "The ferry is safe, Anna Lie said on Monday.\n")
        archive = os.path.join(self.home, "a.whosaid")
        self.run_program("add", path, "--to", archive)
        self.write("a.txt", "The ferry is late, Anna Lie said on Monday.\n")
        self.assertIn("0 added, 1 new version, 0 unchanged", self.run_program("add", path, "--to", archive).stdout)
        self.assertIn("late", self.run_program("ask", archive, "quotes").stdout)
        self.assertNotIn("safe", self.run_program("ask", archive, "quotes").stdout)
        self.assertIn("safe", self.run_program("ask", archive, "quotes in any version").stdout)
        self.assertIn("late", self.run_program("ask", archive, "changes").stdout)

    def test_a_quote_leads_back_to_the_bytes_of_its_page(self):
        said = "“Whatever the weather &amp; the tide,” said harbour master Anna Lie."
        page = f"<html>\n<body>\n<h1>Back</h1>\n\n<p>The ferries are back after a long strike at the harbour.</p>\n<p>{said} {said}</p>\n</body></html>"
        path = self.write("page.html", page)
        archive = os.path.join(self.home, "a.whosaid")
        self.assertEqual(self.run_program("add", path, "--to", archive).returncode, 0)
        why = self.run_program(archive, text="quotes\nwhy #1\nopen #1\n").stdout
        start, end = map(int, re.search(r"bytes (\d+)–(\d+), UTF-8", why).groups())
        self.assertEqual(page.encode()[start:end].decode(), "Whatever the weather &amp; the tide")
        self.assertIn("page.html:6", why)
        slim = os.path.join(self.home, "b.whosaid")
        self.run_program("add", path, "--to", slim, "--without-originals")
        self.assertNotIn("original", self.run_program(slim, text="quotes\nwhy #1\n").stdout)

    def test_an_archive_is_asked_while_it_is_written(self):
        archive = os.path.join(self.home, "a.whosaid")
        self.run_program("add", self.write_stories(3), "--to", archive)
        writer = sqlite3.connect(archive, isolation_level=None)
        self.addCleanup(writer.close)
        writer.execute("INSERT INTO settings VALUES ('written', '1')")
        writer.execute("BEGIN IMMEDIATE")
        asked = self.run_program("ask", archive, "articles", "--as", "csv")
        self.assertEqual((asked.returncode, asked.stderr), (0, ""))
        added = self.run_program("add", self.write("late.txt", "The ferry is late, Anna Lie said."), "--to", archive)
        self.assertEqual(added.returncode, 3)
        self.assertIn("is being written by another program", added.stderr)

    def test_a_file_that_may_not_grow_is_told_and_what_is_in_it_stays(self):
        folder = self.write_stories(70)
        archive = os.path.join(self.home, "a.whosaid")
        stopped = subprocess.run(
            [PROGRAM, "add", folder, "--to", archive], capture_output=True, text=True, env=self.environment(),
            cwd=self.home, timeout=60,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)))
        self.assertEqual(stopped.returncode, 3, stopped.stderr)
        self.assertIn(archive, stopped.stderr)
        self.assertEqual(self.run_program("verify", archive).returncode, 0)
        again = self.run_program("add", folder, "--to", archive)
        added, unchanged = re.search(r"(\d+) added, 0 new versions, (\d+) unchanged", again.stdout).groups()
        self.assertEqual(int(added) + int(unchanged), 70)

    def test_a_character_set_is_named(self):
        with open(os.path.join(self.home, "a.txt"), "wb") as file:
            file.write("Паром безопасен, сказала Анна.".encode("koi8-r"))
        guessed = self.run_program("annotate", "a.txt")
        self.assertIn("--encoding", guessed.stderr)
        archive = os.path.join(self.home, "a.whosaid")
        told = self.run_program("add", "a.txt", "--to", archive, "--encoding", "koi8-r")
        self.assertEqual((told.returncode, told.stderr), (0, ""))
        self.assertIn("Паром", self.run_program("export", archive, "--as", "jsonl").stdout)
        self.assertNotEqual(self.run_program("add", "a.txt", "--to", archive, "--encoding", "klingon").returncode, 0)

    def test_the_same_story_elsewhere_is_named(self):
        story = "The ferry is safe, Anna Lie said on Monday. " + " ".join(f"It carries {n} cars to pier {n * 7}." for n in range(60))
        self.write("wire.txt", story)
        self.write("copy.txt", "By Kari Moe\n\n" + story)
        self.write("other.txt", "The bridge is safe, Ola Berg said on Monday.")
        archive = os.path.join(self.home, "a.whosaid")
        self.run_program("add", "wire.txt", "copy.txt", "other.txt", "--to", archive)
        why = self.run_program(archive, text='quotes where speaker = "Anna Lie" order by words\nwhy #1\n').stdout
        self.assertRegex(why, r"same text +(wire|copy)\.txt \(100 % in common\)")
        why = self.run_program(archive, text='quotes where speaker = "Ola Berg"\nwhy #1\n').stdout
        self.assertNotIn("same text", why)

    def test_standard_input_is_read_record_by_record(self):
        lines = [json.dumps({"text": f"Ferry {number} is safe, Anna Lie said on Monday."}) for number in range(50)]
        lines[20] = "{broken"
        archive = os.path.join(self.home, "a.whosaid")
        result = self.run_program("add", "-", "--to", archive, text="\n".join(lines))
        self.assertEqual(result.returncode, 3)
        self.assertIn("49 added, 0 new versions, 0 unchanged, 1 not read", result.stdout)
        self.assertIn("standard input:21: this line is no JSON", result.stderr)

    def test_an_answer_of_a_newspaper_is_gone_through(self):
        results = [
            {"id": n, "webTitle": f"Ferry {n}", "webPublicationDate": "2014-01-13T08:00:00Z",
             "fields": {"prose": f"Ferry {n} is safe, Anna Lie said on Monday.", "body": "See the page."}}
            for n in range(3)]
        archive = os.path.join(self.home, "a.whosaid")
        result = self.run_program(
            "add", "-", "--to", archive, "--columns", "text=fields.prose",
            text=json.dumps({"response": {"status": "ok", "results": results}}))
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("3 added", result.stdout)
        titles = [json.loads(line)["title"] for line in
                  self.run_program("ask", archive, "articles", "--as", "jsonl").stdout.splitlines()]
        self.assertEqual(titles, ["Ferry 0", "Ferry 1", "Ferry 2"])

    def test_an_error_in_the_middle_of_a_stream_is_no_end_of_it(self):
        reader, writer = pty.openpty()
        tty.setraw(writer)
        lines = "".join(json.dumps({"text": f"Ferry {n} is safe, Anna Lie said on Monday."}) + "\n" for n in range(20))
        os.write(writer, lines.encode())
        os.close(writer)  # Who reads on gets all of it and then an error.
        archive = os.path.join(self.home, "a.whosaid")
        result = subprocess.run(
            [PROGRAM, "add", "-", "--to", archive], stdin=reader, capture_output=True, text=True, cwd=self.home,
            env=self.environment(), timeout=60)
        os.close(reader)
        self.assertEqual(result.returncode, 3)
        self.assertIn("20 added", result.stdout)
        self.assertIn(f"standard input: this file cannot be read after byte {len(lines)}: ", result.stderr)

    def test_lines_without_words_take_little_memory(self):
        path = os.path.join(self.home, "empty.txt")
        with open(path, "wb") as file:
            file.write(b"\n" * 60_000_000)
        archive = os.path.join(self.home, "a.whosaid")
        process = self.start(path, "--to", archive)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.communicate()
        self.assertEqual(process.returncode, 3)
        self.assertLess(usage.ru_maxrss, 400_000)


class Annotating(Place):
    def test_every_format_in_order(self):
        self.write("a.txt", "The ferry is safe, Anna Lie said on Monday.")
        self.write("b.jsonl", "".join(
            json.dumps({"text": f"Ferry {number} is safe, Anna Lie said on Monday."}) + "\n" for number in range(40)))
        self.write("c.csv", "title,text\nBack,\"The ferry is back, Anna Lie said on Monday.\"\n")
        result = self.run_program("annotate", "a.txt", "b.jsonl", "c.csv")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        rows = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual([row["id"] for row in rows], ["a.txt", *(f"b.jsonl#{n + 1}" for n in range(40)), "c.csv#1"])
        self.assertTrue(all(len(row["quotes"]) == 1 for row in rows))

    def test_what_cannot_be_read(self):
        self.write("a.txt", "The ferry is safe, Anna Lie said on Monday.")
        result = self.run_program("annotate", "a.txt", "gone.txt")
        self.assertEqual(result.returncode, 2)
        self.assertIn("gone.txt: there is no such file", result.stderr)
        self.assertEqual(json.loads(result.stdout)["id"], "a.txt")


if __name__ == "__main__":
    unittest.main()
