import Testing
import Text

@testable import annotator_lab

@Suite struct ScoringTests {
    static let text = "\"Go home,\" Ann said. \"Now.\" Bob said it was late. He likes “pie”."

    static func range(_ part: String) throws -> ByteRange {
        let (bytes, part) = (Array(text.utf8), Array(part.utf8))
        let lower = try #require(bytes.indices.first { bytes[$0...].starts(with: part) })
        return ByteRange(lower, lower + part.count)
    }

    static func quote(_ content: [String], by source: String?) throws -> ComparedQuote {
        try ComparedQuote(
            content.map(range), source: source.map { try range($0) }, cue: nil, in: ComparedText(text))
    }

    static func gold() throws -> [ComparedQuote] {
        [
            try quote(["Go home,", "Now."], by: "Ann"), try quote(["it was late"], by: "Bob"),
            try quote(["He likes “pie”"], by: nil),
        ]
    }

    @Test func kindsFollowTheMarks() throws {
        #expect(try Self.gold().map(\.kind) == [.direct, .indirect, .mixed])
    }

    @Test func theGoldItselfIsRight() throws {
        let whole = Comparison(gold: try Self.gold(), found: try Self.gold()).wholes
        #expect(whole.right == 3 && whole.gold == 3 && whole.found == 3)
        #expect(whole.description == "100.0 of 3 found, 100.0 of 3 marked, F 100.0")
    }

    @Test func halfOfTheWordsAreEnoughAndTheSourceMustBeRight() throws {
        let comparison = Comparison(
            gold: try Self.gold(),
            found: [try Self.quote(["Go home"], by: "Ann"), try Self.quote(["it was late."], by: "Ann")])
        #expect(comparison.matches == [0: 0, 1: 1])
        #expect(comparison.wholes.right == 1)
        #expect(comparison.words.right == 2)
        let mistakes = Mistake.all(comparison, in: ComparedText(Self.text))
        #expect(mistakes.map(\.kind) == [.source, .missed])
        #expect(mistakes[0].description.contains("[[it was late]]"))
    }

    @Test func aWrongExtentIsTwoMistakes() throws {
        let comparison = Comparison(
            gold: [try Self.quote(["Bob said it was late"], by: nil)],
            found: [try Self.quote(["late. He likes"], by: nil)])
        #expect(Mistake.all(comparison, in: ComparedText(Self.text)).map(\.kind) == [.boundary, .alarm])
    }

    @Test(arguments: [(1, 3, "33.3"), (2, 3, "66.7"), (0, 5, "0.0"), (5, 5, "100.0"), (0, 0, "-")])
    func shares(part: Int, whole: Int, expected: String) { #expect(Percent.text(part, of: whole) == expected) }
}
