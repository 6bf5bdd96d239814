import Annotator
import Articles
import Dates
import Inventing
import Testing

@Suite struct StatementLinkingTests {
    /// The number of the statement of each quote.
    static func groups(_ quotes: [LinkableQuote]) -> [Int] {
        var groups: [Int64: Int] = [:]
        for (number, statement) in Annotator.statements(quotes).enumerated() {
            for quote in statement.quotes { groups[quote] = number }
        }
        return quotes.map { groups[$0.id] ?? -1 }
    }

    @Test func inventedQuotesAreJoined() {
        let invented = InventedQuotes(count: 10_000)
        let score = PairwiseScore(found: Self.groups(invented.quotes), wanted: invented.utterances)
        print("invented quotes: pairwise precision \(score.precision), recall \(score.recall), \(score.wanted) pairs")
        #expect(score.precision >= 0.97)
        #expect(score.recall >= 0.9)
    }
}
