"""The language server as a client sees it."""

import os
import random
import shutil
import signal
import time
import unittest

from client import Client, Failure
from place import PROGRAM, SEEDS, Place

SCRIPT = """-- archive: stories
let truce = "ceasefire"
who said $truce where date = 2014-01-13
expect some row where speaker = Kerry
quotes where speeker = Kerry
quotes by Kery
"""


class Server(Place):
    """A case with a server, and a script in a folder that has the seeds beside it."""

    def setUp(self):
        super().setUp()
        os.symlink(SEEDS, os.path.join(self.home, "stories"))
        self.path = os.path.join(self.home, "script.ask")
        self.uri = "file://" + self.path

    def start(self, *arguments, capabilities=None, **more):
        client = Client(PROGRAM, "--today", "2016-09-01", *arguments, environment=self.environment(), folder=self.home)
        self.addCleanup(client.close)
        self.capabilities = client.initialize(capabilities, **more)["capabilities"]
        return client

    def codes(self, client, uri=None):
        return [item.get("code") for item in client.diagnostics(uri or self.uri) or []]


class Life(Server):
    def test_a_goodbye_in_order_is_no_failure(self):
        self.assertEqual(self.start().leave(), 0)

    def test_leaving_without_a_word_is_one(self):
        client = self.start()
        client.notify("exit")
        self.assertEqual(client.process.wait(timeout=10), 1)

    def test_a_client_that_has_gone(self):
        client = self.start()
        client.process.stdin.close()
        self.assertEqual(client.process.wait(timeout=10), 1)

    def test_garbage_is_answered_and_survived(self):
        client = self.start()
        client.raw(b"Content-Length: -5\r\n\r\nContent-Length: 99999999999\r\n\r\n{\x00\xff}Content-Length: 3\r\n\r\n{\xff}")
        client.raw(b"".join(bytes([byte]) for byte in range(256)) + b"\r\n\r\n")
        client.open(self.uri, "quotes\n")
        self.assertIn("printed quotes", client.at("textDocument/hover", self.uri, 0, 1)["contents"]["value"])
        self.assertEqual({client.answers[None]["error"]["code"]}, {-32700})
        self.assertEqual(client.leave(), 0)

    def test_one_byte_at_a_time(self):
        client = self.start()
        body = b'{"jsonrpc":"2.0","id":"a","method":"no/such"}'
        for byte in b"Content-Length: %d\r\n\r\n" % len(body) + body:
            client.raw(bytes([byte]))
        with self.assertRaises(Failure) as raised:
            client.answer("a")
        self.assertEqual(raised.exception.code, -32601)


