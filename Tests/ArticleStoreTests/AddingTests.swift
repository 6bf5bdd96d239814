import Articles
import Dates
import Testing
import Text

@testable import ArticleStore

@Suite struct AddingTests {
    @Test func sameBytesAreLeftAndOtherBytesAreANewVersion() throws {
        let store = try Sample.store()
        var again = try store.add([Sample.paris.article])
        #expect((again.added, again.replaced, again.unchanged) == (0, 0, 1))
        let article = try store.articles().first { $0.source == "paris.txt" }?.id
        var changed = Sample.paris
        changed.texts = ["John Kerry told reporters in Paris that nothing was discussed."]
        changed.quotes = [Sample.SampleQuote(words: ["nothing was discussed"], speakers: ["John Kerry"])]
        again = try store.add([changed.article])
        #expect((again.added, again.versions, again.unchanged) == (0, 1, 0))
        #expect(try store.texts { $0.terms = Phrase("discussed").requiredStems } == ["nothing was discussed"])
        #expect(try store.articles().first { $0.source == "paris.txt" }?.id == article)
        #expect(try store.contains(source: "paris.txt", fingerprint: changed.article.article.source.fingerprint))
        #expect(try !store.contains(source: "paris.txt", fingerprint: Sample.paris.article.article.source.fingerprint))
        #expect(try !store.contains(source: "rome.txt", fingerprint: changed.article.article.source.fingerprint))
    }

    /// What an earlier annotator read is read anew by a later one, and keeps what people decided about it.
    @Test func aLaterAnnotatorReplacesWhatAnEarlierOneFound() throws {
        let store = try Sample.store()
        let anchor = try EditingTests.anchor("a localised cease-fire was discussed", in: store)
        try EditingTests.decide(.correct([anchor], .place, .texts(["Rome"])), in: store)
        var read = Sample.paris
        read.quotes[0].words = ["a localised cease-fire"]
        var article = read.article
        let fingerprint = article.article.source.fingerprint
        article.annotator = 2
        #expect(try !store.contains(source: "paris.txt", fingerprint: fingerprint, annotator: 2))
        #expect(try store.add([article]).replaced == 1)
        #expect(try store.contains(source: "paris.txt", fingerprint: fingerprint, annotator: 2))
        article.annotator = 1
        #expect(try store.add([article]).unchanged == 1)
        try store.link(EditingTests.linker)
        #expect(try EditingTests.quote("a localised cease-fire", in: store).quote.place?.name == "Rome")
    }

    @Test func nothingIsLeftOfWhatWasReplaced() throws {
        let store = try Sample.store()
        var changed = Sample.moscow
        changed.quotes = []
        var article = changed.article
        article.annotator = 1
        _ = try store.add([article])
        #expect(try store.speakers().map(\.speaker.name) == ["Kamel Wazne", "John Kerry", "reporters"])
        let summary = try store.summary()
        #expect((summary.articles, summary.versions, summary.quotes) == (3, 4, 3))
        #expect((summary.statements, summary.speakers, summary.outlets) == (3, 2, 2))
    }

    @Test func theTextComesBackByteForByte() throws {
        let store = try Sample.store()
        for sample in [Sample.paris, .moscow, .revised] {
            let article = sample.article.article
            let id = try #require(try store.articles().first { $0.source == article.source.name }?.id)
            for version in article.versions {
                let text = try #require(try store.text(ofArticle: id, version: version.number))
                #expect(text.bytes == article.source.bytes)
                #expect(text.version == version)
            }
            #expect(try store.text(ofArticle: id, version: 7) == nil)
        }
        #expect(try store.text(ofArticle: 99, version: 0) == nil)
    }

    @Test func anEmptySourceIsKept() throws {
        let store = try ArticleStore.inMemory()
        let article = Article(
            source: Source(name: "empty", bytes: []), metadata: Metadata(), versions: [Version(number: 0, zones: [])])
        _ = try store.add([AnnotatedArticle(article: article, annotations: [Annotation()])])
        let id = try #require(try store.articles().first?.id)
        #expect(try store.text(ofArticle: id, version: 0)?.bytes == [])
    }

    @Test(arguments: [
        "outside", "no words", "no annotation", "speaker", "outer", "confidence", "backwards",
    ])
    func aContradictionIsRefusedAndTheBatchWithIt(what: String) throws {
        var broken = Sample.paris.article
        switch what {
        case "outside": broken.annotations[0].quotes[0].segments[0] = ByteRange(5, 5000)
        case "no words": broken.annotations[0].quotes[0].segments = []
        case "no annotation": broken.annotations = []
        case "speaker": broken.annotations[0].quotes[0].speakers[0].speaker = 9
        case "outer": broken.annotations[0].quotes[0].outer = 0
        case "confidence": broken.annotations[0].quotes[0].confidence = .nan
        default: broken.annotations[0].quotes[0].medium = ByteRange(-3, 2)
        }
        let store = try ArticleStore.inMemory()
        #expect(throws: StoreError.self) { try store.add([Sample.moscow.article, broken]) }
        #expect(try store.summary() == ArticleStore.Summary())
        #expect(try store.texts { $0.terms = [["terrorist"]] } == [])
    }

    @Test func theIndexIsTidiedWhereReplacedRowsPrevail() throws {
        let store = try ArticleStore.inMemory()
        var sample = Sample.paris
        sample.quotes = Array(repeating: sample.quotes[0], count: 300)
        for round in 0..<6 {
            sample.texts = ["\(Sample.paris.texts[0]) \(round)"]
            _ = try store.add([sample.article])
        }
        #expect(try store.texts { $0.terms = [["ceasefir"]] }.count == 300)
        #expect(try store.texts { $0.terms = [["3.5"]] }.count == 300)
    }

    @Test func aNULInTheTextHarmsNothing() throws {
        let store = try ArticleStore.inMemory()
        var sample = Sample.paris
        sample.texts = ["Kerry said so\u{0}me words."]
        sample.quotes = [Sample.SampleQuote(words: ["so\u{0}me words"], speakers: ["Kerry"])]
        _ = try store.add([sample.article])
        #expect(try store.texts() == ["so\u{FFFD}me words"])
    }
}
