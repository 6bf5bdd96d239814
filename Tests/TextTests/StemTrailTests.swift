import Testing

@testable import Text

/// A trail never says that a phrase cannot be in a text in which it is.
@Suite struct StemTrailTests {
    private static func trail(_ segments: [String], standingFor antecedent: String? = nil) -> [UInt8] {
        var trail: [UInt8] = []
        for segment in segments { StemTrail.add(Folding.words(in: segment), to: &trail) }
        if let antecedent {
            StemTrail.end(&trail)
            StemTrail.add(Folding.words(in: antecedent), to: &trail)
        }
        return trail
    }

    private static func canBe(_ pattern: String, in trail: [UInt8]) -> Bool {
        trail.withUnsafeBytes { TrailSearch(Phrase(pattern)).canBeIn($0) }
    }

    @Test(arguments: PhraseSearchTests.patterns) func noMatchIsLost(pattern: String) {
        let phrase = Phrase(pattern)
        var state: UInt64 = 11
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        func text() -> String {
            (0...next(5)).map { _ in
                PhraseSearchTests.pieces[next(PhraseSearchTests.pieces.count)] + [" ", "", "-", ". "][next(4)]
            }.joined()
        }
        for _ in 0..<2_000 {
            let (segments, antecedent) = ((0...next(2)).map { _ in text() }, next(3) == 0 ? text() : nil)
            let printed = !phrase.matches(in: segments.flatMap { Folding.words(in: $0) }).isEmpty
            let isBehind = antecedent.map { !phrase.matches(in: Folding.words(in: $0)).isEmpty } ?? false
            guard printed || isBehind else { continue }
            #expect(
                Self.canBe(pattern, in: Self.trail(segments, standingFor: antecedent)),
                "\(pattern) in \(segments) for \(antecedent ?? "nothing")")
        }
    }

    @Test(arguments: [
        ("cease fire", "fire the cease", false), ("cease fire", "They cease fire", true),
        ("ceasefire", "a cease-fire", true), ("cease fire", "the ceasefires", true), ("aid arrived", "aid", false),
        ("aid arri*", "aid arrived", true), ("aid arri*", "arrived aid", false),
    ]) func theOrderDecides(pattern: String, text: String, canBe: Bool) {
        #expect(Self.canBe(pattern, in: Self.trail([text])) == canBe)
    }

    @Test func aPhraseRunsThroughSegmentsButNotIntoWhatTheyStandFor() {
        #expect(Self.canBe("cease fire", in: Self.trail(["They cease", "fire"])))
        #expect(!Self.canBe("cease fire", in: Self.trail(["They cease"], standingFor: "fire")))
    }

    @Test func aMatchBeginsAtAWord() {
        let trail = Self.trail(["the cease-fire of the cease-fires"])
        let search = TrailSearch(Phrase("the ceasefire"))
        #expect(trail.withUnsafeBytes { search.beginnings(in: $0) } == [0, 4])
    }

    /// Each hyphen doubles the ways through the text: to go all of them would take longer than anybody lives.
    @Test func hyphensAreNoReasonToLookForEver() {
        let text = Array(repeating: "ed", count: 80).joined(separator: "-")
        let pattern = Array(repeating: "ed", count: 81).joined(separator: " ")
        #expect(!Self.canBe(pattern, in: Self.trail([text])))
        #expect(Phrase(pattern).matches(in: Folding.words(in: text)).isEmpty)
    }
}
