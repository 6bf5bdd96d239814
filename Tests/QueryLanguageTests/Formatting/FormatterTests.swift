import Testing

@testable import QueryLanguage

@Suite struct FormatterTests {
    @Test(arguments: [
        ("Who SAID “aid”  where kind=direct?", "who said \"aid\" where kind = direct"),
        ("quotes\n\n\n\nspeakers\n", "quotes\n\nspeakers\n"),
        (
            "quotes   where kind=direct\nand speaker=Kerry  -- why\n",
            "quotes where kind = direct\n  and speaker = Kerry -- why\n"
        ),
        ("quotes where speaker in ( Kerry ,Lavrov )", "quotes where speaker in (Kerry, Lavrov)"),
        ("quotes ;speakers", "quotes; speakers"),
        ("quotes   where speeker=Kerry", "quotes   where speeker=Kerry"),
        ("quotes \"a1\" NEAR/3 \"b1\"", "quotes \"a1\" near/3 \"b1\""),
        ("quoes\n\tand kind = direct -- why\n\n\nquotes", "quoes\n\tand kind = direct -- why\n\nquotes"),
        ("who said «a\"\u{301}b»", "who said \"a\\\"\u{301}b\""),
        ("WHAT DID WHO SAY", "what did WHO say"),
        ("#!/usr/bin/env whosaid\n-- a comment\nquotes", "#!/usr/bin/env whosaid\n-- a comment\nquotes"),
        ("", ""),
    ])
    func writesInTheUsualWay(text: String, formatted: String) {
        #expect(Formatter.format(text) == formatted)
    }

    @Test(arguments: Examples.meanings.map(\.question) + WrongStatements.rows.map(\.marked))
    func isIdempotentAndKeepsTheMeaning(text: String) {
        let once = Formatter.format(text)
        #expect(Formatter.format(once) == once)
        #expect(
            Script(parsing: once).statements.map { Dump.text($0.statement) }
                == Script(parsing: text).statements.map { Dump.text($0.statement) })
    }
}
