import Articles
import Dates
import Testing
import Text

@testable import Readers

@Suite struct NexisExportTests {
    private func read(_ text: String) -> Reading.Result {
        Reading.read(Array(text.utf8), of: "n.txt", metadata: Metadata())
    }

    @Test func aDocumentTellsItsMetadataAndItsParts() throws {
        let sample = try #require(Sample.all.first { $0.file == "nexis.txt" })
        let articles = Reading.read(sample.bytes, of: "n.txt", metadata: Metadata()).articles
        #expect(articles.map(\.source.name) == ["n.txt#1", "n.txt#2"])
        #expect(articles.map(\.metadata.outlet) == ["The Harbour Post", "The Harbour Post"])
        #expect(articles.map(\.metadata.title) == ["The ferry is back", "The ferry is back"])
        #expect(articles.map(\.metadata.byline) == ["Kari Moe", nil])
        #expect(articles.map { $0.metadata.published?.value.description } == ["2014-01-13", "2014-01-14"])
        #expect(
            articles[0].versions[0].zones.map(\.kind)
                == [.boilerplate, .dateline, .title, .byline, .boilerplate, .dateline, .body, .body, .boilerplate])
    }

    @Test func aDocumentWithoutATextIsAProblemAndTheRestIsRead() {
        let result = read(
            "1 of 2 DOCUMENTS\n\nPost\n\nJanuary 13, 2014\n\nLENGTH: 0 words\n\nLANGUAGE: ENGLISH\n\n"
                + "2 of 2 DOCUMENTS\n\nPost\n\nJanuary 13, 2014\n\nBODY:\n\n\(Sample.paragraphs[0])\n")
        #expect(result.articles.map(\.source.name) == ["n.txt#2"])
        #expect(result.problems.map(\.source) == ["n.txt#1"])
        #expect(result.problems.map(\.line) == [1])
    }
}
