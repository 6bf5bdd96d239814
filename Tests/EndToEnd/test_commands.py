"""The commands with a dot, the start-up script, the pager and the editor."""

import json
import os
import stat
import unittest

from place import SEEDS, Place

QUESTION = 'who said "ceasefire" where date=2014-01-13'


class Mending(Place):
    def test_one_key_writes_the_statement_as_its_fix_would_have_it(self):
        terminal = self.open()
        terminal.ask("quotes where speeker = Kerry top 2")
        fixed = "quotes where speaker = Kerry top 2"
        terminal.wait_for(lambda screen: screen.suggestion() == fixed, "the statement with its fix")
        terminal.type("\x1b[C")
        terminal.wait_for(lambda screen: screen.cursor_line() == "whosaid> " + fixed, "the fix in the line")
        terminal.type("\r")
        terminal.wait_for_text("2 of 29 quotes")

    def test_without_colours_the_key_works_all_the_same(self):
        terminal = self.open(NO_COLOR="1")
        terminal.ask("quotes by speaker")
        terminal.type("\x1b[C")
        terminal.wait_for_line("whosaid> how many quotes per speaker")

    def test_an_offer_is_gone_once_something_else_was_typed(self):
        terminal = self.open()
        terminal.ask("quotes where speeker = Kerry top 2")
        terminal.ask("quotes top 1")
        terminal.settle()
        self.assertEqual(terminal.screen.suggestion(), "")

    def test_words_that_the_archive_and_the_language_know_are_suggested(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("quotes whe")
        terminal.wait_for(lambda screen: screen.suggestion() == "re", "the rest of `where`")


class Commands(Place):
    def test_format(self):
        terminal = self.open()
        self.assertIn("written as csv", terminal.ask(".format csv"))
        self.assertIn("speaker,words,date", terminal.ask("quotes top 1"))
        self.assertIn("{", terminal.ask("quotes top 1 as jsonl"))
        self.assertIn("did you mean `.format csv`?", terminal.ask(".format cvs"))
        self.assertIn("written as table", terminal.ask(".format"))

    def test_once_and_output_write_new_files(self):
        terminal = self.open()
        once, output = os.path.join(self.home, "a.csv"), os.path.join(self.home, "b.txt")
        terminal.ask(f".once {once}")
        self.assertEqual(terminal.ask("quotes top 1"), "")
        self.assertIn("1 of", terminal.ask("quotes top 1"))
        with open(once, newline="") as file:
            self.assertEqual(file.read().count("\r\n"), 2)
        self.assertIn("is there already", terminal.ask(f".once {once}"))
        terminal.ask(f".once! {once}")
        terminal.ask("quotes top 3")
        with open(once, newline="") as file:
            self.assertEqual(file.read().count("\r\n"), 4)
        terminal.ask(f".output {output}")
        terminal.ask("quotes top 1")
        terminal.ask("speakers top 1")
        self.assertIn(output, terminal.ask(".settings"))
        self.assertIn("to the terminal", terminal.ask(".output"))
        with open(output) as file:
            text = file.read()
        self.assertIn("1 of 68 quotes", text)
        self.assertIn("John Kerry", text)
        self.assertNotIn("\x1b", text)

    def test_a_file_that_cannot_be_written(self):
        terminal = self.open()
        self.assertIn("cannot be written", terminal.ask(".output /nowhere/at/all.txt"))
        self.assertIn("1 of", terminal.ask("quotes top 1"))

    def test_timer(self):
        terminal = self.open()
        terminal.ask(".timer on")
        self.assertRegex(terminal.ask("quotes top 1"), r"\d+\.\d ms")
        terminal.ask(".timer off")
        self.assertNotRegex(terminal.ask("quotes top 1"), r"\d+\.\d ms")
        self.assertIn("`on` or `off`", terminal.ask(".timer maybe"))

    def test_history(self):
        terminal = self.open()
        terminal.ask("quotes top 1")
        terminal.ask("speakers top 1")
        self.assertIn("quotes top 1\nspeakers top 1", terminal.ask(".history top"))
        self.assertNotIn("quotes top 1", terminal.ask(".history speakers"))

    def test_a_question_is_saved_and_run_again_in_another_session(self):
        terminal = self.open()
        self.assertIn("nothing was answered", terminal.ask(".save morning"))
        terminal.ask("quotes by Wazne top 1")
        self.assertIn(".run morning", terminal.ask(".save morning"))
        self.assertIn("no name", terminal.ask(".save ../evil"))
        terminal.type("\x04")
        self.assertEqual(terminal.wait_for_end(), 0)
        self.assertIn("Kamel Wazne", self.open().ask(".run morning"))

    def test_run_runs_a_script(self):
        script = self.write("s.ask", "let truce = \"ceasefire\"\nquotes $truce by Kerry top 1\nexpect 2 rows\n")
        terminal = self.open()
        answer = terminal.ask(f".run {script}")
        self.assertIn("1 of", answer)
        self.assertIn("fails:", answer)
        self.assertIn("1 of", terminal.ask("quotes $truce top 1"))
        self.assertIn("there is no file", terminal.ask(".run nowhere.ask"))

    def test_a_script_that_runs_itself_is_stopped(self):
        script = self.write("s.ask", f".run {os.path.join(self.home, 's.ask')}\n")
        self.assertIn("includes", self.open().ask(f".run {script}"))

    def test_open_and_add(self):
        story = self.write("story.txt", "The bridge is safe, Mayor Ann Lee said on Monday.\n")
        archive = os.path.join(self.home, "a.whosaid")
        self.run_program("add", SEEDS, "--to", archive)
        terminal = self.open()
        self.assertIn("corrections need an archive that is kept", terminal.ask(f".add {story}"))
        self.assertIn("5 articles", terminal.ask(f".open {archive}"))
        self.assertIn("1 added", terminal.ask(f".add {story}"))
        self.assertIn("Ann Lee", terminal.ask("who said bridge"))
        self.assertIn("6 articles", terminal.ask(".info"))
        terminal.type("quotes by \"Ann L\t")
        terminal.wait_for(lambda screen: "Ann Lee" in screen.cursor_line(), "the new name")
        terminal.type("\x03")
        self.assertIn("does not exist", terminal.ask(".open nowhere.whosaid"))
        self.assertIn("Ann Lee", terminal.ask("who said bridge"))

    def test_what_is_no_command(self):
        terminal = self.open()
        self.assertIn("did you mean `.help`?", terminal.ask(".hepl"))
        terminal.wait_for(lambda screen: screen.suggestion() == ".help", "the fix")
        self.assertIn("no command", terminal.ask(".help! where"))

    def test_commands_work_in_a_pipe_too(self):
        path = os.path.join(self.home, "x.jsonl")
        result = self.run_program(SEEDS, text=f".once {path}\nquotes top 1\n.format csv\nquotes top 1\n")
        self.assertEqual(result.returncode, 0)
        self.assertIn("speaker,words", result.stdout)
        with open(path) as file:
            self.assertEqual(json.loads(file.readline())["schema"], 1)

    def test_a_script_from_a_stranger_writes_no_file(self):
        path = os.path.join(self.home, "x.txt")
        script = self.write("s.ask", f".output {path}\nquotes\n")
        result = self.run_program("run", "--safe", script, "--archive", SEEDS)
        self.assertEqual(result.returncode, 2)
        self.assertIn("error[E0907]", result.stderr)
        self.assertFalse(os.path.exists(path))


class Touring(Place):
    def test_the_tour_is_walked_with_two_keys(self):
        terminal = self.open(columns=90, rows=60)
        answer = terminal.ask(".tour")
        self.assertIn("1 of 9.", answer)
        for number in range(2, 10):
            terminal.wait_for(lambda screen: screen.suggestion() not in ("", ".tour"), "a statement to try")
            terminal.type("\x1b[C")
            terminal.settle()
            before = terminal.raw
            terminal.type("\r")
            terminal.wait_for(lambda screen: screen.suggestion() == ".tour", "the way on")
            self.assertNotIn("error[", terminal.raw[len(before):])
            terminal.type("\x1b[C\r")
            terminal.wait_for_text(f"{number} of 9.")


class Starting(Place):
    def configure(self, text):
        os.makedirs(os.path.join(self.home, ".config", "whosaid"))
        self.write(".config/whosaid/init.ask", text)

    def test_the_start_script_runs_first(self):
        self.configure(".format csv\nlet truce = \"ceasefire\"\n")
        terminal = self.open()
        self.assertNotIn("#1", terminal.ask("quotes $truce top 1"))
        terminal = self.open("--no-init", SEEDS)
        self.assertIn("#1", terminal.ask("quotes top 1"))

    def test_what_is_wrong_in_it_is_said_and_the_prompt_opens(self):
        self.configure("quotes where\n")
        terminal = self.open()
        terminal.wait_for_text("init.ask:1:")
        terminal.wait_for_prompt()

    def test_the_archive_of_the_environment(self):
        terminal = self.open("--no-init", WHOSAID_ARCHIVE=SEEDS)
        self.assertIn("1 of", terminal.ask("quotes top 1"))
        self.assertIn("WHOSAID_ARCHIVE", self.run_program().stderr)


class Programs(Place):
    def program(self, name, text):
        path = self.write(name, "#!/bin/sh\n" + text)
        os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
        return path

    def test_a_long_answer_goes_through_the_pager_and_a_short_one_does_not(self):
        pager = self.program("pager", f"echo PAGED; cat > {self.home}/paged\n")
        terminal = self.open(rows=12, PAGER=pager)
        self.assertNotIn("PAGED", terminal.ask("quotes top 1"))
        self.assertIn("PAGED", terminal.ask("quotes"))
        with open(os.path.join(self.home, "paged")) as file:
            self.assertIn("68 quotes", file.read())
        terminal.ask(".pager off")
        self.assertNotIn("PAGED", terminal.ask("quotes"))

    def test_a_pager_that_is_not_there_loses_nothing(self):
        terminal = self.open(rows=12, PAGER="no-such-pager")
        self.assertIn("68 quotes", terminal.ask("quotes"))

    def test_a_pager_that_is_left_early(self):
        terminal = self.open(rows=12, PAGER="true")
        terminal.ask("quotes")
        self.assertIn("1 of", terminal.ask("quotes top 1"))

    def test_open_opens_the_source_at_its_line(self):
        editor = self.program("vi", f'echo "$@" > {self.home}/opened\n')
        terminal = self.open(EDITOR=editor)
        terminal.ask("quotes by Wazne top 1")
        terminal.ask("open #1")
        with open(os.path.join(self.home, "opened")) as file:
            words = file.read().split()
        self.assertRegex(words[0], r"^\+\d+$")
        self.assertTrue(words[1].endswith(".txt"))

    def test_a_source_that_is_gone_is_opened_as_it_was(self):
        story = self.write("story.txt", "The bridge is safe, Mayor Ann Lee said on Monday.\n")
        archive = os.path.join(self.home, "a.whosaid")
        self.run_program("add", story, "--to", archive)
        os.remove(story)
        editor = self.program("vi", f"cat \"$2\" > {self.home}/opened\n")
        terminal = self.open(archive, EDITOR=editor)
        terminal.ask("quotes")
        terminal.ask("open #1")
        with open(os.path.join(self.home, "opened")) as file:
            self.assertIn("Mayor Ann Lee", file.read())

    def test_without_an_editor_the_place_is_told(self):
        terminal = self.open(EDITOR=None, VISUAL=None)
        terminal.ask("quotes by Wazne top 1")
        self.assertRegex(terminal.ask("open #1"), r"\.txt:\d+")


if __name__ == "__main__":
    unittest.main()
