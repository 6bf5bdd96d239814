import Testing

@testable import Text

/// A search says of every text what the matches of its phrase say.
@Suite struct PhraseSearchTests {
    static let pieces = [
        "cease", "fire", "Cease-Fire", "cease-", "ceasefires", "U.S.", "U.S", "us", "3.5", "1,000", "1", "O’Brien",
        "brien",
        "don't", "Kerry's", "Kerry", "KERRY’S", "é", "École", "ecole", "eiei", "iie", "women", "woman", ".", ",", "—",
        "'", "a",
        "terror", "terrorists", "colour", "color",
    ]
    static let patterns = [
        "cease fire", "ceasefire", "cease", "us", "U.S.", "u", "3.5", "1000", "O'Brien", "dont", "kerry", "école",
        "eie", "y",
        "woman", "terror*", "a terror*", "c*", "cease fire 3.5", "colours kerry", "", "—", "*",
    ]

    @Test(arguments: patterns) func agreesWithTheMatches(pattern: String) {
        let phrase = Phrase(pattern)
        let search = PhraseSearch(phrase)
        var state: UInt64 = 7
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        for _ in 0..<3_000 {
            var text = ""
            for _ in 0...next(6) {
                text += Self.pieces[next(Self.pieces.count)] + [" ", "", "-", ". ", "\u{A0}"][next(5)]
            }
            let isThere = !phrase.matches(in: Folding.words(in: text)).isEmpty
            #expect(search.isIn(Array(text.utf8)) == isThere, "\(pattern) in \(text)")
        }
    }

    @Test func readsNoMoreWordsThanAreAskedFor() {
        #expect(Folding.words(in: Array("one two-three four".utf8), atMost: 2).map(\.form) == ["one", "two"])
        #expect(Folding.words(in: Array("one two-three four".utf8), atMost: 2).last?.isHyphenatedToNext == true)
    }
}
