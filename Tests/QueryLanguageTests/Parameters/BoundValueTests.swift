import Testing
import Text

@testable import QueryLanguage

@Suite struct BoundValueTests {
    /// A text with a value for `$w`, and the same text with that value written into it.
    @Test(
        arguments: [
            ("who said $w", .words("cease fire"), #"who said "cease fire""#),
            ("who said $w", .words("terror*"), #"who said "terror*""#),
            ("who said $w", .exactly("Cease-Fire"), #"who said exactly "Cease-Fire""#),
            ("who said $w", .typed("cease fire"), #"who said "cease fire""#),
            ("quotes by $w", .name("Ann Lee"), #"quotes by "Ann Lee""#),
            ("quotes by $w", .words("Ann Lee"), #"quotes by "Ann Lee""#),
            ("quotes where speaker in ($w, Roe)", .typed("Lee"), #"quotes where speaker in ("Lee", Roe)"#),
            ("quotes since $w", .date("13 January 2014"), "quotes since 2014-01-13"),
            ("quotes since $w", .typed("2014-01"), "quotes since January 2014"),
            ("quotes where said = $w", .date("yesterday"), "quotes where said = yesterday"),
            ("quotes where reports > $w", .number(2), "quotes where reports > 2"),
            ("quotes where confidence >= $w", .typed("0.5"), "quotes where confidence >= 0.5"),
            ("who said $w", .typed("January 2014"), #"who said "January 2014""#),
            ("quotes by $w", .typed("May"), #"quotes by "May""#), ("who said $w", .typed("007"), #"who said "007""#),
            ("let w = 2014-01-13\nquotes since $w", .typed("2014-02-01"), "quotes since 2014-02-01"),
            ("let w = \"aid\"\nquotes $w", .typed("2014-02-01"), #"quotes "2014-02-01""#),
            ("let w = \"aid\" or \"help\"\nquotes $w", .words("food"), #"quotes "food""#),
            ("let w = Kerry\nquotes by $w", .typed("Ann Lee"), #"quotes by "Ann Lee""#),
            ("let w = 2\nquotes where reports > $w", .typed("3"), "quotes where reports > 3"),
            // What is syntax elsewhere is none in a value.
            ("who said $w", .words(#"x" or "y"#), #"who said "x\" or \"y""#),
            ("who said $w", .typed("a\nquotes"), nil), ("who said $w", .words("$w"), #"who said "$w""#),
            ("quotes by $w", .name(#"Lee" or speaker = "Roe"#), #"quotes by "Lee\" or speaker = \"Roe""#),
            ("who said $w", .typed("/a/i -- b"), #"who said "/a/i -- b""#),
        ] as [(String, BoundValue, String?)])
    func isOneValue(text: String, value: BoundValue, written: String?) throws {
        let script = Script(parsing: text, parameters: ["w": value])
        #expect(script.diagnostics.map(\.message) == [])
        #expect(script.text == text)
        let statement = try #require(script.statements.last?.statement)
        if let written {
            #expect(statement.placeless == Script(parsing: written).statements.first?.statement?.placeless)
        } else {
            #expect(script.statements.count == 1)
        }
    }

    @Test(arguments: [
        ("let w = 2014-01-13\nquotes since $w", BoundValue.typed("lately"), "is a date here"),
        ("let w = 2014-01-13\nquotes since $w", .words("2014-02-01"), "is a date here"),
        ("let w = 2\nquotes where reports > $w", .typed("many"), "is a number here"),
        ("let w = \"aid\"\nquotes $w", .date("2014-01-13"), "is words here"),
        ("let w = speaker = Lee\nquotes where $w", .typed("Roe"), "is no single value here"),
        ("let w = quotes by Lee\nquotes among $w", .name("Roe"), "is no single value here"),
    ])
    func whatDoesNotFitIsSaidOnce(text: String, value: BoundValue, words: String) {
        let script = Script(parsing: text, parameters: ["w": value])
        #expect(script.diagnostics.map(\.code) == ["E0908"])
        #expect(script.diagnostics.first?.message.contains(words) == true)
        #expect(script.diagnostics.first?.range == ByteRange(4, 5))
    }

    @Test(arguments: [
        BoundValue.words(""), .words(" -- "), .exactly(" "), .name(""), .date("13th"), .date("2014-02-30"),
        .date("03/04/2014"), .date(String(repeating: " ", count: 70) + "2014"), .date("2014-01-13 or"), .number(.nan),
        .number(.infinity), .typed(""), .typed("  "),
    ])
    func isNoValueAtAll(value: BoundValue) { #expect(value.definition() == nil) }

    @Test func namesAreThoseUsedAndDefined() {
        #expect(Script(parsing: "let a = \"x\"\nquotes $b where speaker = $c -- $d").names == ["a", "b", "c"])
    }
}
