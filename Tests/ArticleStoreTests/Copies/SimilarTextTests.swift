import Articles
import Testing
import Text

@testable import ArticleStore

/// The same wire story in many outlets is linked, and nothing of it is dropped.
@Suite struct SimilarTextTests {
    /// A text of so many made-up words.
    private static func text(seed: UInt64, words: Int = 300) -> [String] {
        var state = seed
        return (0..<words).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return "word\(state >> 40)"
        }
    }

    private static func article(_ name: String, _ words: [String]) -> AnnotatedArticle {
        Sample(name: name, texts: [words.joined(separator: " ")]).article
    }

    private func store(_ articles: [AnnotatedArticle]) throws -> ArticleStore {
        let store = try ArticleStore.inMemory()
        _ = try store.add(articles)
        return store
    }

    private func similar(_ name: String, _ store: ArticleStore) throws -> [String: Int] {
        let id = try #require(try store.articles().first { $0.source == name }?.id)
        let found = try store.similarTexts(toArticle: id).map { ($0.article.source, Int($0.share * 100)) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    private static let wire = text(seed: 1)
    private static let articles = [
        article("wire", wire),
        article("copy", ["By", "Ann", "Lee"] + wire),
        article("cut", Array(wire.prefix(180))),
        article("edited", wire.enumerated().map { $0 % 60 == 7 ? "edited" : $1 }),
        article("other", text(seed: 2)),
        article("short", Array(wire.prefix(20))),
    ]

    @Test func copiesFindEachOtherHoweverTheyAreAdded() throws {
        for articles in [Self.articles, Self.articles.reversed()] {
            let store = try store(articles)
            let found = try similar("wire", store)
            #expect(Set(found.keys) == ["copy", "cut", "edited"])
            #expect(found["copy"] == 100 && found["cut"] == 100)
            #expect((85...95).contains(found["edited"] ?? 0))
            #expect(try similar("copy", store).keys.contains("wire"))
            #expect(try similar("other", store) == [:])
            #expect(try similar("short", store) == [:])
            #expect(try store.summary().articles == 6)
        }
    }

    /// Capitals, marks and white space make no other text.
    @Test func onlyWordsCount() throws {
        let loud = Self.wire.map { "“\($0.uppercased())” –" }
        #expect(try similar("wire", try store([Self.articles[0], Self.article("loud", loud)])) == ["loud": 100])
    }

    @Test func aChangedTextIsComparedAnew() throws {
        let store = try store(Array(Self.articles[..<2]))
        _ = try store.add([Self.article("copy", Self.text(seed: 3))])
        #expect(try similar("wire", store) == [:])
        _ = try store.add([Self.article("copy", Self.wire + ["corrected"])])
        #expect(try similar("wire", store) == ["copy": 100])
    }

    /// Two hundred articles that have nothing in common are hardly compared, and none is taken for another's copy.
    @Test func whatHasNothingInCommonIsAlone() throws {
        let articles = (0..<200).map { Self.article("\($0)", Self.text(seed: UInt64($0) * 977 + 5)) }
        let store = try store(articles)
        for number in [0, 57, 199] { #expect(try similar("\(number)", store) == [:]) }
    }

    @Test func aSketchComesBack() throws {
        let shingles = Shingles(Self.articles[0].article.source.bytes, Self.articles[0].article.versions[0].zones)
        let sketch = try #require(TextSketch(shingles))
        #expect(TextSketch(bytes: sketch.bytes)?.bins == sketch.bins)
        #expect(TextSketch(bytes: [1, 2, 3]) == nil)
        #expect(sketch.bands.count >= 25)
    }
}
