import Articles
import Dates
import Testing
import Text

@testable import ArticleStore

/// A source that changes becomes a new version of its article.
@Suite struct VersionTests {
    /// The states of one source, each with a quote that stays and one that does not.
    private static func state(_ text: String, _ words: String...) -> AnnotatedArticle {
        Sample(
            name: "a.txt", texts: [text], outlet: "Post",
            quotes: words.map { Sample.SampleQuote(words: [$0], speakers: ["Ann Lee"]) }
        ).article
    }

    private static let states = [
        state("Ann Lee said it rains. Ann Lee said it is late.", "it rains", "it is late"),
        state("Corrected. Ann Lee said it rains. Ann Lee said it is early.", "it rains", "it is early"),
        state("Ann Lee said it rains.", "it rains"),
    ]

    private func store(_ states: [AnnotatedArticle]) throws -> ArticleStore {
        let store = try ArticleStore.inMemory()
        for state in states { _ = try store.add([state]) }
        try store.link(EditingTests.linker)
        return store
    }

    private func quotes(_ store: ArticleStore, inAnyVersion: Bool = false) throws -> [QuoteRecord] {
        var lookup = QuoteLookup()
        lookup.inAnyVersion = inAnyVersion
        return try store.quotes(lookup)
    }

    @Test func everyStateIsAVersionAndKeepsItsBytes() throws {
        let store = try store(Self.states)
        let article = try #require(try store.articles().first)
        #expect(article.versions == [0, 1, 2])
        for (number, state) in Self.states.enumerated() {
            let text = try #require(try store.text(ofArticle: article.id, version: number))
            #expect(text.bytes == state.article.source.bytes)
            #expect(text.version.zones == state.article.versions[0].zones)
        }
        let latest = try quotes(store)
        #expect(latest.map(\.text) == ["it rains"])
        #expect(latest[0].versions == [0, 1, 2] && latest[0].version == 2 && latest[0].isLatest)
        let all = try quotes(store, inAnyVersion: true)
        #expect(
            all.map { "\($0.version) \($0.text)" }.sorted() == [
                "0 it is late", "0 it rains", "1 it is early", "1 it rains", "2 it rains",
            ])
        for quote in all {
            let bytes = Self.states[quote.version].article.source.bytes
            #expect(quote.quote.segments.map { bytes.text($0) } == [quote.text])
        }
        let summary = try store.summary()
        #expect((summary.articles, summary.versions, summary.quotes, summary.speakers) == (1, 3, 1, 1))
    }

    /// The name of a quote for ever is that of the state that printed it.
    @Test func referencesStay() throws {
        let before = try quotes(try store([Self.states[0]]))
        let after = try quotes(try store(Self.states), inAnyVersion: true).filter { $0.version == 0 }
        #expect(Set(before.map(\.reference)) == Set(after.map(\.reference)))
        #expect(Set(try quotes(try store(Self.states), inAnyVersion: true).map(\.reference)).count == 5)
    }

    @Test func aStateThatComesBackIsAVersionOfItsOwn() throws {
        let store = try store([Self.states[0], Self.states[1], Self.states[0]])
        #expect(try store.articles().first?.versions == [0, 1, 2])
        #expect(Set(try quotes(store).map(\.text)) == ["it rains", "it is late"])
        #expect(try store.add([Self.states[0]]).unchanged == 1)
    }

    /// Only what was read from the present text is found anew; the versions before it stay.
    @Test func aLaterAnnotatorReadsThePresentTextAnew() throws {
        let store = try store(Array(Self.states[..<2]))
        var anew = Self.state("Corrected. Ann Lee said it rains. Ann Lee said it is early.", "it is early")
        anew.annotator = 1
        let added = try store.add([anew])
        #expect((added.replaced, added.versions) == (1, 0))
        try store.link(EditingTests.linker)
        #expect(try store.articles().first?.versions == [0, 1])
        #expect(try quotes(store).map(\.text) == ["it is early"])
        #expect(try quotes(store, inAnyVersion: true).count == 3)
    }

    /// A page of several versions goes on counting after those that the source had before.
    @Test func versionsAreNumberedOn() throws {
        var page = Sample.revised
        page.name = "a.txt"
        let store = try store([Self.states[0], page.article])
        #expect(try store.articles().first?.versions == [0, 1, 2])
        #expect(Set(try quotes(store).map(\.version)) == [2])
        #expect(try store.articles().first?.metadata.outlet == "ANI")
    }

    @Test func whatIsNoLongerToldOfAnArticleStays() throws {
        let dated = Sample(name: "a.txt", texts: ["A text."], outlet: "Post", published: "2014-01-13")
        let store = try store([dated.article, Sample(name: "a.txt", texts: ["Another."]).article])
        let metadata = try #require(try store.articles().first?.metadata)
        #expect(metadata.outlet == "Post")
        #expect(metadata.published?.value == DateInterval(iso: "2014-01-13"))
    }

    @Test func linkingIsNeededAfterAddingAndOnlyThen() throws {
        let store = try ArticleStore.inMemory()
        #expect(try store.isEmpty && !store.needsLinking)
        _ = try store.add([Self.states[0]])
        #expect(try !store.isEmpty && store.needsLinking)
        try store.link(EditingTests.linker)
        #expect(try !store.needsLinking)
        _ = try store.add([Self.states[0]])
        #expect(try !store.needsLinking)
    }
}
