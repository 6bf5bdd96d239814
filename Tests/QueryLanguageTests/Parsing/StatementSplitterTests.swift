import Testing
import Text

@testable import QueryLanguage

@Suite struct StatementSplitterTests {
    @Test(arguments: [
        ("quotes\nspeakers", ["quotes", "speakers"]),
        ("quotes; speakers", ["quotes", "speakers"]),
        (
            "quotes\n  where kind = direct\n  and speaker = Kerry",
            ["quotes\n  where kind = direct\n  and speaker = Kerry"]
        ),
        ("quotes\n\nwhere kind = direct", ["quotes", "where kind = direct"]),
        ("quotes\nwhere did Kerry say \"aid\"", ["quotes", "where did Kerry say \"aid\""]),
        ("quotes\nwhere DID Kerry say \"aid\"", ["quotes", "where DID Kerry say \"aid\""]),
        ("quotes where (kind = direct\nor kind = mixed)", ["quotes where (kind = direct\nor kind = mixed)"]),
        ("quotes where speaker =\n\"Kerry\"", ["quotes where speaker =\n\"Kerry\""]),
        ("quotes order by date,\noutlet", ["quotes order by date,\noutlet"]),
        ("#!/usr/bin/whosaid run\nquotes -- all of them\n-- a comment\nspeakers", ["quotes", "speakers"]),
        ("quotes\n-- in between\nwhere kind = direct", ["quotes\n-- in between\nwhere kind = direct"]),
        ("quotes\r\nspeakers\r\n", ["quotes", "speakers"]),
        ("", []), ("\n\n-- nothing\n", []), (";;", []),
        ("quotes \"a--b\" -- end", ["quotes \"a--b\""]), ("quotes;--speakers", ["quotes"]),
    ])
    func findsStatements(text: String, statements: [String]) {
        let script = Script(parsing: text)
        let bytes = Array(text.utf8)
        #expect(script.statements.map { bytes.text($0.range) } == statements)
    }

    @Test(arguments: [
        ("quotes where (kind = direct", true), ("quotes where speaker =", true), ("quotes order by date,", true),
        ("quotes where kind = direct and", true), ("quotes \"aid\" near/5", true),
        ("quotes", false), ("quotes where", false), ("who said \"aid", false), ("", false),
        ("quotes where (kind = direct\n\n", false), ("quotes where (kind = direct;", false), ("quotes (\"a\")", false),
    ])
    func knowsWhatIsIncomplete(text: String, isIncomplete: Bool) {
        #expect(Script.isIncomplete(text) == isIncomplete)
    }
}
