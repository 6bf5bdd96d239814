"""Scripts in files: values, limits, reports, folders, hooks, and the watch over a folder."""

import json
import os
import signal
import subprocess
import sys
import time
import unittest
import xml.etree.ElementTree

from place import PROGRAM, ROOT, SEEDS, Place


class Values(Place):
    def script(self):
        return self.write("s.ask", 'let day = 2014-01-13\nlet w = "ceasefire"\nwho said $w on $day\nexpect 6 rows\n')

    def test_a_value_goes_before_what_the_script_says(self):
        script = self.script()
        self.assertEqual(self.run_program("run", script, "--archive", SEEDS).returncode, 0)
        result = self.run_program("run", script, "--archive", SEEDS, "--param", "day=2014-01-14")
        self.assertEqual(result.returncode, 1)
        self.assertIn("expected 6 rows, found 0 rows", result.stderr)

    def test_a_value_adds_no_syntax(self):
        result = self.run_program("run", self.script(), "--archive", SEEDS, "--param", 'w=aid" or "ceasefire')
        self.assertIn("found 0 rows", result.stderr)
        result = self.run_program("ask", SEEDS, "quotes by $who", "--param", 'who=Kerry" or "Lavrov', "--as", "jsonl")
        self.assertEqual((result.returncode, result.stdout), (0, ""))
        result = self.run_program("ask", SEEDS, "quotes by $who", "--param", "who=Wazne", "--as", "jsonl")
        self.assertEqual(json.loads(result.stdout.splitlines()[0])["speakers"], ["Kamel Wazne"])

    def test_what_does_not_fit_is_said_at_its_place(self):
        result = self.run_program("run", self.script(), "--archive", SEEDS, "--param", "day=lately")
        self.assertEqual((result.returncode, result.stdout), (2, ""))
        self.assertIn("s.ask:1:5: error[E0908]", result.stderr)
        self.assertEqual(result.stderr.count("error["), 1)

    def test_what_is_missing_and_what_is_too_much(self):
        result = self.run_program("ask", SEEDS, "who said $w")
        self.assertEqual(result.returncode, 2)
        self.assertIn("`--param w=…`", result.stderr)
        result = self.run_program("run", self.script(), "--archive", SEEDS, "--param", "dya=2014")
        self.assertEqual(result.returncode, 0)
        self.assertIn("warning[W0901]: `$dya`", result.stderr)
        for value in ("day", "=x", "two words=x", "day="):
            with self.subTest(value=value):
                self.assertEqual(self.run_program("ask", SEEDS, "quotes", "--param", value).returncode, 64)

    def test_check_knows_values(self):
        script = self.write("t.ask", "quotes $w since $day\n")
        result = self.run_program("check", script)
        self.assertEqual(result.returncode, 0)
        self.assertEqual(result.stdout.count("warning[W0902]"), 2)
        self.assertEqual(self.run_program("ask", SEEDS, "quotes $w").returncode, 2)
        script = self.write("t.ask", "let truce = ceasefire\nquotes $truse\n")
        self.assertEqual(self.run_program("check", script).returncode, 2)
        script = self.write("t.ask", "quotes $w\n")
        self.assertEqual(self.run_program("check", script, "--param", "w=aid").returncode, 0)


class Limits(Place):
    def test_a_script_is_ended_when_its_time_is_over(self):
        script = self.write("s.ask", 'who said "aid"\n' * 20_000)
        result = self.run_program("run", script, "--archive", SEEDS, "--safe", "--time-limit", "1")
        self.assertEqual(result.returncode, 2)
        self.assertIn("error[E0909]: the script takes more than the 1 s", result.stderr)

    def test_an_answer_has_no_more_rows_than_it_may(self):
        script = self.write("s.ask", "quotes\nquotes top 3\n")
        result = self.run_program("run", script, "--archive", SEEDS, "--row-limit", "3")
        self.assertEqual(result.returncode, 2)
        self.assertIn("s.ask:1:1: error[E0910]: the answer has 68 rows", result.stderr)
        self.assertIn("3 of 68 quotes", result.stdout)

    def test_safe_mode_has_limits_by_itself(self):
        script = self.write("s.ask", "quotes\n")
        self.assertEqual(self.run_program("run", script, "--archive", SEEDS, "--safe").returncode, 0)
        self.assertIn("10000 with --safe", self.run_program("run", "--help").stdout)


