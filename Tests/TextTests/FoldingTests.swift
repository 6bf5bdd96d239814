import Testing

@testable import Text

@Suite struct FoldingTests {
    @Test(arguments: [
        ("ceasefire", "Cease-fires"), ("cease fire", "ceasefire"), ("ceasefire", "cease\u{2010}fire"),
        ("localised", "localized"), ("localise", "localizing"), ("colour", "colors"), ("centre", "Center"),
        ("defence", "defense"), ("Iran", "Iran’s"), ("parties", "party"), ("denied", "deny"),
        ("travelled", "traveling"),
        ("café", "cafe"), ("US", "U.S."), ("160,000", "160000"), ("Qaida", "Qa’ida"), ("O'Brien", "O’Brien"),
        ("houses", "house"), ("stopped", "stops"), ("call", "called"), ("terror*", "terrorists"), ("agreed", "agree"),
    ])
    func foldsTogether(pattern: String, text: String) {
        #expect(!Phrase(pattern).matches(in: Folding.words(in: text)).isEmpty)
    }

    @Test(arguments: [
        ("new", "news"), ("even", "evening"), ("away", "a way"), ("prison", "prisoner"), ("Iran", "Iranian"),
        ("it", "its"),
    ])
    func keepsApart(pattern: String, text: String) {
        #expect(Phrase(pattern).matches(in: Folding.words(in: text)).isEmpty)
    }

    @Test func aCandidateHoldsOneStemOfEachRequiredGroup() {
        for text in ["a localised cease-fire now", "a localized ceasefire now", "the localized cease fire"] {
            let terms = Set(Folding.words(in: text).indexTerms)
            #expect(Phrase("localised cease fire").requiredStems.allSatisfy { !terms.isDisjoint(with: $0) })
        }
    }

    @Test func rangesAreThePrintedWords() {
        let bytes = Array("Mr. Kerry’s “U.S.” aid".utf8)
        #expect(Folding.words(in: bytes).map { bytes.text($0.range) } == ["Mr", "Kerry’s", "U.S.", "aid"])
    }

    @Test(arguments: [[0xFF, 0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0x80, 0x61]] as [[UInt8]])
    func brokenBytesAreNoWordsAndNoCrash(bytes: [UInt8]) {
        #expect(Folding.words(in: bytes).count <= 1)
    }
}
