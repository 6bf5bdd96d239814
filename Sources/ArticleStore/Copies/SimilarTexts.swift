package import Articles
import GRDB

extension RowWriter {
    /// Keeps by what articles that print much the same text as the latest version of this one are found; written with what is put off.
    func noteBands(ofArticle id: Int64, _ article: Article, isNew: Bool) {
        guard let version = article.versions.last else { return }
        let bands = TextSketch(Shingles(article.source.bytes, version.zones))?.bands
        if bands != nil || !isNew { self.bands.append((id, bands)) }
    }

    /// Writes the bands that were put off, each row that keeps some of them once.
    func writeBands() throws {
        var row: (first: Int64, entries: TextBands)?
        var last: Int64 = .max
        func flush() throws {
            guard let row else { return }
            try db.run(
                "INSERT OR REPLACE INTO text_bands (first_article_id, bands) VALUES (?, ?)",
                [row.first, blob(row.entries.bytes(first: row.first))])
        }
        // Of an article that a batch holds twice, what came last counts.
        let noted = Dictionary(bands.map { ($0.article, $0.bands) }, uniquingKeysWith: { $1 })
        for (article, bands) in noted.sorted(by: { $0.key < $1.key }) {
            if article >= last || row.map({ !$0.entries.canHold(article, first: $0.first) }) ?? true {
                try flush()
                (row, last) = try db.rowOfBands(article)
            }
            // A row that is full is followed by another one, unless the article is among those that it has.
            if let open = row, open.entries.entries.count >= TextBands.limit, last == .max,
                article > open.entries.entries.last?.article ?? 0
            {
                try flush()
                row = (article, TextBands())
            }
            row?.entries.set(bands, of: article)
        }
        try flush()
        bands = []
    }
}

extension Database {
    /// No more articles than this are compared with one: those that agree in most bands.
    private static let candidateLimit = 1_000
    /// From this share on, two texts are much the same.
    private static let leastShare = 0.6

    /// Makes the bands of the sketches that the third format of archives kept.
    func keepBandsOfSketches() throws {
        let writer = RowWriter(self)
        writer.bands = try rows("SELECT article_id, bins FROM text_sketches ORDER BY article_id") { cells in
            (try cells.id(), TextSketch(bytes: try cells.bytes())?.bands)
        }
        try writer.writeBands()
    }

    /// The articles whose bands are not those of their text; one whose text cannot be read is none of them.
    func articlesOfOtherBands() throws -> [Int64] {
        var kept: [Int64: [UInt16]] = [:]
        try forEachRow("SELECT first_article_id, bands FROM text_bands") { cells in
            let first = try cells.id()
            for entry in TextBands(try cells.bytes(), first: first).entries { kept[entry.article] = entry.bands }
        }
        var others: [Int64] = []
        for id in try articlesBySource() {
            let bands = kept.removeValue(forKey: id)
            guard let shingles = try? latestShingles(ofArticle: id) else { continue }
            if TextSketch(shingles)?.bands != bands { others.append(id) }
        }
        return others + kept.keys.sorted()
    }

    /// Makes the bands of all articles whose text can be read.
    func rebuildBands() throws {
        try run("DELETE FROM text_bands")
        let writer = RowWriter(self)
        writer.bands = try articlesBySource().compactMap { id in
            (try? latestShingles(ofArticle: id)).flatMap { TextSketch($0) }.map { (id, $0.bands) }
        }
        try writer.writeBands()
    }

    /// The row that keeps the bands of an article, or would, and the first article of the row after it.
    fileprivate func rowOfBands(_ article: Int64) throws -> (row: (first: Int64, entries: TextBands), next: Int64) {
        let found = try rows(
            """
            SELECT first_article_id, bands FROM text_bands WHERE first_article_id <= ?
            ORDER BY first_article_id DESC LIMIT 1
            """, [article]
        ) { (try $0.id(), try $0.bytes()) }.first
        let next = try rows("SELECT min(first_article_id) FROM text_bands WHERE first_article_id > ?", [article]) {
            try $0.optionalID()
        }.first.flatMap(\.self)
        guard let (first, bytes) = found else { return ((article, TextBands()), next ?? .max) }
        let entries = TextBands(bytes, first: first)
        return (entries.canHold(article, first: first) ? (first, entries) : (article, TextBands()), next ?? .max)
    }

    /// The articles that agree with some bands, first those that agree in more.
    private func candidates(_ bands: [UInt16], besides id: Int64) throws -> [Int64] {
        var counts: [Int64: Int] = [:]
        try forEachRow("SELECT first_article_id, bands FROM text_bands ORDER BY first_article_id") { cells in
            let (first, bytes) = (try cells.id(), try cells.bytes())
            TextBands.agreeing(bytes, first: first, with: bands) { counts[$0] = $1 }
        }
        counts[id] = nil
        let order = counts.sorted { a, b in a.value != b.value ? a.value > b.value : a.key < b.key }
        return order.prefix(Database.candidateLimit).map(\.key)
    }

    /// The shingles of the latest version of an article; nil where there is none.
    private func latestShingles(ofArticle id: Int64) throws -> Shingles? {
        let number = try rows(
            "SELECT number FROM versions WHERE article_id = ? ORDER BY position DESC LIMIT 1", [id]
        ) { try $0.count() }.first
        return try number.flatMap { try text(ofArticle: id, version: $0) }.map { Shingles($0.bytes, $0.version.zones) }
    }

    /// The articles that print much the same text as an article, by publication, outlet and source.
    ///
    /// They are looked for when they are asked for: hardly any article is asked about, and every one is added.
    func similarTexts(toArticle id: Int64) throws -> [SimilarText] {
        guard let shingles = try latestShingles(ofArticle: id), let sketch = TextSketch(shingles) else { return [] }
        var shares: [Int64: Double] = [:]
        for candidate in try candidates(sketch.bands, besides: id) {
            // A text that cannot be read is told of where it is asked for, and by a check.
            guard let other = try? latestShingles(ofArticle: candidate), TextSketch(other) != nil else { continue }
            let share = shingles.share(with: other)
            if share >= Database.leastShare { shares[candidate] = share }
        }
        guard !shares.isEmpty else { return [] }
        return try articles(idList(shares.keys.sorted())).map { article in
            SimilarText(article: article, share: shares[article.id] ?? 0)
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