class Failing(Place):
    def test_the_rows_that_broke_an_expectation_are_named(self):
        script = self.write("s.ask", "quotes by Wazne\nexpect every row where kind = indirect\n")
        result = self.run_program("run", script, "--archive", SEEDS)
        self.assertEqual(result.returncode, 1)
        lines = result.stderr.splitlines()
        self.assertRegex(lines[0], r"s\.ask:2: fails: expected every row where kind is indirect; \d of \d rows are not")
        self.assertRegex(lines[1], r"^  #\d+  Kamel Wazne  ")

    def test_the_first_failure_can_be_the_last(self):
        first = self.write("a.ask", "quotes top 1\nexpect 2 rows\nquotes top 2\nexpect 1 row\n")
        second = self.write("b.ask", "quotes top 1\n")
        result = self.run_program("run", first, second, "--archive", SEEDS, "--fail-fast")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stderr.count("fails:"), 1)
        self.assertIn("1 more script was not run", result.stderr)
        self.assertNotIn("2 of 68", result.stdout)


class Reports(Place):
    def setUp(self):
        super().setUp()
        self.good = self.write("a.ask", "quotes top 1\nexpect 1 row\n")
        self.bad = self.write("b & <c>.ask", 'quotes top 1\nexpect no row where text has exactly "\'&<é]]>#"\nexpect 7 rows\n')
        self.wrong = self.write("d.ask", "who sed x\n")

    def report(self, name, *arguments):
        path = os.path.join(self.home, name)
        result = self.run_program(
            "run", self.good, self.bad, self.wrong, "--archive", SEEDS, "--report", path, *arguments)
        self.assertEqual(result.returncode, 2, result.stderr)
        return path

    def test_junit_is_read_by_a_parser_of_xml(self):
        suites = xml.etree.ElementTree.parse(self.report("r.xml")).getroot()
        self.assertEqual(suites.attrib, {"name": "whosaid", "tests": "4", "failures": "1", "errors": "1", "skipped": "0"})
        self.assertEqual([suite.get("name") for suite in suites], [self.good, self.bad, self.wrong])
        case = suites[1][1]
        self.assertEqual(case.get("name"), "line 3: expect 7 rows")
        self.assertEqual(case[0].get("message"), "expected 7 rows, found 1 row")
        self.assertRegex(case[0].text, r"^quotes top 1\n#1  ")
        self.assertIn("]]>#", suites[1][0].get("name"))
        self.assertIn("E0202", suites[2][0][0].get("message"))

    def test_a_validator_of_junit_agrees(self):
        try:
            import junitparser
        except ImportError:
            self.skipTest("junitparser is not installed")
        suites = junitparser.JUnitXml.fromfile(self.report("r.out", "--report-as", "junit"))
        self.assertEqual((suites.tests, suites.failures, suites.errors), (4, 1, 1))
        again = junitparser.JUnitXml.fromfile(self.report("r.out", "--report-as", "junit"))
        again.update_statistics()
        self.assertEqual((again.tests, again.failures, again.errors), (4, 1, 1))

    def test_a_parser_of_tap_agrees(self):
        path = self.report("r.tap")
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.readline(), "TAP version 14\n")
        try:
            import tap.parser
        except ImportError:
            self.skipTest("tap.py is not installed")
        lines = list(tap.parser.Parser().parse_file(path))
        tests = [line for line in lines if line.category == "test"]
        self.assertEqual([test.ok for test in tests], [True, True, False, False])
        self.assertEqual([line.expected_tests for line in lines if line.category == "plan"], [4])
        self.assertFalse([line for line in lines if line.category == "unknown" and not str(line).startswith("  ")])

    def test_a_report_is_written_where_the_archive_cannot_be_used(self):
        path = os.path.join(self.home, "r.xml")
        result = self.run_program("run", self.good, "--archive", "nowhere", "--report", path)
        self.assertEqual(result.returncode, 3)
        self.assertEqual(xml.etree.ElementTree.parse(path).getroot().get("errors"), "1")

    def test_a_format_that_the_name_does_not_tell(self):
        result = self.run_program("run", self.good, "--archive", SEEDS, "--report", "r.out")
        self.assertEqual(result.returncode, 64)
        self.assertIn("--report-as", result.stderr)


