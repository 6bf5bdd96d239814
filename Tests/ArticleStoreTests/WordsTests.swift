import Articles
import GRDB
import Testing
import Text

@testable import ArticleStore

@Suite struct WordsTests {
    @Test func termsAreListedByTheirBeginning() throws {
        let store = try Sample.store()
        #expect(try store.terms(beginningWith: "cease", bytes: 1...20) == ["cease", "ceasefir"])
        #expect(try store.terms(beginningWith: "cease", bytes: 6...20) == ["ceasefir"])
        #expect(try store.terms(beginningWith: "x", bytes: 1...20) == [])
    }

    @Test func termsOfTheIndexTellHowManyQuotesHaveThem() throws {
        let store = try Sample.store()
        for term in try store.indexTerms(beginningWith: "c") {
            #expect(term.term.hasPrefix("c"))
            #expect(try store.firstTexts(withTerm: term.term).count >= term.quotes)
        }
        #expect(try store.indexTerms(beginningWith: "cease").map(\.term) == ["cease", "ceasefir"])
        #expect(try store.firstTexts(withTerm: "\" OR 1") == [])
    }

    @Test func workThatIsGivenUpSaysSo() throws {
        let store = try Sample.store()
        store.interrupt()
        #expect(try store.texts(withTerm: "ceasefir").count == 2)
        let reason = StoreError.Reason(DatabaseError(resultCode: .SQLITE_INTERRUPT))
        #expect(reason == .interrupted)
        #expect(StoreError(path: "a.whosaid", reason: reason).description.contains("given up"))
    }

    @Test func textsOfATermAreThoseOfLatestVersions() throws {
        let store = try Sample.store()
        #expect(try store.texts(withTerm: "ceasefir") == ["a localised cease-fire", "was discussed"])
        #expect(try store.texts(withTerm: "zebra") == [])
        #expect(try store.texts(withTerm: "\" OR 1") == [])
    }

    @Test func countsAreThoseOfTheLookup() throws {
        let store = try Sample.store()
        for pattern in ["ceasefire", "terror*", "talk", "Paris", "want gone"] {
            var lookup = QuoteLookup()
            lookup.terms = Phrase(pattern).requiredStems
            #expect(try store.count(lookup) == store.quotes(lookup).count)
            lookup.inAnyVersion = true
            #expect(try store.count(lookup) == store.quotes(lookup).count)
        }
    }

    @Test(arguments: PrintedPart.allCases) func partsAreListed(part: PrintedPart) throws {
        let values = try Sample.store().values(of: part)
        #expect(values == values.sorted { ($1.quotes, $0.text) < ($0.quotes, $1.text) })
        switch part {
        case .place: #expect(values.contains { $0.text == "Paris" })
        case .addressee: #expect(values.contains { $0.text == "reporters" })
        case .via, .occasion, .medium: break
        }
    }

    @Test func whatIsRejectedIsNotThere() throws {
        let store = try EditingTests.store()
        #expect(try store.texts(withTerm: "ceasefir").count == 2)
        let anchor = try EditingTests.anchor(LookupTests.discussed, in: store)
        try EditingTests.decide(.reject([anchor]), in: store)
        #expect(try store.texts(withTerm: "ceasefir") == [])
        #expect(try store.values(of: .place).isEmpty)
    }
}
