"""The program without a terminal: subcommands, pipes, exit statuses."""

import gzip
import json
import os
import subprocess
import unittest

from place import PROGRAM, ROOT, SEEDS, Place

QUESTION = 'who said "ceasefire" where date=2014-01-13'


class Checking(Place):
    def read(self, path):
        with open(path, encoding="utf-8") as file:
            return file.read()

    def test_check_says_what_is_wrong(self):
        result = self.run_program("check", self.write("s.ask", "quotes\nwho sed rain\n"))
        self.assertEqual(result.returncode, 2)
        self.assertIn("s.ask:2:5: error[E0202]", result.stdout)
        self.assertEqual(self.run_program("check", self.write("s.ask", "quotes\n")).returncode, 0)

    def test_format_rewrites_once(self):
        path = self.write("s.ask", "-- kept\nquotes   where  kind=direct\n")
        self.assertEqual(self.run_program("format", "--check", path).returncode, 1)
        self.assertEqual(self.read(path), "-- kept\nquotes   where  kind=direct\n")
        self.assertEqual(self.run_program("format", path).returncode, 0)
        formatted = self.read(path)
        self.assertIn("-- kept\n", formatted)
        self.assertNotIn("  where", formatted)
        self.assertEqual(self.run_program("format", "--check", path).returncode, 0)
        self.assertNotIn("s.ask.new", os.listdir(self.home))


class Correcting(Place):
    def test_an_archive_is_corrected_listed_and_corrected_elsewhere(self):
        archive = os.path.join(self.home, "a.whosaid")
        self.assertEqual(self.run_program("add", SEEDS, "--to", archive).returncode, 0)
        statements = 'who said "encourage a ceasefire"\ncorrect #1 all place = London\ncorrect #1.1 speaker = Lavrov\n'
        made = self.run_program(archive, "--editor", "ann", text=statements)
        self.assertEqual((made.returncode, made.stderr), (0, ""))
        self.assertIn("correction 1: place is London, in 3 quotes (before: Paris)", made.stdout)
        self.assertIn("correction 2: speaker is Sergei Lavrov (before: John Kerry)", made.stdout)
        self.assertIn("London", self.run_program("ask", archive, 'where did Lavrov say "encourage a ceasefire"').stdout)

        script = self.run_program("ask", archive, "corrections", "--as", "lines").stdout
        self.assertEqual(script.count("correct q:"), 4)
        other = os.path.join(self.home, "b.whosaid")
        self.run_program("add", SEEDS, "--to", other)
        again = self.run_program("run", self.write("c.ask", script), "--archive", other)
        self.assertEqual((again.returncode, again.stderr), (0, ""))
        question = 'quotes "encourage a ceasefire"'
        answers = [self.run_program("ask", name, question, "--as", "csv").stdout for name in (archive, other)]
        self.assertEqual(answers[0], answers[1])

        undone = self.run_program("ask", archive, "undo 1")
        self.assertIn("correction 1 taken back: place is London", undone.stdout)
        self.assertIn("Paris", self.run_program("ask", archive, 'where did Kerry say "encourage a ceasefire"').stdout)

    def test_numbers_of_rows_are_nothing_to_rely_on_in_a_script(self):
        archive = os.path.join(self.home, "a.whosaid")
        self.run_program("add", SEEDS, "--to", archive)
        script = self.write("s.ask", "quotes by Wazne\nreject #1\n")
        result = self.run_program("run", script, "--archive", archive)
        self.assertEqual(result.returncode, 2)
        self.assertIn("s.ask:2:8: error[E0510]", result.stderr)
        self.assertIn("help: write `q:", result.stderr)

    def test_a_script_from_a_stranger_corrects_nothing(self):
        archive = os.path.join(self.home, "a.whosaid")
        self.run_program("add", SEEDS, "--to", archive)
        script = self.write("s.ask", "merge Kerry into Lavrov\n")
        result = self.run_program("run", "--safe", script, "--archive", archive)
        self.assertEqual(result.returncode, 2)
        self.assertIn("error[E0507]: this is run in safe mode", result.stderr)
        self.assertIn("nothing was corrected", self.run_program("ask", archive, "corrections").stdout)

    def test_a_folder_is_not_corrected(self):
        result = self.run_program(SEEDS, "-c", "merge Kerry into Lavrov")
        self.assertEqual(result.returncode, 2)
        self.assertIn("error[E0507]: corrections need an archive that is kept", result.stderr)