class Folders(Place):
    def setUp(self):
        super().setUp()
        for folder in ("q/below", "q/.hidden"):
            os.makedirs(os.path.join(self.home, folder))
        self.write("q/a.ask", "quotes top 1\nexpect 1 row\n")
        self.write("q/below/b.ask", "quotes   top 2\nexpect 2 rows\n")
        self.write("q/.hidden/c.ask", "who sed x\n")
        self.write("q/notes.txt", "who sed x\n")

    def test_run_check_and_format(self):
        folder = os.path.join(self.home, "q")
        result = self.run_program("run", folder, "--archive", SEEDS)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("2 expectations, all met", result.stdout)
        self.assertEqual(self.run_program("check", folder).returncode, 0)
        result = self.run_program("format", "--check", folder)
        self.assertEqual((result.returncode, result.stdout), (1, os.path.join(folder, "below/b.ask") + "\n"))
        self.assertEqual(self.run_program("format", folder).returncode, 0)
        self.assertEqual(self.run_program("format", "--check", folder).returncode, 0)

    def test_a_folder_without_scripts_is_no_success(self):
        os.mkdir(os.path.join(self.home, "empty"))
        for command in ("check", "format"):
            result = self.run_program(command, os.path.join(self.home, "empty"))
            self.assertEqual(result.returncode, 2)
            self.assertIn("no script", result.stderr)


class Hooks(Place):
    """Git runs the program before a commit: by a hook as the manual has it, and by pre-commit where that is installed."""

    def git(self, *arguments, **changes):
        names = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b"}
        path = os.path.dirname(PROGRAM) + ":" + os.path.dirname(sys.executable) + ":" + os.environ.get("PATH", "")
        return subprocess.run(
            ["git", "-c", "init.defaultBranch=main", *arguments], capture_output=True, text=True, timeout=120,
            cwd=self.repository, env=self.environment(PATH=path, GIT_CONFIG_NOSYSTEM="1", **names, **changes))

    def setUp(self):
        super().setUp()
        self.repository = os.path.join(self.home, "work")
        os.mkdir(self.repository)
        self.assertEqual(self.git("init", "-q").returncode, 0)

    def commit(self, text):
        self.write("work/a.ask", text)
        self.git("add", "a.ask")
        return self.git("commit", "-q", "-m", "a")

    def test_a_hook_of_git(self):
        with open(os.path.join(ROOT, "Sources/whosaid/whosaid.docc/Scripts.md"), encoding="utf-8") as file:
            hook = file.read().split("```sh\n#!/bin/sh\n")[1].split("```")[0]
        path = self.write("work/.git/hooks/pre-commit", "#!/bin/sh\n" + hook)
        os.chmod(path, 0o755)
        result = self.commit("quotes wher kind = direct\n")
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("a.ask:1:8: error[E0203]", result.stdout + result.stderr)
        result = self.commit("quotes   where kind = direct\n")
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("would change", result.stderr)
        self.assertEqual(self.commit("quotes where kind = direct\n").returncode, 0)
        self.write("work/b.txt", "no script\n")
        self.git("add", "b.txt")
        self.assertEqual(self.git("commit", "-q", "-m", "b").returncode, 0)

    def test_pre_commit(self):
        command = [sys.executable, "-m", "pre_commit"]
        if subprocess.run([*command, "--version"], capture_output=True).returncode != 0:
            self.skipTest("pre-commit is not installed")
        hooks = os.path.join(self.home, "hooks")
        os.mkdir(hooks)
        with open(os.path.join(ROOT, ".pre-commit-hooks.yaml"), encoding="utf-8") as file:
            self.write("hooks/.pre-commit-hooks.yaml", file.read())
        self.git("-C", hooks, "init", "-q")
        self.git("-C", hooks, "add", "-A")
        self.assertEqual(self.git("-C", hooks, "commit", "-q", "-m", "hooks").returncode, 0)
        for hook, text in (("whosaid-check", "quotes wher x\n"), ("whosaid-format", "quotes   top 1\n")):
            with self.subTest(hook=hook):
                self.write("work/a.ask", text)
                self.git("add", "a.ask")
                path = os.path.dirname(PROGRAM) + ":" + os.environ.get("PATH", "")
                tried = [
                    subprocess.run(
                        [*command, "try-repo", hooks, hook, "--files", "a.ask"], capture_output=True, text=True,
                        cwd=self.repository, env=self.environment(PATH=path, PRE_COMMIT_HOME=self.home + "/cache"),
                        timeout=300)
                    for _ in range(2)
                ]
                self.assertNotEqual(tried[0].returncode, 0, tried[0].stdout)
                # A script that was laid out anew is right the second time; one that is wrong stays so.
                self.assertEqual(tried[1].returncode == 0, hook == "whosaid-format", tried[1].stdout)


