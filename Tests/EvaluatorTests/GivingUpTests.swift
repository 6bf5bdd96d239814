import ArticleStore
import Testing

@testable import Evaluator

@Suite struct GivingUpTests {
    static let interrupted = StoreError(path: nil, reason: .interrupted)

    @Test func nothingIsGivenUpWhereNobodyAsks() throws {
        try GivingUp.check()
        var givingUp = GivingUp()
        for _ in 0..<10_000 { try givingUp.step() }
    }

    @Test func workIsGivenUpOnlyWhileItIsAskedFor() throws {
        #expect(throws: Self.interrupted) { try GivingUp.asking({ true }) { try GivingUp.check() } }
        #expect(throws: Self.interrupted) {
            try GivingUp.asking({ true }) { try (0..<10_000).reversed().sortedUnlessGivenUp(by: <) }
        }
        try GivingUp.check()
    }

    @Test func sortingSortsWhereItIsNotGivenUp() throws {
        #expect(try [3, 1, 2].sortedUnlessGivenUp(by: <) == [1, 2, 3])
    }

    @Test func whatWasGivenUpIsMadeWhenItIsAskedForAgain() throws {
        let made = Deferred {
            try GivingUp.check()
            return 1
        }
        #expect(throws: Self.interrupted) { try GivingUp.asking({ true }) { try made.result.get() } }
        #expect(try made.result.get() == 1)
    }

    @Test func quotesThatWereNotReadToTheEndAreReadAgain() throws {
        let quotes = try Sample.source().quotes(QuoteLookup()).prefix(2).map { MatchedQuote(record: $0, matches: []) }
        let unread = UnreadQuotes(count: 2, list: { [1, 2] }, isSuperseded: { _ in false }) { _ in
            try GivingUp.check()
            return quotes
        }
        #expect(GivingUp.asking({ true }) { unread.quotes }.isEmpty)
        #expect(unread.quotes == quotes)
    }
}