class Asking(Place):
    def test_formats(self):
        for form in ("table", "lines", "kwic", "json", "jsonl", "csv", "markdown", "html"):
            with self.subTest(form=form):
                result = self.run_program("ask", SEEDS, QUESTION, "--as", form)
                self.assertEqual((result.returncode, result.stderr), (0, ""))
                self.assertIn("ceasefire", result.stdout)
                self.assertNotIn("\x1b", result.stdout)

    def test_jsonl_is_one_object_a_row(self):
        result = self.run_program("ask", SEEDS, QUESTION, "--as", "jsonl")
        rows = [json.loads(line) for line in result.stdout.splitlines()]
        names = {name for row in rows for name in row["speakers"]}
        self.assertLessEqual({"John Kerry", "Sergei Lavrov"}, names)
        for row in rows:
            for quote in row["quotes"]:
                source = quote["source"]
                with open(source if os.path.exists(source) else os.path.join(SEEDS, source), encoding="utf-8") as file:
                    text = file.read()
                printed = [text[start:end] for start, end in quote["segments"]]
                self.assertTrue(all(piece in quote["text"] for piece in printed), (printed, quote["text"]))

    def test_today(self):
        result = self.run_program("ask", SEEDS, "quotes where published = yesterday", "--today", "2016-08-28")
        self.assertEqual(result.returncode, 0)
        self.assertIn("ANI", result.stdout)

    def test_a_wrong_question(self):
        result = self.run_program("ask", SEEDS, "who sad nothing")
        self.assertEqual((result.returncode, result.stdout), (2, ""))
        self.assertIn("^^^", result.stderr)

    def test_c(self):
        result = self.run_program(SEEDS, "-c", QUESTION)
        self.assertEqual(result.returncode, 0)
        self.assertIn("Kerry", result.stdout)

    def test_colors_only_where_asked_for(self):
        self.assertIn("\x1b[", self.run_program("ask", SEEDS, QUESTION, "--color", "always").stdout)
        self.assertNotIn("\x1b", self.run_program("ask", SEEDS, QUESTION).stdout)

    def test_a_reader_that_has_gone(self):
        command = f"'{PROGRAM}' ask '{SEEDS}' quotes --as json | head -c 1"
        result = subprocess.run(command, shell=True, capture_output=True, text=True, env=self.environment(), timeout=60)
        self.assertEqual(result.stderr, "")

    def test_what_is_not_there(self):
        for source in ("nothing-here", "nothing.whosaid"):
            result = self.run_program("ask", source, "quotes")
            self.assertEqual((result.returncode, result.stdout), (3, ""))
            self.assertTrue(result.stderr.startswith("whosaid: "), result.stderr)

    def test_no_archive_named(self):
        result = self.run_program()
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("whosaid seeds", result.stderr)

    def test_a_script_as_source_is_sent_to_run(self):
        self.assertIn("whosaid run checks.ask", self.run_program("checks.ask").stderr)

    def test_version(self):
        self.assertRegex(self.run_program("--version").stdout, r"^\d+\.\d+\.\d+\n$")


class SameBytes(Place):
    """The order of a dictionary changes from one process to the next; that of an answer does not."""

    def test_two_processes_that_annotate_anew(self):
        with open(os.path.join(ROOT, "Tests", "Gold", "questions.json"), encoding="utf-8") as file:
            questions = [question["dsl"] for question in json.load(file)["questions"]]
        formats = ("table", "lines", "kwic", "json", "jsonl", "csv", "markdown", "html")
        lines = [f"{question} as {form}" for question in questions for form in formats]
        lines += [f"explain {question}" for question in questions] + ["quotes sample 5 seed 2", "who said \"ceesfire\""]
        results = [
            self.run_program(SEEDS, "--today", "2016-09-01", text="\n".join(lines) + "\n",
                             XDG_CACHE_HOME=os.path.join(self.home, cache)) for cache in ("one", "two")]
        # A few are written in other words than the language's, and are told so in the same way.
        self.assertGreater(len(results[0].stdout), 100_000)
        self.assertEqual(results[0].stdout, results[1].stdout)
        self.assertEqual(results[0].stderr, results[1].stderr)


