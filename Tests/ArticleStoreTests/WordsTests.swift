import Articles
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
