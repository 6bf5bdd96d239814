import Articles
import FoundationEssentials
import GRDB
import Testing
import Text

@testable import ArticleStore

/// The bytes from which a text was made, and the way back to them.
@Suite struct OriginTests {
    /// An article whose text `tea & cake` was made from `file`, which writes `&amp;`.
    private static func article(
        _ name: String = "a.html", file: String = "<p>tea &amp; cake</p>", item: Int? = nil, at start: Int = 0
    ) -> AnnotatedArticle {
        var map = OffsetMap()
        map.append(4, at: start + 3)
        map.append(1, at: start + 7, eachThere: 5)
        map.append(5, at: start + 12)
        let text = Array("tea & cake".utf8)
        let origin = Origin(
            file: "a.html", item: item, range: ByteRange(start, start + file.utf8.count), bytes: Array(file.utf8),
            characterSet: "UTF-8", steps: [map, OffsetMap(start + 40, at: 0)])
        let article = Article(
            source: Source(name: name, bytes: text, origin: origin), metadata: Metadata(),
            versions: [Version(number: 0, zones: [Zone(.body, ByteRange(0, text.count))])])
        return AnnotatedArticle(article: article, annotations: [Annotation()])
    }

    private func numbers(_ store: ArticleStore) throws -> [Int64] { try store.articles().map(\.id) }

    @Test(arguments: [0, 1000]) func aTextLeadsBackToItsBytes(start: Int) throws {
        let store = try ArticleStore.inMemory()
        let article = Self.article(item: 3, at: start)
        _ = try store.add([article])
        let origin = try #require(try store.origin(ofArticle: try numbers(store)[0], version: 0))
        #expect(origin == article.article.source.origin)
        #expect(origin.place(of: ByteRange(4, 5)) == ByteRange(start + 7, start + 12))
    }

    @Test func whatIsNotKeptIsNotThere() throws {
        let store = try ArticleStore.inMemory()
        _ = try store.add([Self.article()], keepsOriginals: false)
        let id = try numbers(store)[0]
        #expect(try store.origin(ofArticle: id, version: 0) == nil)
        #expect(try store.origin(ofArticle: id, version: 9) == nil)
        let plain = try Sample.store()
        for id in try numbers(plain) { #expect(try plain.origin(ofArticle: id, version: 0) == nil) }
    }

    /// Items of one feed share its bytes, and a text that stands in its file word for word keeps them once.
    @Test func nothingIsKeptTwice() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/whosaid-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try ArticleStore.open(at: folder + "/news.whosaid", creating: true)
        var verbatim = Self.article("c.txt").article
        verbatim.source = Source(
            name: "c.txt", bytes: verbatim.source.bytes,
            origin: Origin(
                file: "c.txt", range: ByteRange(5, 15), bytes: verbatim.source.bytes, characterSet: "UTF-8",
                steps: [OffsetMap(10, at: 5)]))
        _ = try store.add([
            Self.article("a.html#1", item: 1), Self.article("a.html#2", item: 2),
            AnnotatedArticle(article: verbatim, annotations: [Annotation()]),
        ])
        for id in try numbers(store) { #expect(try store.origin(ofArticle: id, version: 0) != nil) }
        try store.close()
        let kept = try DatabaseQueue(path: folder + "/news.whosaid").read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM originals")
        }
        #expect(kept == 1)
    }

    @Test func everyVersionKeepsItsOriginal() throws {
        let store = try ArticleStore.inMemory()
        _ = try store.add([Self.article()])
        var changed = Self.article(file: "<b>tea &amp; cake</b>")
        var source = changed.article.source
        source = Source(name: source.name, bytes: Array("tea & rice".utf8), origin: source.origin)
        changed.article.source = source
        #expect(try store.add([changed]).versions == 1)
        let id = try numbers(store)[0]
        #expect(try store.origin(ofArticle: id, version: 0)?.bytes == Array("<p>tea &amp; cake</p>".utf8))
        #expect(try store.origin(ofArticle: id, version: 1)?.bytes == Array("<b>tea &amp; cake</b>".utf8))
    }
}
