"""The prompt on a terminal."""

import os
import signal
import unittest

from place import SEEDS, Place

QUESTION = 'who said "ceasefire" where date=2014-01-13'


class Typing(Place):
    def test_banner_tells_what_is_there_and_its_questions_have_answers(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        banner = terminal.screen.lines()
        self.assertRegex(banner[0], r"^whosaid \S+ · seeds: 5 articles, \d+ quotes, \d+ speakers, 4 outlets$")
        questions = [line.strip() for line in banner if line.startswith("  ")]
        self.assertEqual(len(questions), 3)
        for question in questions:
            answer = terminal.ask(question)
            self.assertNotIn("error[", answer)
            self.assertNotIn("no quotes", answer)

    def test_a_question_is_answered(self):
        terminal = self.open()
        answer = terminal.ask(QUESTION)
        self.assertIn("John Kerry", answer)
        self.assertIn("Sergei Lavrov", answer)

    def test_utf8_is_edited_by_characters(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type('who said "é日本x"')
        terminal.wait_for_line('whosaid> who said "é日本x"')
        terminal.type("\x1b[D\x1b[D\x7f")
        terminal.wait_for_line('whosaid> who said "é日x"')
        terminal.type("\x7f\x7fñ")
        terminal.wait_for_line('whosaid> who said "ñx"')

    def test_utf8_without_a_locale(self):
        terminal = self.open(LANG=None, LC_ALL=None)
        terminal.wait_for_prompt()
        terminal.type('who said "é日本"')
        terminal.wait_for_line('whosaid> who said "é日本"')

    def test_a_locale_that_is_not_there(self):
        terminal = self.open(LANG="xx_XX.ISO-8859-1", LC_ALL="xx_XX")
        terminal.wait_for_prompt()
        terminal.type("quotes «é»")
        terminal.wait_for_line("whosaid> quotes «é»")

    def test_a_line_longer_than_the_screen(self):
        terminal = self.open(columns=40, rows=10)
        terminal.wait_for_prompt()
        words = " ".join(f"word{index:02}" for index in range(14))
        terminal.type(f'who said "{words}"')
        terminal.wait_for_text('word13"')
        joined = "".join(line.ljust(40) for line in terminal.screen.lines()[-3:])
        self.assertIn(words, joined)
        terminal.type("\x01quotes or ")
        terminal.wait_for_text("whosaid> quotes or who said")

    def test_words_have_colours_on_a_terminal_only(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type('who said "cease')
        terminal.wait_for(lambda screen: screen.colors_of("cease") == {"31"}, "an open string in red")
        terminal.type('fire"')
        terminal.wait_for(lambda screen: screen.colors_of('"ceasefire"') == {"32"}, "a string in green")

    def test_no_color(self):
        for changes in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            terminal = self.open(**changes)
            terminal.ask(QUESTION)
            self.assertNotRegex(terminal.raw, "\x1b\\[[0-9;]*m")

    def test_dumb_terminal_gets_no_sequence_at_all(self):
        terminal = self.open(TERM="dumb")
        self.assertIn("Kerry", terminal.ask(QUESTION))
        terminal.type("quo\t")
        terminal.wait_for_text("whosaid> quote")
        terminal.type("\x03")
        terminal.wait_for_prompt()
        self.assertNotIn("\x1b", terminal.raw)

    def test_resize_draws_one_line(self):
        terminal = self.open(columns=60, rows=20)
        terminal.wait_for_prompt()
        terminal.type("quotes about Iran")
        terminal.wait_for_line("whosaid> quotes about Iran")
        terminal.settle()
        terminal.resize(100, 20)
        os.kill(terminal.process, signal.SIGWINCH)
        terminal.settle()
        self.assertEqual(terminal.screen.text().count("quotes about Iran"), 1)
        terminal.type(" and")
        terminal.wait_for_line("whosaid> quotes about Iran and")


class Settings(Place):
    def test_vi_keys_from_editrc(self):
        self.write(".editrc", "bind -v\n")
        terminal = self.open()
        terminal.ask("quotes top 1")
        terminal.type("quotes where (\r) xx\x1b")
        terminal.settle()
        terminal.type("XX0ix\x1bk0")
        terminal.settle()
        terminal.type("\x03")
        terminal.wait_for_prompt()
        terminal.type("/quo")
        terminal.settle()
        terminal.type("\x03")
        terminal.wait_for_prompt()
        terminal.type("\x1b[200~quotes\rtop 1\x1b[201~\r")
        terminal.wait_for(lambda screen: screen.text().count("1 of ") == 2, "a second answer")
        terminal.wait_for_prompt()

    def test_keys_without_which_nothing_works_cannot_be_bound_away(self):
        self.write(".editrc", "bind ^M ed-unassigned\nbind ^C ed-insert\nbind nonsense\n\xff\n")
        terminal = self.open()
        self.assertIn("1 of ", terminal.ask("quotes top 1"))
        terminal.type("abc")
        terminal.wait_for_line("whosaid> abc")
        terminal.type("\x03")
        terminal.wait_for_prompt()

    def test_a_stop_and_its_end_draw_the_line_again(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("quotes about Iran")
        terminal.wait_for_line("whosaid> quotes about Iran")
        terminal.settle()
        os.kill(terminal.process, signal.SIGSTOP)
        os.kill(terminal.process, signal.SIGCONT)
        terminal.settle()
        terminal.type(" and")
        terminal.wait_for_line("whosaid> quotes about Iran and")


class Leaving(Place):
    def test_end_of_input_quit_and_exit(self):
        for keys in ("\x04", ".quit\r", ".exit\r", "quit\r", "exit\r"):
            with self.subTest(keys=keys):
                terminal = self.open()
                terminal.wait_for_prompt()
                terminal.type(keys)
                self.assertEqual(terminal.wait_for_end(), 0)
                self.assertNotIn("2004", terminal.screen.modes)

    def test_d_on_a_line_with_text_stays(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("quotes\x01\x04")
        terminal.wait_for_line("whosaid> uotes")

    def test_being_killed_gives_the_terminal_back(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        self.assertIn("2004", terminal.screen.modes)
        os.kill(terminal.process, signal.SIGTERM)
        self.assertEqual(terminal.wait_for_end(), -signal.SIGTERM)
        self.assertNotIn("2004", terminal.screen.modes)


class Interrupting(Place):
    def test_interrupt_drops_the_line(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        for _ in range(3):
            terminal.type("who said nonsense")
            terminal.wait_for_line("whosaid> who said nonsense")
            terminal.type("\x03")  # with it the kernel drops what it has not handed over yet
            terminal.wait_for_prompt()
        self.assertIn("Kerry", terminal.ask(QUESTION))

    def test_interrupt_drops_all_lines_of_a_statement(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("quotes where (\rkind = direct\x1b[A")
        terminal.settle()
        terminal.type("\x03")
        terminal.wait_for_prompt()
        self.assertIn("kind = direct", terminal.screen.text())
        self.assertNotIn("kind", terminal.ask("quotes top 1"))

    def test_interrupt_after_an_escape(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("abc\x1b")
        terminal.settle()
        terminal.type("\x03")
        terminal.wait_for_prompt()


class Statements(Place):
    def test_an_open_parenthesis_asks_for_another_line(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("quotes where (\r")
        terminal.type("kind = direct\r")
        terminal.type(")\r")
        terminal.wait_for(lambda screen: "quotes," in screen.text() and screen.cursor_line() == "whosaid>", "an answer")
        self.assertNotIn("error[", terminal.screen.text())

    def test_a_blank_line_ends_what_is_open(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("quotes where (\r\r")
        terminal.wait_for_text("error")
        terminal.wait_for_prompt()

    def test_pasted_lines_are_one_statement(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("\x1b[200~who said \"ceasefire\"\r\twhere date=2014-01-13\r\x1b[201~")
        terminal.wait_for_text("where date")
        terminal.settle()
        self.assertNotIn("Kerry  ", terminal.screen.text().split("whosaid>")[-1])
        terminal.type("\r")
        terminal.wait_for_text("statements,")
        terminal.wait_for_prompt()
        self.assertNotIn("error[", terminal.screen.text())

    def test_controls_in_a_paste_do_nothing(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("\x1b[200~quotes\x04\x01 top\x1b]0;x\x07 1\x1b[201~")
        terminal.wait_for_line("whosaid> quotes top]0;x 1")

    def test_an_error_points_at_its_place_and_the_prompt_goes_on(self):
        terminal = self.open()
        answer = terminal.ask('who said "ceasefire" where speeker = Kerry')
        self.assertIn("^^^^^^^", answer)
        self.assertIn("speaker", answer)
        self.assertIn("Kerry", terminal.ask(QUESTION))

    def test_show_tells_file_and_line(self):
        terminal = self.open()
        terminal.ask(QUESTION)
        self.assertRegex(terminal.ask("show #1"), r"\.txt:\d+")

    def test_help(self):
        terminal = self.open()
        self.assertIn("how many", terminal.ask(".help"))
        self.assertIn("speaker", terminal.ask(".help fields"))
        self.assertIn("where kind = direct", terminal.ask(".help where"))
        self.assertIn("did you mean `.help where`", terminal.ask(".help wheer"))
        self.assertIn("Questions", terminal.ask("help"))
        self.assertIn(".help", terminal.ask(".hepl"))


class Completing(Place):
    def test_one_match_is_inserted(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("quotes where spea\t")
        terminal.wait_for(lambda screen: "speaker" in screen.cursor_line(), "speaker")

    def test_a_speaker_of_the_archive(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("quotes where speaker = Lavr\t")
        terminal.wait_for(lambda screen: "Sergei Lavrov" in screen.cursor_line(), "Sergei Lavrov")

    def test_several_are_listed_below_and_the_line_stays(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("quotes where p\t")
        terminal.wait_for_text("published")
        terminal.settle()
        self.assertIn("place", terminal.screen.text())
        self.assertEqual(terminal.screen.cursor_line(), "whosaid> quotes where p")
        terminal.type("lace is known\r")
        terminal.wait_for_text("quotes,")

    def test_a_list_below_several_lines(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("quotes where (\rkind = direct and p")
        terminal.type("\x1b[A\x05\x1b[B")
        terminal.settle()
        terminal.type("\x05\t")
        terminal.wait_for_text("published")
        terminal.settle()
        self.assertEqual(terminal.screen.lines()[-2:], ["whosaid> quotes where (", "kind = direct and p"])


class Remembering(Place):
    def test_history_goes_on_in_the_next_session_and_keeps_lines_together(self):
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.ask("quotes top 1")
        terminal.type("quotes where (\rkind = direct\r) top 1\r")
        terminal.wait_for(lambda screen: screen.text().count("1 of ") >= 2, "two answers")
        terminal.wait_for_prompt()
        terminal.type("\x04")
        terminal.wait_for_end()
        with open(self.history, encoding="utf-8") as file:
            self.assertEqual(file.read(), "quotes top 1\nquotes where (\\nkind = direct\\n) top 1\n")
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("\x1b[A")
        terminal.wait_for_line(") top 1")
        terminal.type("\x1b[A\x1b[A\x1b[A")
        terminal.wait_for_line("whosaid> quotes top 1")
        terminal.type("\x1b[B")
        terminal.wait_for_line(") top 1")

    def test_editing_a_recalled_statement_leaves_it_as_it_was(self):
        terminal = self.open()
        terminal.ask("quotes top 1")
        terminal.type("\x1b[A")
        terminal.wait_for_line("whosaid> quotes top 1")
        terminal.type("23")
        terminal.wait_for_line("whosaid> quotes top 123")
        terminal.type("\x03")
        terminal.wait_for_prompt()
        terminal.type("\x1b[A")
        terminal.wait_for_line("whosaid> quotes top 1")

    def test_search(self):
        terminal = self.open()
        terminal.ask("articles top 1")
        terminal.ask("quotes top 1")
        terminal.ask("outlets top 1")
        terminal.type("\x12quo")
        terminal.wait_for_line("(search) quo: quotes top 1")
        terminal.type("\x07")
        terminal.wait_for_prompt()
        terminal.type("\x12top\x12\x12\r")
        terminal.wait_for_line("whosaid> articles top 1")
        terminal.type("\x03")
        terminal.wait_for_prompt()
        terminal.type("abc\x12outl")
        terminal.wait_for_line("(search) outl: outlets top 1")
        terminal.type("\x03")
        terminal.wait_for_line("whosaid> abc")

    def test_suggestion_from_the_history(self):
        terminal = self.open()
        terminal.ask("articles top 1")
        terminal.type("arti")
        terminal.wait_for(lambda screen: screen.colors_of("cles top 1") == {"2"}, "a dim suggestion")
        terminal.type("\x1b[C")
        terminal.wait_for(lambda screen: screen.cursor_line() == "whosaid> articles top 1"
                          and screen.colors_of("top 1") != {"2"}, "the suggestion in the line")

    def test_damaged_history(self):
        os.makedirs(os.path.dirname(self.history))
        with open(self.history, "wb") as file:
            file.write(b"quotes top 1\n\xff\xfe\x00\x1b[31mred\nhalf \\")
        terminal = self.open()
        terminal.wait_for_prompt()
        terminal.type("\x1b[A\x1b[A\x1b[A")
        terminal.wait_for_line("whosaid> quotes top 1")
        terminal.type("\r")
        terminal.wait_for_text("1 of ")
        terminal.wait_for_prompt()
        with open(self.history, "rb") as file:
            self.assertEqual(file.read().split(b"\n")[-2], b"quotes top 1")

    def test_no_history_writes_nothing(self):
        terminal = self.open("--no-history", SEEDS)
        terminal.ask("quotes top 1")
        self.assertFalse(os.path.exists(self.history))

    def test_a_history_that_cannot_be_written_is_told_once(self):
        self.write("state", "a file where a folder should be")
        terminal = self.open()
        terminal.ask("quotes top 1")
        terminal.ask("quotes top 1")
        terminal.ask("articles top 1")
        self.assertEqual(terminal.screen.text().count("the history cannot be kept"), 1)


if __name__ == "__main__":
    unittest.main()
