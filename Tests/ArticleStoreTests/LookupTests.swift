import Articles
import Dates
import Testing
import Text

@testable import ArticleStore

@Suite struct LookupTests {
    static let discussed = "a localised cease-fire was discussed"
    static let gone = "want terrorists gone"
    static let wholeGone = "John Kerry and Sergei Lavrov want terrorists gone"
    static let thanked = "thanked Iran’s envoys"
    static let long = "the talks were long"
    static let notFailed = "they had not failed"

    @Test func anEmptyLookupFindsAllInTheOrderOfTheSources() throws {
        #expect(
            try Sample.store().texts() == [
                LookupTests.wholeGone, LookupTests.gone, LookupTests.thanked, LookupTests.discussed, LookupTests.long,
                LookupTests.notFailed,
            ])
    }

    @Test(arguments: [
        ("ceasefire", [discussed]), ("cease fire", [discussed]), ("localized", [discussed]),
        ("terror*", [wholeGone, gone]),
        ("Iran", [thanked]), ("talk", [long]), ("failed", [notFailed]), ("km", [discussed]), ("3.5", [discussed]),
        ("3", []), ("Paris", []), ("terrorist gone", [wholeGone, gone]), ("terrorist long", []),
        ("cease*", [discussed]),
        ("", [wholeGone, gone, thanked, discussed, long, notFailed]),
    ])
    func words(pattern: String, expected: [String]) throws {
        #expect(try Sample.store().texts { $0.terms = Phrase(pattern).requiredStems } == expected)
    }

    /// What is no term must never lose a quote or break the index's own grammar.
    @Test(arguments: ["\"", "a OR b", "NEAR(", "terms:x", "x\u{0}y", "*", "", "A", "-"])
    func strangeTermsAreNoRestriction(term: String) throws {
        #expect(try Sample.store().texts { $0.terms = [[term]] }.count == 6)
        #expect(try Sample.store().texts { $0.terms = [[term, "iran"]] }.count == 6)
    }

    @Test func speakersArticlesIDsAndStatements() throws {
        let store = try Sample.store()
        #expect(
            try store.texts { $0.speakers = try store.speakers(named: "Sergei Lavrov") } == [
                LookupTests.gone, LookupTests.thanked,
            ])
        #expect(try store.texts { $0.speakers = try store.speakers(named: "reporters") } == [])
        #expect(try store.texts { $0.speakers = [] } == [])
        let articles = try store.articles()
        #expect(articles.map(\.source) == ["paris.txt", "revised.txt", "moscow.txt"])
        #expect(
            try store.texts { $0.articles = [articles[0].id, articles[1].id] } == [
                LookupTests.discussed, LookupTests.long, LookupTests.notFailed,
            ])
        let all = try store.quotes(QuoteLookup())
        #expect(try store.texts { $0.ids = [all[1].id, all[3].id, 999] } == [LookupTests.gone, LookupTests.discussed])
        #expect(try store.texts { $0.statements = [all[2].statement.id] } == [LookupTests.thanked])
    }

    @Test(arguments: [
        ("2014-01-13", [discussed]), ("2014-01-20", [wholeGone, gone, thanked]), ("2014-02-10", [thanked]),
        ("2014-01-15", [long, notFailed]), ("2014", [wholeGone, gone, thanked, discussed, long, notFailed]),
        ("2013", []), ("2014-03", []), ("2014-01-14/2014-01-16", [long, notFailed]),
    ])
    func days(literal: String, expected: [String]) throws {
        #expect(try Sample.store().texts { $0.days = DateInterval(iso: literal) } == expected)
    }

    @Test func daysOfTheStatementCountToo() throws {
        let store = try Sample.store()
        try store.link(people: { Array($0.indices) }) { quotes in
            quotes.filter { $0.text == LookupTests.long }.map {
                LinkedStatement(
                    quotes: [$0.id], said: DateInterval(iso: "2012-05-05").map { DatedEvidence($0, .crossArticle) },
                    place: nil)
            }
        }
        #expect(try store.texts { $0.days = DateInterval(iso: "2012") } == [LookupTests.long])
    }

    @Test func allTogether() throws {
        let store = try Sample.store()
        var lookup = QuoteLookup()
        lookup.terms = [["want", "wish"], ["terror*"]]
        lookup.speakers = try store.speakers(named: "John Kerry")
        lookup.articles = try store.articles().map(\.id)
        lookup.days = DateInterval(iso: "2014-01-20")
        lookup.ids = try store.quotes(QuoteLookup()).map(\.id)
        lookup.inAnyVersion = true
        #expect(try store.quotes(lookup).map(\.text) == [LookupTests.gone])
        lookup.days = DateInterval(iso: "2014-01-21")
        #expect(try store.quotes(lookup).isEmpty)
    }

    @Test func supersededVersionsAreFoundWhereAskedFor() throws {
        let store = try Sample.store()
        #expect(try store.texts { $0.terms = [["fail"]] } == [LookupTests.notFailed])
        let quotes = try store.texts {
            $0.terms = [["fail"]]
            $0.inAnyVersion = true
        }
        #expect(quotes == ["they had failed", LookupTests.notFailed])
    }
}
