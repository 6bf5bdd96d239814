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
            content.map(range), source: source.map { try range($0) }, in: ComparedText(text))
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

    @Test(arguments: [
        ("said", true), ("also told reporters", true), ("According to", true), ("ADDED", true), ("'s plan for", false),
        ("believes", false), ("sayings", false), ("", false),
    ])
    func cuesOfSayingAreToldFromThoseOfThinking(cue: String, isSaying: Bool) {
        #expect(SayingCue.isSaying(cue) == isSaying)
    }

    /// A belief that people marked counts on neither side of speech, and what nobody marked counts as found.
    @Test func beliefsAreNoSpeech() throws {
        let text = ComparedText("Ann said it rained. Bob thinks it snowed. The road is old.")
        func quote(_ words: ByteRange, _ source: ByteRange, _ cue: ByteRange) -> ComparedQuote {
            ComparedQuote([words], source: source, cues: [cue], in: text)
        }
        let said = quote(ByteRange(9, 18), ByteRange(0, 3), ByteRange(4, 8))
        let thought = quote(ByteRange(31, 40), ByteRange(20, 23), ByteRange(24, 30))
        let nobodys = quote(ByteRange(42, 57), ByteRange(0, 3), ByteRange(4, 8))
        let comparison = Comparison(gold: [said, thought], found: [said, thought, nobodys])
        func figures(_ group: QuoteGroup) -> [Int] {
            let score = Score(group, of: [comparison]).wholes
            return [score.right, score.found, score.gold]
        }
        #expect(figures(.all) == [2, 3, 2])
        #expect(figures(.speech) == [1, 2, 1])
        #expect(figures(.quoted) == [0, 0, 0])
    }

    @Test func reliabilityComparesWhatIsStatedWithWhatIsRight() {
        var reliability = Reliability()
        for index in 0..<10 { reliability.count(confidence: 0.75, isRight: index < 6) }
        for index in 0..<10 { reliability.count(confidence: 1, isRight: index < 9) }
        #expect(reliability.rows == ["| 0.70–0.79 | 75.0 | 60.0 | 10 |", "| 0.90–1.00 | 100.0 | 90.0 | 10 |"])
        #expect(reliability.calibrationError == "12.5")
    }

    @Test(arguments: [(1, 3, "33.3"), (2, 3, "66.7"), (0, 5, "0.0"), (5, 5, "100.0"), (0, 0, "-")])
    func shares(part: Int, whole: Int, expected: String) { #expect(Percent.text(part, of: whole) == expected) }
}
