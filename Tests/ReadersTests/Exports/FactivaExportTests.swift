import Articles
import Dates
import Testing
import Text

@testable import Readers

@Suite struct FactivaExportTests {
    @Test func aDocumentTellsItsMetadataAndItsParts() throws {
        let sample = try #require(Sample.all.first { $0.file == "factiva.txt" })
        let articles = Reading.read(sample.bytes, of: "f.txt", metadata: Metadata()).articles
        #expect(articles.map(\.source.name) == ["f.txt#1", "f.txt#2"])
        #expect(articles.map(\.metadata.outlet) == ["The Harbour Post", "The Harbour Post"])
        #expect(articles.map(\.metadata.title) == ["The ferry is back", "The ferry is late"])
        #expect(articles.map(\.metadata.byline) == ["Kari Moe", nil])
        #expect(articles.map(\.metadata.language) == ["en", "en"])
        #expect(articles.map { $0.metadata.published?.value.description } == ["2014-01-13", "2014-01-14"])
        let zones = articles[0].versions[0].zones.filter { $0.kind != .boilerplate }
        #expect(zones.map(\.kind) == [.title, .byline, .dateline, .body, .body])
    }

    @Test func aDocumentWithoutATextIsAProblemAndTheRestIsRead() {
        let text = """
            HD  Nothing here
            WC  0 words
            PD  13 January 2014
            SN  Post
            LA  English
            Document HARBP00020140113ea1d0001x

            HD  Something
            SN  Post
            PD  14 January 2014
            LP
            \(Sample.paragraphs[0])
            """
        let result = Reading.read(Array(text.utf8), of: "f.txt", metadata: Metadata())
        #expect(result.articles.map(\.source.name) == ["f.txt#2"])
        #expect(result.problems.map(\.source) == ["f.txt#1"])
        #expect(result.problems.map(\.line) == [1])
    }
}
