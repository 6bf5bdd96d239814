import Testing
import Text

@testable import Evaluator

@Suite struct ExactWordsTests {
    static func pieces(_ pattern: String) -> [[UInt8]] { pattern.utf8.split(separator: 0x20).map(Array.init) }

    @Test(arguments: [
        ("long way to", [["way"]]), ("cease fire talks", [["fir"], ["talks*"]]), ("Kerry", []),
        ("of the U.S", [["the"]]),
        ("a cease-fire", [["ceas"], ["fire*"]]), ("— —", []),
    ]) func namesWhatTheIndexMustHold(pattern: String, terms: [[String]]) {
        #expect(ExactWords.requiredTerms(Self.pieces(pattern)) == terms)
    }

    /// Whatever a text has beside the words, the index has for it what is required.
    @Test(arguments: [
        "long way to go", "cease fire", "U.S.A now", "000,000 people left", "Brien said that", "the U.S", "S.A is",
        "a b cde",
        "said don",
    ]) func whatMatchesHasTheTerms(pattern: String) {
        let pieces = Self.pieces(pattern)
        let required = ExactWords.requiredTerms(pieces)
        var matches = 0
        for before in ["", "x ", "O’", "U.", "1,", "3.", "(", "no-", "\u{A0}"] {
            for after in ["", " x", "’s", "'t", ".A", ".A.", ",000", ".5", "-man", ")", "\u{2009}x"] {
                let text = Array((before + pattern + after).utf8)
                let found = !ExactWords.matches(of: pieces, in: text).isEmpty
                #expect(ExactWords.areIn(text, pieces, ByteSearch(pieces.first ?? [])) == found)
                guard found else { continue }
                matches += 1
                let terms = Folding.words(in: text).indexTerms
                for group in required {
                    #expect(
                        group.contains { wanted in
                            wanted.last == "*"
                                ? terms.contains { $0.hasPrefix(wanted.dropLast()) } : terms.contains(wanted)
                        }, "\(group) in \(String(decoding: text, as: UTF8.self))")
                }
            }
        }
        #expect(matches > 20)
    }
}
