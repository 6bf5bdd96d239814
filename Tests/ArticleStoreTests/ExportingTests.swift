import Articles
import Dates
import Testing

@testable import ArticleStore

/// What leaves an archive is what was added, whatever linking and people made of it since.
@Suite struct ExportingTests {
    /// Dates the one article that has no date by the other one.
    private static var linker: Linker {
        let days = DateInterval(iso: "2014-01-14")
        return Linker(
            people: EditingTests.linker.people, statements: { _ in [] },
            publications: { quotes, _ in
                guard let days, let open = quotes.first(where: { $0.published == nil }),
                    let dated = quotes.first(where: { $0.published != nil })
                else { return [] }
                let evidence = InferredPublication.Evidence(quote: open.id, dated: dated.id)
                return [InferredPublication(article: open.article, published: days, said: days, evidence: [evidence])]
            }, dates: { article in article.versions.map { _ in [days.map { DatedEvidence($0, .relative) }] } })
    }

    private func articles(_ store: ArticleStore) throws -> [AnnotatedArticle] {
        var articles: [AnnotatedArticle] = []
        try store.forEachAnnotatedArticle { articles.append($0) }
        return articles
    }

    @Test func inferredDatesStay() throws {
        let store = try ArticleStore.inMemory()
        let texts = [("a.txt", "2014-01-15"), ("b.txt", nil)].map { name, published in
            Sample(
                name: name, texts: ["Ann Lee said it rains in Rome."], published: published,
                quotes: [.init(words: ["it rains"], speakers: ["Ann Lee"])]
            ).article
        }
        _ = try store.add(texts)
        let before = try articles(store)
        #expect(before.map(\.annotations) == texts.map(\.annotations))
        try store.link(Self.linker)
        let undated = { try #require(try store.quotes(QuoteLookup()).first { $0.article.source == "b.txt" }) }
        #expect(try undated().quote.said?.basis == .relative)
        #expect(try undated().article.metadata.published?.basis == .crossArticle)
        #expect(try articles(store) == before)
        let anchor = try EditingTests.anchor("it rains", in: store)
        _ = try store.decide(.correct([anchor], .place, .texts(["Oslo"])), EditingTests.ann, Self.linker)
        _ = try store.decide(.correct([anchor], .title, .texts(["Rain"])), EditingTests.ann, Self.linker)
        #expect(try undated().quote.said?.basis == .relative)
        #expect(try articles(store) == before)
        #expect(try store.verify().isEmpty)
    }
}
