import Testing
import Text

@testable import QueryLanguage

@Suite struct DefinitionTests {
    @Test(arguments: [
        ("let w = \"x1\" or \"x2\"", "quotes $w and \"y1\"", #"quotes | text says (("x1" or "x2") and "y1")"#),
        ("let w = \"cease fire\"", "who said $w", #"who | text says "cease fire""#),
        ("let c = kind = direct or kind = mixed", "quotes where not $c", "quotes | not(kind = direct or kind = mixed)"),
        (
            "let c = kind = direct\nlet d = $c and speaker = Kerry", "quotes where $d",
            "quotes | kind = direct & speaker = Kerry"
        ),
        (
            "let c = kind = direct\nlet d = not ($c or $c)", "quotes where $d",
            "quotes | not(kind = direct or kind = direct)"
        ),
        ("let k = Kerry", "what did $k say", "what | speaker = Kerry"),
        ("let k = \"John Kerry\"", "quotes by $k or Lavrov", "quotes | speaker = John Kerry or speaker = Lavrov"),
        ("let d = 2014-01-13", "quotes since $d", "quotes | date >= 2014-01-13"),
        ("let n = 3", "quotes where words > $n", "quotes | words > 3"),
        ("let q = quotes by Kerry", "quotes among $q", "quotes | among (quotes | speaker = Kerry)"),
        ("let p = \"US\" or \"Russia\"", "quotes where speaker = $p", "quotes | speaker in [US, Russia]"),
    ])
    func aNameStandsForATree(definition: String, question: String, meaning: String) {
        let script = Script(parsing: definition + "\n" + question)
        #expect(script.diagnostics.map(\.message) == [])
        #expect(Dump.text(script.statements.last?.statement) == meaning)
        // The prompt reads one statement at a time, and hands on what was defined.
        let first = Script(parsing: definition)
        let second = Script(parsing: question, definitions: first.definitions)
        #expect(Dump.text(second.statements.last?.statement) == meaning)
    }

    @Test func rangesLieInTheTextAtHand() {
        let definitions = Script(parsing: "let c = speaker = Kerry and outlet = Guardian").definitions
        let script = Script(parsing: "quotes where $c", definitions: definitions)
        guard case .question(let query)? = script.statements.first?.statement,
            case .all(let parts)? = query.conditions
        else {
            Issue.record("no question")
            return
        }
        for case .test(let test) in parts { #expect(test.range == ByteRange(13, 15)) }
    }

    @Test func aValueNeverAddsSyntax() {
        let hostile = Value.text("x\" or speaker = \"Lavrov", isExact: false, ByteRange(0, 0))
        let script = Script(parsing: "quotes by $name", definitions: ["name": .value(hostile)])
        #expect(Dump.text(script.statements.first?.statement) == "quotes | speaker = x\" or speaker = \"Lavrov")
    }

    @Test func theTypesOfBoundValuesAreChecked() {
        let word = Statement.Definition.Value.value(.text("soon", isExact: false, ByteRange(0, 0)))
        #expect(Script(parsing: "quotes since $d", definitions: ["d": word]).diagnostics.map(\.code) == ["E0301"])
        #expect(
            Script(parsing: "quotes where words > $d", definitions: ["d": word]).diagnostics.map(\.code) == ["E0302"])
        #expect(
            Script(parsing: "quotes where kind = $d", definitions: ["d": word]).diagnostics.map(\.code) == ["E0303"])
    }
}
