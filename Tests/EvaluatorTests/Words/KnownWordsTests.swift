import ArticleStore
import Testing
import Text

@testable import Evaluator

@Suite struct KnownWordsTests {
    /// The words of some quotes, indexed as an archive indexes them.
    private func words(_ quotes: [String]) -> KnownWords {
        let indexed = quotes.map { (text: $0, terms: Set(Folding.words(in: $0).indexTerms)) }
        return KnownWords(
            terms: { beginning in
                Set(indexed.flatMap(\.terms)).filter { $0.hasPrefix(beginning) }.sorted().map { term in
                    IndexTerm(term: term, quotes: indexed.count { $0.terms.contains(term) })
                }
            },
            texts: { term in indexed.filter { $0.terms.contains(term) }.map(\.text) })
    }

    @Test func theMostFrequentComesFirstAndNoStemIsAWord() throws {
        let words = words([
            "ceasefires", "a ceasefire", "the ceasefire", "cease it", "Ceasing", "we talk", "talks", "he talks",
        ])
        let found = try words.words(beginningWith: "c").map { "\($0.term) \($0.quotes)" }
        #expect(found == ["ceasefire 2", "cease 1", "ceasefires 1", "ceasing 1"])
        #expect(try words.words(beginningWith: "x").isEmpty)
    }

    @Test func aStemThatIsPrintedItselfIsAWord() throws {
        let found = try words(["we talk", "talks", "we talk again"]).words(beginningWith: "t")
        #expect(found == [IndexTerm(term: "talk", quotes: 3), IndexTerm(term: "talks", quotes: 1)])
    }

    @Test func aWordIsOfferedAsItIsPrinted() throws {
        let words = words(["In Aleppo", "Aleppo’s streets", "Peace now", "a peace", "cease-fire"])
        #expect(try words.printed("aleppo") == "Aleppo")
        #expect(try words.printed("peace") == "peace")
        #expect(try words.printed("ceasefir") == nil)
    }
}
