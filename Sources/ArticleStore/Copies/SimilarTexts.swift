package import Articles
import GRDB

extension RowWriter {
    /// From this share on, two texts are much the same.
    private static let leastShare = 0.6
    /// No more articles than this are compared with one that is added: those that agree in most bands.
    private static let candidateLimit = 32

    /// Finds the articles that print much the same text as the latest version of an article, which was just written.
    func writeSimilarTexts(ofArticle id: Int64, _ article: Article, isNew: Bool) throws {
        if !isNew { try db.forgetSimilarTexts(ofArticle: id) }
        guard let version = article.versions.last else { return }
        let shingles = Shingles(article.source.bytes, version.zones)
        guard let sketch = TextSketch(shingles) else { return }
        let bands = Set(sketch.bands).sorted()
        for candidate in try candidates(bands) {
            guard let other = try db.latestText(ofArticle: candidate) else { continue }
            let share = shingles.share(with: Shingles(other.bytes, other.version.zones))
            guard share >= RowWriter.leastShare else { continue }
            try db.run(
                "INSERT OR REPLACE INTO similar_texts (article_id, other_id, share) VALUES (?, ?, ?)",
                [min(id, candidate), max(id, candidate), share])
        }
        try insert(into: "text_sketches", ["article_id": id, "bins": blob(sketch.bytes)])
        for band in bands { try insert(into: "sketch_bands", ["band": band, "article_id": id]) }
    }
}

extension RowWriter {
    /// The articles that agree in most of some bands, first those that agree in more.
    private func candidates(_ bands: [Int64]) throws -> [Int64] {
        let found = try db.rows(
            "SELECT s.article_id FROM json_each(?) b CROSS JOIN sketch_bands s ON s.band = b.value", [idList(bands)]
        ) { try $0.id() }
        let counts = Dictionary(found.map { ($0, 1) }, uniquingKeysWith: +)
        let order = counts.sorted { a, b in a.value != b.value ? a.value > b.value : a.key < b.key }
        return order.prefix(RowWriter.candidateLimit).map(\.key)
    }
}

extension Database {
    /// Takes away what was found for an article's text before it changed.
    fileprivate func forgetSimilarTexts(ofArticle id: Int64) throws {
        let kept = try rows("SELECT bins FROM text_sketches WHERE article_id = ?", [id]) { try $0.bytes() }.first
        guard let kept, let sketch = TextSketch(bytes: kept) else { return }
        for band in Set(sketch.bands) {
            try run("DELETE FROM sketch_bands WHERE band = ? AND article_id = ?", [band, id])
        }
        try run("DELETE FROM text_sketches WHERE article_id = ?", [id])
        try run("DELETE FROM similar_texts WHERE article_id = ? OR other_id = ?", [id, id])
    }

    fileprivate func latestText(ofArticle id: Int64) throws -> (bytes: [UInt8], version: Version)? {
        let number = try rows(
            "SELECT number FROM versions WHERE article_id = ? ORDER BY position DESC LIMIT 1", [id]
        ) { try $0.count() }.first
        return try number.flatMap { try text(ofArticle: id, version: $0) }
    }

    /// The articles that print much the same text as an article, by publication, outlet and source.
    func similarTexts(toArticle id: Int64) throws -> [SimilarText] {
        let shares = Dictionary(
            try rows(
                """
                SELECT other_id, share FROM similar_texts WHERE article_id = ?
                UNION ALL SELECT article_id, share FROM similar_texts WHERE other_id = ?
                """, [id, id]
            ) { (try $0.id(), try $0.double()) }, uniquingKeysWith: { first, _ in first })
        guard !shares.isEmpty else { return [] }
        return try articles(idList(shares.keys.sorted())).map { article in
            SimilarText(article: article, share: min(max(shares[article.id] ?? 0, 0), 1))
        }
    }
}

/// An article that prints much the same text as another.
package struct SimilarText: Hashable, Sendable {
    package let article: ArticleRecord
    /// The part of the shorter text that the longer one has too, from 0 to 1.
    package let share: Double

    package init(article: ArticleRecord, share: Double) {
        self.article = article
        self.share = share
    }
}
