"""Archives that leave for other programs, come back, are looked at, mended and joined."""

import csv
import json
import os
import signal
import sqlite3
import subprocess
import time

from place import PROGRAM, SEEDS, Place


class Archives(Place):
    def setUp(self):
        super().setUp()
        self.archive = os.path.join(self.home, "news.whosaid")
        self.run_program("add", SEEDS, "--to", self.archive)

    def export(self, format, *arguments):
        result = self.run_program("export", self.archive, "--as", format, *arguments)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return result.stdout

    def test_lines_make_an_equal_archive(self):
        self.run_program("ask", self.archive, 'merge "Assad\'s government" into "Syrian government"', "--editor", "ann")
        lines = self.export("jsonl")
        self.assertEqual([json.loads(line)["whosaid"] for line in lines.splitlines()], ["article"] * 5 + ["decision"])
        self.write("news.jsonl", lines)
        result = self.run_program("add", "news.jsonl", "--to", "again.whosaid")
        self.assertEqual(result.stdout, "again.whosaid: 5 added, 0 new versions, 0 unchanged, 1 correction\n")
        for question in ["quotes as json", "how many quotes per speaker as csv", "corrections as json"]:
            one, other = self.run_program("ask", self.archive, question), self.run_program("ask", "again.whosaid", question)
            self.assertEqual(one.stdout, other.stdout)
            self.assertGreater(len(one.stdout), 100)

    def test_a_table_opens_in_a_spreadsheet(self):
        path = os.path.join(self.home, "quotes.csv")
        self.assertEqual(self.export("csv", "--output", path, "--where", "outlet = ANI"), "")
        with open(path, "rb") as file:
            self.assertTrue(file.read().startswith(b"\xef\xbb\xbfreference,speakers,"))
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual({row["outlet"] for row in rows}, {"ANI"})
        self.assertEqual(os.listdir(self.home).count("quotes.csv"), 1)

    def test_what_is_there_is_not_written_over(self):
        path = self.write("kept.csv", "mine")
        result = self.run_program("export", self.archive, "--as", "csv", "--output", path)
        self.assertEqual(result.returncode, 2)
        self.assertIn("--replace", result.stderr)
        with open(path) as file:
            self.assertEqual(file.read(), "mine")
        self.assertEqual(self.export("csv", "--output", path, "--replace"), "")

    def test_a_wrong_question_writes_nothing(self):
        path = os.path.join(self.home, "none.csv")
        result = self.run_program("export", self.archive, "--as", "csv", "--output", path, "--where", "speeker = Kerry")
        self.assertEqual(result.returncode, 2)
        self.assertFalse(os.path.exists(path))

    def test_a_folder_of_marks_comes_back(self):
        folder = os.path.join(self.home, "marks")
        self.export("brat", "--output", folder)
        self.assertEqual(len([name for name in os.listdir(folder) if name.endswith(".ann")]), 5)
        result = self.run_program("add", folder, "--to", "marked.whosaid")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("annotated by hand", self.run_program("info", "marked.whosaid").stdout)

    def test_stopped_it_leaves_no_half_file(self):
        big = os.path.join(self.home, "big.jsonl")
        article = self.export("jsonl").splitlines()[0]
        with open(big, "w", encoding="utf-8") as file:
            for number in range(400):
                item = json.loads(article)
                item["source"] = f"{number}.txt"
                file.write(json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n")
        self.assertEqual(self.run_program("add", big, "--to", "big.whosaid").returncode, 0)
        before = set(os.listdir(self.home))
        process = subprocess.Popen(
            [PROGRAM, "export", "big.whosaid", "--as", "jsonl", "--output", "out.jsonl"], cwd=self.home,
            env=self.environment(), stderr=subprocess.PIPE, text=True)
        while process.poll() is None and not any(name.endswith(".new") for name in os.listdir(self.home)):
            time.sleep(0.001)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=60)
        left = set(os.listdir(self.home)) - before - {"big.whosaid-wal", "big.whosaid-shm"}
        if process.returncode == 0:
            self.assertEqual(left, {"out.jsonl"})
        else:
            self.assertEqual((process.returncode, left), (130, set()))
            self.assertIn("stopped", error)

    def test_damage_is_told_and_mended(self):
        self.assertEqual(self.run_program("verify", self.archive).returncode, 0)
        with sqlite3.connect(self.archive) as database:
            database.execute("UPDATE quote_rows SET line = 7")
        database.close()
        result = self.run_program("verify", self.archive)
        self.assertEqual(result.returncode, 3)
        self.assertIn("--repair", result.stderr)
        result = self.run_program("verify", self.archive, "--repair")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("is sound", result.stdout)

    def test_archives_become_one(self):
        self.assertIn("before", self.run_program("vacuum", self.archive).stdout)
        result = self.run_program("merge", self.archive, self.archive, "--into", "both.whosaid")
        self.assertEqual(result.returncode, 0, result.stderr)
        one, other = (self.run_program("ask", name, "quotes as json").stdout for name in [self.archive, "both.whosaid"])
        self.assertEqual(one, other)
        self.assertEqual(self.run_program("merge", self.archive, self.archive, "--into", "both.whosaid").returncode, 3)

    def test_other_programs_read_the_views(self):
        with sqlite3.connect(f"file:{self.archive}?mode=ro", uri=True) as database:
            for view in ["quote_list", "speaker_list", "statement_list", "article_list"]:
                self.assertGreater(database.execute(f"SELECT count(*) FROM {view}").fetchone()[0], 0)
        database.close()
