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

    @Test func whatCopiesAreFoundByIsLookedAtAndMadeAnew() throws {
        let store = try store(Self.articles)
        #expect(try store.verify().isEmpty)
        let number = try #require(try store.articles().first { $0.source == "copy" }?.id)
        try store.write { db in
            var entries = TextBands(try db.rows("SELECT bands FROM text_bands") { try $0.bytes() }[0], first: 1)
            entries.set(nil, of: number)
            try db.run("UPDATE text_bands SET bands = ?", [blob(entries.bytes(first: 1))])
        }
        let flaws = try store.verify()
        #expect(flaws.map(\.remedy) == [.comparing])
        #expect(flaws.first?.message.contains("copies of 1 article cannot be found") == true)
        let linker = Linker(
            people: { found, _ in LinkedPeople(numbers: Array(found.indices)) }, statements: { _ in [] })
        try store.repair(flaws, linker) { _, _ in Self.articles[0] }
        #expect(try store.verify().isEmpty)
        #expect(Set(try similar("wire", store).keys) == ["copy", "cut", "edited"])
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

    @Test func aTextIsComparedHoweverItIsAdded() throws {
        let pieces = try store([])
        for article in Self.articles { _ = try pieces.add([article]) }
        #expect(try similar("wire", pieces).keys.sorted() == ["copy", "cut", "edited"])
    }

    /// A short text has no bands until it has more words, when others of later numbers are there.
    @Test func aTextThatGrowsIsCompared() throws {
        let store = try store([Self.articles[5], Self.articles[0]])
        _ = try store.add([Self.article("short", Self.wire)])
        #expect(try similar("wire", store) == ["short": 100])
        _ = try store.add([Self.article("short", Array(Self.wire.prefix(20)))])
        #expect(try similar("wire", store) == [:])
    }

    @Test func bandsComeBack() throws {
        let shingles = Shingles(Self.articles[0].article.source.bytes, Self.articles[0].article.versions[0].zones)
        let bands = try #require(TextSketch(shingles)).bands
        #expect(bands.count == TextSketch.bands)
        #expect(bands.count { $0 != TextBands.none } >= 25)
        var row = TextBands()
        let empty = [UInt16](repeating: TextBands.none, count: TextSketch.bands)
        for article: Int64 in [900, 7, 40] { row.set(article == 40 ? bands : empty, of: article) }
        let bytes = row.bytes(first: 5)
        #expect(TextBands(bytes, first: 5).entries.map(\.article) == [7, 40, 900])
        #expect(TextBands(bytes, first: 5).entries[1].bands == bands)
        #expect(TextBands(bytes + [1, 2, 3], first: 5).entries.count == 3)
        #expect(TextBands([1, 2, 3], first: 5).entries.isEmpty)
        let agreeing: [([UInt16], [Int64: Int])] = [(bands, [40: bands.count { $0 != TextBands.none }]), (empty, [:])]
        for (asked, found) in agreeing {
            var counts: [Int64: Int] = [:]
            TextBands.agreeing(bytes + [9], first: 5, with: asked) { counts[$0] = $1 }
            #expect(counts == found)
        }
        row.set(nil, of: 7)
        row.set(nil, of: 8)
        row.set(bands, of: 900)
        #expect(row.entries.map(\.article) == [40, 900])
    }

    /// As many articles as need several rows, in whatever pieces they come.
    @Test func manyArticlesAreKeptInOrder() throws {
        let numbers = Array(Int64(1)...2_000)
        let bands = [UInt16](repeating: 7, count: TextSketch.bands)
        func kept(_ pieces: [[Int64]]) throws -> [Int64] {
            let store = try ArticleStore.inMemory()
            try store.write { db in
                for piece in pieces {
                    let rows = RowWriter(db)
                    rows.bands = piece.map { ($0, bands) }
                    try rows.finish()
                }
            }
            return try store.read { db in
                try db.rows("SELECT first_article_id, bands FROM text_bands ORDER BY 1") { cells in
                    let first = try cells.id()
                    return TextBands(try cells.bytes(), first: first).entries.map(\.article)
                }.flatMap(\.self)
            }
        }
        let odd = numbers.filter { $0 % 2 == 1 }
        let even = numbers.filter { $0 % 2 == 0 }
        #expect(try kept([numbers]) == numbers)
        #expect(try kept([odd, even]) == numbers)
        #expect(try kept([Array(numbers[1_000...]), Array(numbers[..<1_000])]) == numbers)
        #expect(try kept(numbers.map { [$0] }) == numbers)
    }
}
