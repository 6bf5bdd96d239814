"""What happens while a statement is typed and while it is answered."""

import os
import re
import socket
import subprocess
import time
import unittest

from large import enlarge
from place import PROGRAM, SEEDS, Place
from terminal import PROMPT


class WhileTyping(Place):
    def typed(self, text, **changes):
        terminal = self.open(**changes)
        terminal.wait_for_prompt()
        terminal.type(text)
        terminal.wait_for_line(f"{PROMPT} {text}".rstrip())
        terminal.settle()
        return terminal

    def test_names_that_the_archive_has_stand_out(self):
        terminal = self.typed("quotes by Kerry or Nobody")
        self.assertEqual(terminal.screen.colors_of("Kerry"), {"1"})
        self.assertEqual(terminal.screen.colors_of("Nobody"), {""})

    def test_what_is_wrong_is_underlined_once_it_is_certain(self):
        terminal = self.typed("quotes where speeker")
        self.assertNotIn("4;31", terminal.screen.colors_of("speeker"))
        terminal.type(" =")
        terminal.wait_for(lambda screen: screen.colors_of("speeker") == {"4;31"}, "an underlined word")

    def test_an_open_parenthesis_is_red_until_it_is_closed(self):
        terminal = self.typed("quotes where (kind = direct")
        self.assertEqual(terminal.screen.colors_of("("), {"31"})
        terminal.type(")")
        terminal.wait_for(lambda screen: screen.colors_of("(") == {""}, "a closed parenthesis")

    def test_words_of_the_archive_are_completed_between_quotation_marks(self):
        terminal = self.typed('who said "the CEASEF')
        terminal.type('\t" since 2014')
        terminal.wait_for_line('whosaid> who said "the ceasefire" since 2014')

    def test_several_words_are_listed_by_how_often_they_are_said(self):
        terminal = self.typed('who said "c')
        terminal.type("\t")
        terminal.wait_for_text("  ceasefire  ")
        terminal.settle()
        counts = [int(line.split()[-2]) for line in terminal.screen.lines() if line.startswith("  c")]
        self.assertGreater(len(counts), 1)
        self.assertEqual(counts, sorted(counts, reverse=True))
        self.assertEqual(terminal.screen.cursor_line(), 'whosaid> who said "c')

    def test_a_word_of_the_archive_is_suggested_and_taken(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        for key in 'who said "Alep':
            terminal.type(key)
            terminal.read(0.05)
        terminal.wait_for(lambda screen: screen.suggestion() == "po", "the rest of the word")
        terminal.type("\x1b[C")
        terminal.wait_for_line('whosaid> who said "Aleppo')

    def test_places_and_roles_complete(self):
        for text, whole in (("quotes in Par", "quotes in Paris"), ("quotes where role = russ", "quotes where role = Russian Foreign Minister"),
                            ("quotes where organisation = russ", "quotes where organisation = Russia")):
            with self.subTest(text=text):
                terminal = self.typed(text)
                terminal.type("\t")
                terminal.wait_for_line(f"whosaid> {whole}")

    def test_after_what_must_follow_nothing_else_is_offered(self):
        terminal = self.typed("quotes where kind = ")
        terminal.type("\t")
        terminal.wait_for_text("indirect")
        terminal.settle()
        self.assertNotIn("without", terminal.screen.text())


class WhileItWorks(Place):
    """Over an archive so large that whatever asks for all of it takes long."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.archive = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"whosaid-large-{os.getpid()}.whosaid")
        subprocess.run([PROGRAM, "add", SEEDS, "--to", cls.archive], check=True, capture_output=True)
        enlarge(cls.archive, 500)

    @classmethod
    def tearDownClass(cls):
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(cls.archive + ending):
                os.remove(cls.archive + ending)

    def test_a_long_question_says_so_and_is_given_up(self):
        terminal = self.open(self.archive)
        for question in ("quotes in any version", "statements", 'wordings of "the"'):
            with self.subTest(question=question):
                terminal.wait_for_prompt()
                before = len(terminal.raw)
                terminal.type(question + "\r")
                terminal.wait_for(lambda screen: "asking" in terminal.raw[before:], "that it takes long")
                terminal.type("\x03")
                terminal.wait_for(lambda screen: "cancelled" in terminal.raw[before:], "that it was given up")
                terminal.wait_for_prompt()
                self.assertNotIn("asking", terminal.screen.text())
        self.assertIn("1 statement", terminal.ask('who said "possibility" top 1'))

    def test_what_was_defined_before_a_question_was_given_up_stays(self):
        terminal = self.open(self.archive)
        terminal.wait_for_prompt()
        before = len(terminal.raw)
        terminal.type("\x1b[200~let people = Kerry\rquotes in any version\x1b[201~\r")
        terminal.wait_for(lambda screen: "asking" in terminal.raw[before:], "that it takes long")
        terminal.type("\x03")
        terminal.wait_for(lambda screen: "cancelled" in terminal.raw[before:], "that it was given up")
        terminal.wait_for_prompt()
        self.assertIn("1 of", terminal.ask("quotes by $people top 1"))

    def test_a_long_answer_is_given_up_while_it_is_written(self):
        terminal = self.open(self.archive)
        terminal.wait_for_prompt()
        terminal.type("quotes\r")
        terminal.wait_for_text("#100 ")
        terminal.type("\x03")
        terminal.wait_for_text("cancelled")
        terminal.wait_for_prompt()
        self.assertNotIn("#7000 ", terminal.raw)

    def test_adding_is_given_up_and_keeps_what_was_read(self):
        stories = os.path.join(self.home, "stories")
        os.mkdir(stories)
        for number in range(3000):
            self.write(f"stories/{number}.txt", f"The bridge is safe, Mayor Ann Lee said on day {number}.\n")
        archive = os.path.join(self.home, "a.whosaid")
        self.run_program("add", SEEDS, "--to", archive)
        terminal = self.open(archive)
        terminal.wait_for_prompt()
        terminal.type(f".add {stories}\r")
        # The first batches are stored by then.
        terminal.wait_for(
            lambda screen: any(int(done) > 200 for done in re.findall(r"(\d+) of 3000 articles", terminal.raw)), "that it reads")
        terminal.type("\x03")
        terminal.wait_for_text("stopped; what was read so far is in the archive")
        terminal.wait_for_prompt()
        # All that was read by then is in and said to be, and no more: the next one adds the rest, and nothing twice.
        added = int(re.search(r"(\d+) added", terminal.raw).group(1))
        self.assertLess(added, 3000)
        self.assertIn("Ann Lee", terminal.ask("who said bridge top 1"))
        terminal.type(f".add {stories}\r")
        terminal.wait_for_text(f"{3000 - added} added, 0 new versions, {added} unchanged")
        terminal.wait_for_prompt()
        self.assertIn("3000", terminal.ask("how many articles by Ann Lee"))

    def test_rows_for_programs_begin_before_the_last_is_made(self):
        for form in ("jsonl", "csv"):
            with self.subTest(form=form):
                # Through such a socket each piece arrives as it was written, however late it is read.
                reader, writer = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
                with reader, writer:
                    program = subprocess.Popen(
                        [PROGRAM, "ask", self.archive, "quotes", "--as", form], stdout=writer, env=self.environment())
                    writer.close()
                    pieces = list(iter(lambda: reader.recv(1 << 20), b""))
                self.assertEqual(program.wait(), 0)
                self.assertLess(pieces[0].count(b"\n"), 10)
                self.assertGreater(b"".join(pieces).count(b"\n"), 5_000)

    def test_a_reader_that_leaves_ends_it_quietly(self):
        program = subprocess.Popen(
            [PROGRAM, "ask", self.archive, "quotes", "--as", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment())
        os.read(program.stdout.fileno(), 100)
        program.stdout.close()
        self.assertEqual(program.stderr.read(), b"")
        program.stderr.close()
        program.wait()


class LongTexts(Place):
    def test_two_thousand_lines_are_pasted_in_one_piece(self):
        lines = [f'quotes "word{number}" top 1' if number % 2 else f"-- line {number}" for number in range(2000)]
        terminal = self.open()
        terminal.wait_for_prompt()
        text = "\x1b[200~" + "\r".join(lines + ["quotes top 1"]) + "\x1b[201~"
        # A terminal takes in no more at once than the program has read.
        end = time.monotonic() + 60
        while text and time.monotonic() < end:
            terminal.type(text[:1000])
            text = text[1000:]
            terminal.read(0.01)
        terminal.settle()
        terminal.type("\r")
        terminal.wait_for_text("1 of 68 quotes")
        terminal.wait_for_prompt()
        self.assertNotIn("error[", terminal.raw)
        self.assertIn("1 of", terminal.ask("quotes top 1"))


if __name__ == "__main__":
    unittest.main()