class Writing(Server):
    def test_what_is_wrong_is_sent_and_mended(self):
        client = self.start()
        client.open(self.uri, SCRIPT)
        client.wait_for(lambda: self.codes(client) == ["E0204", "W0501"])
        actions = client.request("textDocument/codeAction", {
            "textDocument": {"uri": self.uri}, "context": {"diagnostics": [], "only": ["quickfix"]},
            "range": {"start": {"line": 4, "character": 14}, "end": {"line": 4, "character": 14}}})
        self.assertEqual([action["title"] for action in actions], ["did you mean `speaker`?"])
        edit = actions[0]["edit"]["changes"][self.uri][0]
        client.change(self.uri, 2, {"range": edit["range"], "text": edit["newText"]})
        client.wait_for(lambda: self.codes(client) == ["W0501"])

    def test_what_is_wrong_is_told_on_request(self):
        client = self.start(capabilities={"textDocument": {"diagnostic": {}}})
        client.open(self.uri, SCRIPT)
        ask = {"textDocument": {"uri": self.uri}}
        report = client.request("textDocument/diagnostic", ask)
        self.assertEqual(report["kind"], "full")
        self.assertIn("E0204", [item["code"] for item in report["items"]])
        self.assertIsNone(client.diagnostics(self.uri))
        deadline = time.monotonic() + 20
        while len(report["items"]) < 2 and time.monotonic() < deadline:
            report = client.request("textDocument/diagnostic", ask)
        again = client.request("textDocument/diagnostic", {**ask, "previousResultId": report["resultId"]})
        self.assertEqual(again, {"kind": "unchanged", "resultId": report["resultId"]})

    def test_the_manual_is_linked_where_it_is_known(self):
        client = self.start("--manual", "https://example.org/manual/{code}.html")
        client.open(self.uri, "quotes where speeker = Kerry\n")
        client.wait_for(lambda: client.diagnostics(self.uri))
        item = client.diagnostics(self.uri)[0]
        self.assertEqual(item["codeDescription"]["href"], "https://example.org/manual/E0204.html")

    def test_completion_with_both_encodings(self):
        line = 'who said "😀é" by Kerr'
        for encoding, column in (("utf-8", len(line.encode())), ("utf-16", len(line.encode("utf-16-le")) // 2)):
            with self.subTest(encoding=encoding):
                client = self.start(capabilities={"general": {"positionEncodings": [encoding]}})
                self.assertEqual(self.capabilities["positionEncoding"], encoding)
                client.open(self.uri, "-- archive: stories\n" + line + "\n")
                items = []
                deadline = time.monotonic() + 20
                while not items and time.monotonic() < deadline:
                    items = client.at("textDocument/completion", self.uri, 1, column)["items"]
                self.assertEqual(items[0]["textEdit"]["newText"], "John Kerry")
                self.assertEqual(items[0]["textEdit"]["range"]["start"]["character"], column - 4)
                resolved = client.request("completionItem/resolve", items[0])
                self.assertIn("Secretary of State", resolved["documentation"])
                client.close()

    def test_hover_knows_the_archive(self):
        client = self.start("--archive", SEEDS, capabilities={"textDocument": {"hover": {"contentFormat": ["markdown"]}}})
        client.open(self.uri, "quotes by Kerry\n")
        text = ""
        deadline = time.monotonic() + 20
        while "John Kerry" not in text and time.monotonic() < deadline:
            text = (client.at("textDocument/hover", self.uri, 0, 11) or {"contents": {"value": ""}})["contents"]["value"]
        for piece in ("**John Kerry**", "quotes", "U.S. Secretary of State", "2014-01-13"):
            self.assertIn(piece, text)

    def test_formatting_is_that_of_the_program(self):
        text = "-- a\nWho SAID “aid”  where kind=direct?\r\n\n\n\nlet w=aid ;quotes  top 5\nwho sed  x"
        client = self.start()
        client.open(self.uri, text)
        edits = client.request("textDocument/formatting", {"textDocument": {"uri": self.uri}, "options": {}})
        self.assertEqual(apply(text, edits), self.run_program("format", text=text).stdout)

    def test_names_across_files(self):
        with open(os.path.join(self.home, "names.ask"), "w", encoding="utf-8") as file:
            file.write("-- é\nlet truce = \"ceasefire\"\n")
        client = self.start()
        client.open(self.uri, 'include "names.ask"\nwho said $truce\n')
        client.wait_for(lambda: client.diagnostics(self.uri) is not None)
        self.assertEqual(client.diagnostics(self.uri), [])
        found = client.at("textDocument/definition", self.uri, 1, 12)
        names = "file://" + os.path.realpath(os.path.join(self.home, "names.ask"))
        self.assertEqual(found["uri"], names)
        self.assertEqual(found["range"]["start"], {"line": 1, "character": 4})
        # A file that is not open is renamed with the script that includes it.
        changes = client.at("textDocument/rename", self.uri, 1, 12, newName="peace")["changes"]
        self.assertEqual({uri: [edit["range"]["start"]["line"] for edit in edits] for uri, edits in changes.items()},
                         {names: [1], self.uri: [1]})
        # What is open counts, not what is saved; and what another file includes is renamed with it.
        client.open(names, "let truce = \"peace talks\"\n")
        changes = client.at("textDocument/rename", names, 0, 5, newName="peace")["changes"]
        self.assertEqual({uri: [edit["newText"] for edit in edits] for uri, edits in changes.items()},
                         {names: ["peace"], self.uri: ["peace"]})
        client.change(names, 2, {"text": "let other = aid\n"})
        client.wait_for(lambda: self.codes(client) == ["E0207"])

    def test_a_name_that_others_own_is_not_renamed(self):
        place = os.path.join(self.home, "ours")
        os.mkdir(place)
        theirs = os.path.join(self.home, "theirs.ask")
        with open(theirs, "w", encoding="utf-8") as file:
            file.write("let truce = aid\n")
        uri = f"file://{os.path.realpath(place)}/a.ask"
        client = self.start()
        client.open(uri, 'include "../theirs.ask"\nwho said $truce\n')
        with self.assertRaises(Failure) as raised:
            client.at("textDocument/rename", uri, 1, 12, newName="peace")
        self.assertEqual(raised.exception.code, -32803)
        self.assertIn("outside of the workspace", str(raised.exception))
        # In the workspace it can be renamed, unless it is write-protected.
        os.rename(theirs, os.path.join(place, "theirs.ask"))
        client.change(uri, 2, {"text": 'include "theirs.ask"\nwho said $truce\n'})
        self.assertEqual(len(client.at("textDocument/rename", uri, 1, 12, newName="peace")["changes"]), 2)
        if os.geteuid() != 0:
            os.chmod(os.path.join(place, "theirs.ask"), 0o400)
            with self.assertRaises(Failure) as raised:
                client.at("textDocument/rename", uri, 1, 12, newName="peace")
            self.assertIn("cannot be written to", str(raised.exception))

    def test_a_stale_lens_and_a_wrong_rename_are_refused(self):
        client = self.start("--archive", SEEDS)
        client.open(self.uri, "let w = aid\nquotes\n")
        lens = client.request("textDocument/codeLens", {"textDocument": {"uri": self.uri}})[0]
        client.change(self.uri, 2, {"text": "speakers\n"})
        with self.assertRaises(Failure) as raised:
            client.request("codeLens/resolve", lens)
        self.assertEqual(raised.exception.code, -32801)
        with self.assertRaises(Failure) as raised:
            client.at("textDocument/rename", self.uri, 0, 2, newName="x")
        self.assertEqual(raised.exception.code, -32803)

    def test_tokens_and_their_changes(self):
        client = self.start()
        ask = {"textDocument": {"uri": self.uri}}
        lines = ["quotes since 2014 -- é"] * 50
        client.open(self.uri, "\n".join(lines))
        first = client.request("textDocument/semanticTokens/full", ask)
        client.change(self.uri, 2, {
            "range": {"start": {"line": 20, "character": 0}, "end": {"line": 20, "character": 6}}, "text": "speakers"})
        delta = client.request("textDocument/semanticTokens/full/delta", {**ask, "previousResultId": first["resultId"]})
        data = first["data"]
        for edit in delta["edits"]:
            data = data[:edit["start"]] + edit["data"] + data[edit["start"] + edit["deleteCount"]:]
        self.assertEqual(data, client.request("textDocument/semanticTokens/full", ask)["data"])
        self.assertLess(len(delta["edits"][0]["data"]), 20)
        some = client.request("textDocument/semanticTokens/range", {
            **ask, "range": {"start": {"line": 3, "character": 0}, "end": {"line": 3, "character": 9}}})
        self.assertEqual(some["data"][:5], [3, 0, 6, 0, 0])


class Answering(Server):
    def wait_for_rows(self, client):
        lens = client.request("textDocument/codeLens", {"textDocument": {"uri": self.uri}})
        title, deadline = "run", time.monotonic() + 20
        while title == "run" and time.monotonic() < deadline:
            titles = [client.request("codeLens/resolve", item)["command"]["title"] for item in lens]
            title = titles[0]
        return titles

    def test_lenses_tell_rows_and_expectations(self):
        client = self.start()
        client.open(self.uri, SCRIPT + "expect 7 rows\n")
        titles = self.wait_for_rows(client)
        self.assertRegex(titles[0], r"^run · \d+ rows$")
        self.assertEqual(titles[1], "expectation holds")
        self.assertEqual(titles[2], "run · 0 rows")
        self.assertTrue(titles[3].startswith("expectation fails: "), titles[3])

    def test_lenses_see_what_included_files_have_asked(self):
        folder = os.path.dirname(self.path)
        for name, text in (("first.ask", 'let w = "ceasefire"\nquotes $w top 3\n'), ("second.ask", 'include "first.ask"\nquotes among _ top 2\n')):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        client = self.start()
        client.open(
            self.uri,
            '-- archive: stories\ninclude "second.ask"\nexpect 2 rows\nquotes among _ top 1\nexpect 2 rows\n'
            'include "first.ask"\nexpect 3 rows\n')
        lenses = client.request("textDocument/codeLens", {"textDocument": {"uri": self.uri}})
        titles, deadline = ["run"], time.monotonic() + 60
        while "run" in titles and time.monotonic() < deadline:
            titles = [client.request("codeLens/resolve", lens)["command"]["title"] for lens in lenses]
        self.assertEqual(titles[0], "expectation holds")
        self.assertEqual(titles[1], "run · 1 row")
        self.assertTrue(titles[2].startswith("expectation fails: expected 2 rows, found 1 row"), titles[2])
        self.assertEqual(titles[3], "expectation holds")

    def test_a_question_is_answered_and_shown(self):
        client = self.start(capabilities={"window": {"showDocument": {"support": True}}})
        client.open(self.uri, SCRIPT)
        self.wait_for_rows(client)
        argument = {"uri": self.uri, "position": {"line": 2, "character": 3}}
        answer = client.request("workspace/executeCommand", {"command": "whosaid.run", "arguments": [argument]})
        self.assertIn("John Kerry", answer["text"])
        client.wait_for(lambda: any(r["method"] == "window/showDocument" for r in client.requests))
        shown = next(r for r in client.requests if r["method"] == "window/showDocument")["params"]["uri"][len("file://"):]
        with open(shown, encoding="utf-8") as file:
            self.assertEqual(file.read(), answer["text"])
        self.assertEqual(os.stat(os.path.dirname(shown)).st_mode & 0o777, 0o700)
        self.assertEqual(client.leave(), 0)
        self.assertFalse(os.path.exists(os.path.dirname(shown)))

    def test_nothing_is_corrected_from_an_editor(self):
        archive = os.path.join(self.home, "a.whosaid")
        self.run_program("add", SEEDS, "--to", archive)
        client = self.start("--archive", archive)
        client.open(self.uri, "quotes\nmerge Kerry into Lavrov\n")
        self.wait_for_rows(client)
        argument = {"uri": self.uri, "position": {"line": 1, "character": 3}}
        answer = client.request("workspace/executeCommand", {"command": "whosaid.run", "arguments": [argument]})
        self.assertIn("at the prompt", answer["text"])
        self.assertNotIn("#1", self.run_program("ask", archive, "corrections").stdout)

    def test_a_request_can_be_cancelled(self):
        client = self.start("--archive", SEEDS)
        client.open(self.uri, "quotes\n" * 300)
        self.wait_for_rows_of_first(client)
        lenses = client.request("textDocument/codeLens", {"textDocument": {"uri": self.uri}})
        client.change(self.uri, 2, {"text": "".join(f"quotes where words > {n}\n" for n in range(300))})
        lenses = client.request("textDocument/codeLens", {"textDocument": {"uri": self.uri}})
        # While the server stands still, each request is followed by the word that it is no longer wanted.
        client.process.send_signal(signal.SIGSTOP)
        begun = []
        for lens in lenses[:50]:
            begun.append(client.begin("codeLens/resolve", lens))
            client.notify("$/cancelRequest", {"id": begun[-1]})
        client.process.send_signal(signal.SIGCONT)
        outcomes = []
        for identity in begun:
            try:
                client.answer(identity)
                outcomes.append(None)
            except Failure as failure:
                outcomes.append(failure.code)
        self.assertLessEqual(set(outcomes), {None, -32800})
        self.assertIn(-32800, outcomes)
        self.assertEqual(client.leave(), 0)

    def wait_for_rows_of_first(self, client):
        lens = client.request("textDocument/codeLens", {"textDocument": {"uri": self.uri}})[0]
        deadline = time.monotonic() + 20
        while client.request("codeLens/resolve", lens)["command"]["title"] == "run" and time.monotonic() < deadline:
            time.sleep(0.02)


class Archives(Server):
    def test_without_an_archive_all_works_that_needs_none(self):
        client = self.start()
        client.open("untitled:Untitled-1", "quotes where speeker = x\n")
        uri = "untitled:Untitled-1"
        client.wait_for(lambda: self.codes(client, uri) == ["E0204"])
        self.assertEqual(client.request("textDocument/codeLens", {"textDocument": {"uri": uri}}), [])
        labels = [item["label"] for item in client.at("textDocument/completion", uri, 0, 13)["items"]]
        self.assertIn("speaker", labels)
        with self.assertRaises(Failure) as raised:
            client.request("workspace/executeCommand", {
                "command": "whosaid.run", "arguments": [{"uri": uri, "position": {"line": 0, "character": 0}}]})
        self.assertEqual(raised.exception.code, -32803)

    def test_an_archive_appears_changes_and_vanishes(self):
        client = self.start(capabilities={"window": {"workDoneProgress": True}})
        archive = os.path.join(self.home, "late.whosaid")
        client.open(self.uri, "-- archive: late.whosaid\nquotes by Kery\n")
        client.wait_for(lambda: any("late.whosaid" in item["message"] for item in client.diagnostics(self.uri) or []))
        self.assertEqual(client.diagnostics(self.uri)[0]["range"]["start"], {"line": 0, "character": 12})

        def later(condition):
            """Asks now and then, as an editor does, until the server has noticed."""
            deadline = time.monotonic() + 20
            while not condition() and time.monotonic() < deadline:
                client.at("textDocument/completion", self.uri, 1, 14)
                time.sleep(0.05)
            self.assertTrue(condition(), client.diagnostics(self.uri))

        self.run_program("add", os.path.join(SEEDS, "003_8445f86a0271d59f.txt"), "--to", archive)
        later(lambda: self.codes(client) == ["W0501"])
        before = len(client.notifications)
        self.run_program("add", SEEDS, "--to", archive)
        later(lambda: any("John Kerry" in str(n) for n in client.notifications[before:]))
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(archive + ending):
                os.remove(archive + ending)
        later(lambda: any("late.whosaid" in item["message"] for item in client.diagnostics(self.uri)))

    def test_another_archive_is_looked_for_when_the_script_is_saved(self):
        client = self.start()
        client.open(self.uri, "-- archive: nothing\nquotes by Kery\n")
        client.wait_for(lambda: any("nothing" in item["message"] for item in client.diagnostics(self.uri) or []))
        client.change(self.uri, 2, {"text": "-- archive: stories\nquotes by Kery\n"})
        time.sleep(0.5)
        lenses = client.request("textDocument/codeLens", {"textDocument": {"uri": self.uri}})
        self.assertEqual(client.request("codeLens/resolve", lenses[0])["command"]["title"], "run")
        client.notify("textDocument/didSave", {"textDocument": {"uri": self.uri}})
        client.wait_for(lambda: self.codes(client) == ["W0501"])

    def test_progress_while_an_archive_is_read(self):
        stories = os.path.join(self.home, "many")
        os.mkdir(stories)
        for number in range(60):
            for name in os.listdir(SEEDS):
                if name.endswith(".txt"):
                    shutil.copy(os.path.join(SEEDS, name), os.path.join(stories, f"{number}-{name}"))
        client = self.start(capabilities={"window": {"workDoneProgress": True}})
        client.open(self.uri, "-- archive: many\nquotes\n")
        values = lambda: [n["params"]["value"]["kind"] for n in client.notifications if n["method"] == "$/progress"]
        client.wait_for(lambda: "end" in values(), timeout=120)
        self.assertEqual((values()[0], values()[-1]), ("begin", "end"))
        self.assertIn("report", values())


class Keeping(Server):
    def test_after_many_random_edits_the_text_is_the_clients(self):
        """The server's text is seen through formatting, of which the program says what it must be."""
        chance = random.Random(2014)
        client = self.start()
        text = SCRIPT
        client.open(self.uri, text)
        scraps = ["", "quotes  top 5\n", "é", "😀", "\r\n", "\r", "who  said aid", "\n\n", "“x”"]
        for version in range(2, 600):
            units = text.encode("utf-16-le")
            lines = [piece for piece in split(text)]
            start, end = sorted(chance.choice(range(len(text) + 1)) for _ in range(2))
            end = min(end, start + chance.choice((0, 0, 1, 5)))
            if 0 < start < len(text) and text[start - 1:start + 1] == "\r\n":
                start -= 1
            if 0 < end < len(text) and text[end - 1:end + 1] == "\r\n":
                end += 1
            new = chance.choice(scraps)
            client.change(self.uri, version, {
                "range": {"start": position(text, start), "end": position(text, end)}, "text": new})
            text = text[:start] + new + text[end:]
            if len(text) > 900:
                text = SCRIPT
                client.change(self.uri, version, {"text": text})
        edits = client.request("textDocument/formatting", {"textDocument": {"uri": self.uri}, "options": {}})
        self.assertEqual(apply(text, edits), self.run_formatter(text))

    def run_formatter(self, text):
        import subprocess
        return subprocess.run([PROGRAM, "format"], input=text.encode(), capture_output=True, timeout=60).stdout.decode()


def split(text):
    """The lines of a text as the protocol counts them."""
    lines, start, index = [], 0, 0
    while index < len(text):
        step = 2 if text[index:index + 2] == "\r\n" else 1
        if text[index] in "\r\n":
            lines.append((start, index))
            start = index + step
        index += step
    return lines + [(start, len(text))]


def position(text, offset):
    """The place of an offset in UTF-16 units."""
    number, (start, _) = max((n, line) for n, line in enumerate(split(text)) if line[0] <= offset)
    return {"line": number, "character": len(text[start:offset].encode("utf-16-le")) // 2}


def apply(text, edits):
    """A text after edits, which do not overlap."""
    lines = split(text)

    def offset(place):
        start, end = lines[place["line"]]
        units = text[start:end].encode("utf-16-le")[:place["character"] * 2]
        return start + len(units.decode("utf-16-le"))

    for edit in sorted(edits, key=lambda edit: offset(edit["range"]["start"]), reverse=True):
        start, end = (offset(edit["range"][side]) for side in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    return text


if __name__ == "__main__":
    unittest.main()