class StandardInput(Place):
    def test_statements_are_answered_without_a_banner(self):
        result = self.run_program(SEEDS, text="quotes top 1\nexpect 1 row\n")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertTrue(result.stdout.startswith("#1"))

    def test_a_wrong_statement_does_not_stop_the_next(self):
        result = self.run_program(SEEDS, text="who sad nothing\nquotes top 1\n")
        self.assertEqual(result.returncode, 2)
        self.assertIn("#1", result.stdout)
        self.assertIn("standard input:1:", result.stderr)

    def test_a_failed_expectation(self):
        result = self.run_program(SEEDS, text="quotes top 1\nexpect 2 rows\n")
        self.assertEqual(result.returncode, 1)
        self.assertIn("standard input:2: ", result.stderr)

    def test_open_tells_where_the_source_is(self):
        result = self.run_program(SEEDS, text="quotes top 1\nopen #1\nopen #9\n")
        self.assertRegex(result.stdout.splitlines()[-1], r"^\S+\.txt:\d+$")
        self.assertIn("#9", result.stderr)

    def test_quit_ends(self):
        result = self.run_program(SEEDS, text=".quit\nquotes\n")
        self.assertEqual((result.returncode, result.stdout), (0, ""))

    def test_any_bytes(self):
        result = subprocess.run(
            [PROGRAM, SEEDS], input=bytes(range(256)) * 8, capture_output=True, env=self.environment(), timeout=60)
        self.assertEqual(result.returncode, 2)
        self.assertNotIn(b"\x1b", result.stdout + result.stderr)


class Scripts(Place):
    def test_statuses(self):
        cases = [
            ("quotes top 1\nexpect 1 row\n", 0), ("quotes top 1\nexpect 2 rows\n", 1),
            ("quotes top 1\nwho sad x\n", 2), ("quotes top 1\nshow #9\n", 2),
        ]
        for text, status in cases:
            with self.subTest(text=text):
                path = self.write("script.ask", text)
                self.assertEqual(self.run_program("run", path, "--archive", SEEDS).returncode, status)

    def test_nothing_of_a_wrong_script_is_run(self):
        path = self.write("script.ask", "quotes top 1\nwho sad x\n")
        result = self.run_program("run", path, "--archive", SEEDS)
        self.assertEqual(result.stdout, "")
        self.assertIn("script.ask:2:5", result.stderr)

    def test_a_script_names_its_archive_from_its_own_folder(self):
        os.symlink(SEEDS, os.path.join(self.home, "stories"))
        path = self.write("script.ask", "#!/usr/bin/env whosaid\n-- archive: stories\nquotes top 1\nexpect 1 row\n")
        result = self.run_program("run", path)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("1 expectation, all met", result.stdout)

    def test_a_script_without_archive_says_what_to_do(self):
        result = self.run_program("run", self.write("script.ask", "quotes\n"))
        self.assertEqual(result.returncode, 3)
        self.assertIn("--archive", result.stderr)

    def test_shebang(self):
        path = self.write("script.ask", f"#!/usr/bin/env -S {PROGRAM} run --archive {SEEDS}\nquotes top 1\n")
        os.chmod(path, 0o755)
        result = subprocess.run([path], capture_output=True, text=True, env=self.environment(), timeout=60)
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_include(self):
        self.write("names.ask", "let truce = \"ceasefire\"\n")
        path = self.write("script.ask", "include \"names.ask\"\nwho said $truce\nexpect at least 2 rows\n")
        result = self.run_program("run", path, "--archive", SEEDS)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(self.run_program("check", path).returncode, 0)
        self.write("names.ask", "let truce = \"ceasefire\"\nquotes\nexpect 1 row\n")
        result = self.run_program("run", path, "--archive", SEEDS)
        self.assertEqual(result.returncode, 1)
        self.assertIn("names.ask:3: ", result.stderr)

    def test_include_at_the_prompt_of_a_pipe(self):
        self.write("names.ask", "let truce = \"ceasefire\"\n")
        result = self.run_program(SEEDS, text="include \"names.ask\"\nquotes $truce top 1\n")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("#1", result.stdout)

    def test_safe(self):
        os.mkdir(os.path.join(self.home, "inner"))
        self.write("names.ask", "let truce = \"ceasefire\"\n")
        path = self.write("inner/script.ask", "include \"../names.ask\"\nquotes $truce\n")
        self.assertEqual(self.run_program("run", path, "--archive", SEEDS).returncode, 0)
        result = self.run_program("run", "--safe", path, "--archive", SEEDS)
        self.assertEqual((result.returncode, result.stdout), (2, ""))
        self.assertIn("inner/script.ask:1:9: error[E0906]", result.stderr)
        path = self.write("inner/script.ask", "-- archive: ../..\nquotes\n")
        result = self.run_program("run", "--safe", path)
        self.assertEqual((result.returncode, result.stdout), (3, ""))
        self.assertIn("outside of its folder", result.stderr)

    def test_what_cannot_be_read(self):
        with open(os.path.join(self.home, "latin.ask"), "wb") as file:
            file.write(b"quotes\n-- caf\xe9\n")
        os.mkdir(os.path.join(self.home, "empty"))
        for path, words in (("none.ask", "no file"), ("empty", "no script"), ("latin.ask", "line 2")):
            with self.subTest(path=path):
                result = self.run_program("run", path, "--archive", SEEDS)
                self.assertEqual((result.returncode, result.stdout), (2, ""))
                self.assertIn(words, result.stderr)

    def test_files_that_include_themselves(self):
        path = self.write("script.ask", "include \"script.ask\"\n")
        result = self.run_program("run", path, "--archive", SEEDS)
        self.assertEqual(result.returncode, 2)
        self.assertIn("script.ask includes ", result.stderr)