class Watching(Place):
    def setUp(self):
        super().setUp()
        self.inbox = os.path.join(self.home, "inbox")
        self.archive = os.path.join(self.home, "news.whosaid")
        os.mkdir(self.inbox)
        self.script = self.write("s.ask", 'who said "bridge"\n')
        self.write("inbox/a.txt", "“The bridge is safe,” Mayor Ann Lee said on Monday.\n")

    def once(self, *arguments):
        return self.run_program(
            "watch", self.script, "--source", self.inbox, "--archive", self.archive, "--once", "--every", "0", *arguments)

    def test_what_is_new_is_told_once(self):
        self.assertIn("Ann Lee", self.once().stdout)
        self.assertEqual(self.once().stdout, "")
        self.write("inbox/b.txt", "Bob Roe warned that the bridge was old.\n")
        result = self.once("--as", "jsonl")
        self.assertEqual(result.returncode, 0)
        row = json.loads(result.stdout)
        self.assertEqual(row["asked"], {"script": self.script, "line": 1, "question": 'who said "bridge"'})
        self.assertEqual((row["schema"], row["speakers"]), (1, ["Bob Roe"]))

    def test_a_file_that_was_written_just_now_is_left_for_the_next_time(self):
        result = self.run_program("watch", self.script, "--source", self.inbox, "--once", "--every", "3600")
        self.assertEqual((result.returncode, result.stdout), (0, ""))
        self.assertIn("1 file was written just now", result.stderr)

    def test_statuses(self):
        self.script = self.write("s.ask", "quotes\nexpect 2 rows\n")
        result = self.once()
        self.assertEqual(result.returncode, 1)
        self.assertIn("expected 2 rows, found 1 row", result.stderr)
        self.script = self.write("s.ask", "quotes\nwho sed x\n")
        result = self.once()
        self.assertEqual((result.returncode, result.stdout), (2, ""))
        self.inbox += "/none"
        self.assertEqual(self.once().returncode, 3)

    def test_it_lives_through_what_happens_to_a_folder(self):
        outputs = [open(os.path.join(self.home, name), "w+") for name in ("out", "err")]
        process = subprocess.Popen(
            [PROGRAM, "watch", self.script, "--source", self.inbox, "--archive", self.archive, "--every", "1"],
            stdout=outputs[0], stderr=outputs[1], env=self.environment(), cwd=self.home)
        self.addCleanup(process.kill)

        def wait_for(text, index=0):
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                outputs[index].seek(0)
                if text in outputs[index].read():
                    return
                self.assertIsNone(process.poll(), "the watch has ended")
                time.sleep(0.05)
            self.fail(f"{text!r} was not said")

        wait_for("Ann Lee")
        # A file that grows is read when it is whole.
        path = os.path.join(self.inbox, "c.txt")
        for part in ("Tim Fox said the bridge ", "would be closed ", "in May.\n"):
            with open(path, "a") as file:
                file.write(part)
            time.sleep(0.4)
        with open(os.path.join(self.inbox, "d.gz"), "wb") as file:
            file.write(b"\x1f\x8b\x08junk")
        wait_for("would be closed in May")
        wait_for("d.gz: this file is damaged", 1)
        os.rename(self.inbox, self.inbox + "2")
        wait_for("there is no folder", 1)
        os.rename(self.inbox + "2", self.inbox)
        self.write("inbox/e.txt", "Eva Day said the bridge was blue.\n")
        wait_for("Eva Day")
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=30), 0)
        texts = []
        for output in outputs:
            output.seek(0)
            texts.append(output.read())
            output.close()
        self.assertEqual(texts[0].count("Tim Fox  "), 1)
        self.assertEqual(texts[1].count("is damaged"), 1)
        self.assertEqual(texts[1].count("there is no folder"), 1)


if __name__ == "__main__":
    unittest.main()
