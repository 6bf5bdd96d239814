import Articles
import Dates
import SpeechVerbs
import Testing
import Text

@testable import ArticleStore

@Suite struct RecordTests {
    @Test func aRecordCarriesWhatWasAnnotated() throws {
        let store = try Sample.store()
        let original = Sample.paris.article
        var lookup = QuoteLookup()
        lookup.terms = Phrase("discussed").requiredStems
        let record = try #require(try store.quotes(lookup).first)
        #expect(record.segmentTexts == ["a localised cease-fire", "was discussed"])
        #expect(record.article.source == "paris.txt")
        #expect(record.article.metadata == original.article.metadata)
        #expect((record.version, record.isLatest, record.versions) == (0, true, [0]))
        #expect((record.line, record.column) == (1, 54))
        #expect(record.codePoints == [[51, 73], [91, 104]])
        #expect(record.people.map(\.speaker.name) == ["John Kerry", "reporters"])
        #expect(record.people[0].speaker.aliases == ["Mr John Kerry"])
        #expect(
            record.printed
                == QuoteRecord.Printed(
                    speakers: ["John Kerry"], cue: "told", addressee: "reporters", antecedent: "3.5 km wide"))
        #expect(record.quote == original.annotations[0].quotes[0])
        #expect(record.statement.said?.value.description == "2014-01-13")
        #expect(record.statement.place?.name == "Paris")
        #expect(record.statement.reports == 1)
    }

    @Test func linesAndColumnsAreThoseOfTheSource() throws {
        let store = try Sample.store()
        var lookup = QuoteLookup()
        lookup.inAnyVersion = true
        lookup.terms = [["fail"]]
        #expect(try store.quotes(lookup).map { [$0.line, $0.column] } == [[1, 57], [2, 56]])
    }

    @Test func aPartKnowsItsWholeAndSpeakersAreShared() throws {
        let quotes = try Sample.store().quotes(QuoteLookup())
        let (whole, part) = (quotes[0], quotes[1])
        #expect(part.outer == whole.reference)
        #expect(whole.outer == nil)
        #expect(part.speakers.map(\.speaker.name) == ["John Kerry", "Sergei Lavrov"])
        #expect(part.via.map(\.speaker.name) == ["AFP"])
        #expect(part.via == whole.speakers)
        #expect(part.speakers[1] == quotes[2].speakers[0])
        #expect(part.speakers[1].quotes == 2)
    }

    @Test func unchangedQuotesListTheirVersions() throws {
        let store = try Sample.store()
        var lookup = QuoteLookup()
        lookup.inAnyVersion = true
        lookup.speakers = try store.speakers(named: "Kamel Wazne")
        let quotes = try store.quotes(lookup)
        #expect(quotes.map(\.version) == [0, 0, 1, 1])
        #expect(quotes.map(\.isLatest) == [false, false, true, true])
        #expect(quotes.map(\.versions) == [[0, 1], [0], [0, 1], [1]])
        #expect(quotes[0].statement == quotes[2].statement)
        #expect(quotes[1].statement != quotes[3].statement)
        #expect(quotes[2].speakers[0].quotes == 2)
    }

    @Test func whatAVersionPrintsTwiceIsTwoQuotes() throws {
        var sample = Sample.revised
        sample.texts = ["He said so. She said so.", "He said so. She said so."]
        sample.quotes = [Sample.SampleQuote(words: ["so"]), Sample.SampleQuote(words: ["so"])]
        let store = try ArticleStore.inMemory()
        _ = try store.add([sample.article])
        #expect(try store.quotes(QuoteLookup()).map(\.versions) == [[0, 1], [0, 1]])
        #expect(Set(try store.quotes(QuoteLookup()).map(\.statement.id)).count == 2)
    }

    @Test func aReferenceIsTheSameInEveryArchive() throws {
        let references = try Sample.store().quotes(QuoteLookup()).map(\.reference)
        #expect(references.allSatisfy { $0.hasPrefix("q:") && $0.utf8.count == 18 })
        #expect(Set(references).count == references.count)
        let other = try ArticleStore.inMemory()
        for sample in [Sample.revised, .paris, .moscow] { _ = try other.add([sample.article]) }
        #expect(try other.quotes(QuoteLookup()).map(\.reference) == references)
        // Written out, because scripts keep references: another value here breaks them.
        #expect(
            QuoteReference(source: Fingerprint(Array("a".utf8)), version: 1, segments: [ByteRange(2, 5)])
                == QuoteReference("q:efeae814a76aa5be"))
    }

    @Test func thePublicationThatOnlyTheTextTellsIsKept() throws {
        var sample = Sample.paris
        sample.published = nil
        var article = sample.article
        article.annotations[0].published = DateInterval(iso: "2014-01").map {
            DatedEvidence($0, .dateline, ByteRange(0, 4))
        }
        let store = try ArticleStore.inMemory()
        _ = try store.add([article])
        #expect(try store.articles()[0].metadata.published == article.annotations[0].published)
    }
}