class Archives(Place):
    def test_add_info_and_ask(self):
        archive = os.path.join(self.home, "a.whosaid")
        result = self.run_program("add", SEEDS, "--to", archive)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("5 added", result.stdout)
        self.assertIn("5 unchanged", self.run_program("add", SEEDS, "--to", archive).stdout)
        self.assertIn("5 articles", self.run_program("info", archive).stdout)
        self.assertIn("Kerry", self.run_program("ask", archive, QUESTION).stdout)

    def test_every_format_goes_in_and_what_does_not_is_told(self):
        said = "“The ferry sails on Monday,” said harbour master Anna Lie. “Whatever the weather does.”"
        page = f"<html><head><meta charset=utf-8></head><body><h1>Back</h1><p>{said} {said}</p></body></html>"
        self.write("page.html", page)
        self.write("lines.jsonl", json.dumps({"text": said, "date": "2014-01-13"}) + "\n{broken\n")
        self.write("table.csv", f"title,story\nBack,\"{said}\"\n")
        self.write("feed.xml", f"<rss><channel><item><description>{said}</description></item></channel></rss>")
        with open(os.path.join(self.home, "old.txt.gz"), "wb") as file:
            file.write(gzip.compress(said.encode("windows-1252")))
        archive = os.path.join(self.home, "a.whosaid")
        sources = ["*.html", "lines.jsonl", "table.csv", "feed.xml", "old.txt.gz"]
        strict = self.run_program("add", *sources, "--to", archive, "--columns", "text=story", "--strict")
        self.assertEqual(strict.returncode, 3)
        self.assertIn("0 added", strict.stdout)
        result = self.run_program("add", *sources, "--to", archive, "--columns", "text=story")
        self.assertEqual(result.returncode, 3)
        self.assertIn("5 added, 0 new versions, 0 unchanged, 1 not read", result.stdout)
        self.assertIn("lines.jsonl:2: this line is no JSON", result.stderr)
        self.assertIn("old.txt.gz: nothing says how this file is encoded", result.stderr)
        again = self.run_program("add", "-", "--to", archive, text=page.replace("Monday", "Friday"))
        self.assertIn("1 added", again.stdout)
        answer = self.run_program("ask", archive, 'quotes "ferry sails" where speaker="Anna Lie"', "--as", "jsonl").stdout
        names = {os.path.basename(json.loads(line)["source"]) for line in answer.splitlines()}
        self.assertEqual(
            names, {"page.html", "lines.jsonl#1", "table.csv#1", "feed.xml#1", "old.txt.gz", "standard input"})

    def test_what_is_no_archive(self):
        path = self.write("a.whosaid", "not a database, but long enough to be looked at as one")
        result = self.run_program("info", path)
        self.assertEqual(result.returncode, 3)
        self.assertIn("not an archive", result.stderr)


class Annotating(Place):
    TEXT = "Rain stops play\n\nIt will rain tomorrow, Ann Lee said. “It always rains,” she told reporters — “ça pleut”.\n"

    def test_lines_of_json(self):
        lines = json.dumps({"id": "a", "text": self.TEXT}) + "\n" + json.dumps({"id": 7, "text": "Nothing."}) + "\n"
        result = self.run_program("annotate", text=lines)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        rows = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual([row["id"] for row in rows], ["a", 7])
        self.assertEqual(list(rows[0]["quotes"][0]), ["content", "speaker", "cue", "kind", "speakers", "said", "confidence", "speaker_confidence"])
        direct = [quote for quote in rows[0]["quotes"] if quote["kind"] == "direct"][0]
        start, end = direct["content"][0]
        self.assertIn("It always rains", self.TEXT[start:end])

    def test_files(self):
        result = self.run_program("annotate", *(os.path.join(SEEDS, name) for name in sorted(os.listdir(SEEDS))
                                                if name.endswith(".txt")))
        self.assertEqual(result.returncode, 0)
        self.assertEqual(len(result.stdout.splitlines()), 5)

    def test_lines_that_are_not_json(self):
        result = self.run_program("annotate", text='nonsense\n{"id":"a","text":"x"}\n')
        self.assertEqual(result.returncode, 2)
        self.assertIn("line 1", result.stderr)
        self.assertEqual(json.loads(result.stdout)["id"], "a")


if __name__ == "__main__":
    unittest.main()
