import Articles
import Dates
import GRDB
import Text

/// The rows whose counts change while articles come and go.
struct Touched {
    var speakers: Set<Int64> = []
    var statements: Set<Int64> = []
}

extension RowWriter {
    /// Writes an article that is new, and what was found in it.
    ///
    /// Until the archive is linked anew, its speakers are people of their own and its quotes statements of their own.
    /// - Returns: its number.
    func write(_ item: AnnotatedArticle, _ touched: inout Touched) throws -> Int64 {
        let id = try insert(into: "sources", item.article.source.columns())
        try insert(into: "articles", [["id": id, "source_id": id], item.metadataColumns])
        try writeVersions(of: item, article: id, after: EarlierVersions(), &touched)
        return id
    }

    fileprivate func writeVersions(
        of item: AnnotatedArticle, article id: Int64, after earlier: EarlierVersions, _ touched: inout Touched
    ) throws {
        try db.run(
            "INSERT OR REPLACE INTO annotated_articles (article_id, annotator_version) VALUES (?, ?)",
            [id, item.annotator])
        var writer = try VersionWriter(rows: self, article: item.article, id: id, after: earlier)
        for index in item.article.versions.indices {
            try writer.write(item.article.versions[index], at: index, item.annotations[index])
        }
        guard !writer.isCounted else { return }
        touched.speakers.formUnion(writer.people.values)
        touched.statements.formUnion(writer.statements)
    }
}

extension Database {
    /// Writes what is new of an article: all that was read from its present text anew, where that is the same, or further versions,
    /// where the text has changed.
    func write(
        _ item: AnnotatedArticle, inPlaceOf id: Int64, isSameText: Bool, _ touched: inout Touched
    ) throws {
        try touch(article: id, &touched)
        if isSameText { try removeVersions(ofArticle: id) } else { try keepText(ofArticle: id) }
        let earlier = try EarlierVersions(ofArticle: id, in: self)
        try replaceMetadata(ofArticle: id, by: item, keepingUnknown: !earlier.isNone)
        if !isSameText {
            try update("sources", id: id, item.article.source.columns())
            try run("UPDATE versions SET is_latest = 0 WHERE article_id = ?", [id])
        }
        let rows = RowWriter(self)
        try rows.writeVersions(of: item, article: id, after: earlier, &touched)
        try rows.finish()
    }

    /// Writes all versions of an article anew, as they were read from each of its texts, oldest first.
    func rewrite(_ items: [AnnotatedArticle], ofArticle id: Int64, _ touched: inout Touched) throws {
        guard let first = items.first?.article.source else { return }
        try run("DELETE FROM earlier_texts WHERE article_id = ?", [id])
        try update("sources", id: id, first.columns())
        for (index, item) in items.enumerated() {
            try write(item, inPlaceOf: id, isSameText: index == 0, &touched)
        }
    }

    /// Puts new metadata in the place of what an article has; `keepingUnknown` leaves what earlier versions told where nothing is known
    /// any more. What people corrected is laid over it when the archive is linked.
    private func replaceMetadata(ofArticle id: Int64, by item: AnnotatedArticle, keepingUnknown: Bool) throws {
        try restoreAutomaticValues(ofArticle: id)
        let columns = item.metadataColumns
        guard keepingUnknown else { return try update("articles", id: id, columns) }
        let isDated = columns.contains { $0.key == "published_first" && $0.value != nil }
        let kept = columns.map { column in
            // The place where an earlier text prints the date is none in this one.
            let isPlace = column.key.hasSuffix("_byte")
            let isKept = column.key.hasPrefix("published") ? !isDated && !isPlace : true
            return "\(column.key) = \(isKept ? "coalesce(?, \(column.key))" : "?")"
        }
        try run("UPDATE articles SET \(kept.joined(separator: ", ")) WHERE id = ?", columns.map(\.value) + [id])
    }

    /// When an article appeared and how that is known, as it is kept.
    func daysOfPublication(ofArticle id: Int64) throws -> [String?] {
        try rows("SELECT published_first, published_last, published_basis FROM articles WHERE id = ?", [id]) {
            [try $0.optionalText(), try $0.optionalText(), try $0.optionalText()]
        }.first ?? []
    }

    /// Counts what an article speaks of among what changes.
    private func touch(article id: Int64, _ touched: inout Touched) throws {
        touched.statements.formUnion(
            try rows(
                """
                SELECT DISTINCT statement_id FROM quotes q JOIN versions v ON v.id = q.version_id
                WHERE v.article_id = ?
                """, [id]
            ) { try $0.id() })
        touched.speakers.formUnion(
            try rows(
                """
                SELECT DISTINCT speaker_id FROM versions v
                JOIN article_speaker_rows e ON \(Schema.isSpeaker(ofVersion: "v.id")) WHERE v.article_id = ?
                """, [id]
            ) { try $0.id() })
    }

    /// Takes away the versions that were read from an article's present text, with all that hangs on them; the words of their quotes
    /// stay in the index, where they lead to rows that no longer are.
    private func removeVersions(ofArticle id: Int64) throws {
        let versions = """
            SELECT id FROM versions WHERE article_id = ? AND id NOT IN (SELECT version_id FROM earlier_versions)
            """
        try run(
            """
            UPDATE settings SET value = value + (SELECT count(*) FROM quotes WHERE version_id IN (\(versions)))
            WHERE name = 'stale_words'
            """, [id])
        try run(
            """
            DELETE FROM article_speaker_rows WHERE id IN (
                SELECT e.id FROM (\(versions)) v JOIN article_speaker_rows e ON \(Schema.isSpeaker(ofVersion: "v.id")))
            """, [id])
        try run("DELETE FROM versions WHERE id IN (\(versions))", [id])
    }

    /// Brings the counts of some speakers and statements up to date, and takes away those that nothing speaks of any more.
    func recount(_ touched: Touched) throws {
        let speakers = "id IN (SELECT value FROM json_each('\(idList(touched.speakers.sorted()))'))"
        let statements = "id IN (SELECT value FROM json_each('\(idList(touched.statements.sorted()))'))"
        try execute(
            sql: """
                DELETE FROM speakers WHERE \(speakers)
                AND NOT EXISTS (SELECT 1 FROM article_speaker_rows e WHERE e.speaker_id = speakers.id);
                DELETE FROM statement_rows WHERE \(statements) AND NOT EXISTS (\(Database.reportsOfRow));
                UPDATE speakers SET quotes = \(Database.quotesOfSpeaker) WHERE \(speakers);
                UPDATE statement_rows SET reports = \(Database.outletsOfRow) WHERE \(statements)
                """)
    }

    /// Whether a speaker `e` of an article is among those who say a quote `q`.
    static let says = """
        (q.speaker = e.id & \(Schema.speakerMask) OR EXISTS (SELECT 1 FROM further_mentions m
            WHERE m.quote_id = q.id AND m.part = 'speaker' AND m.article_speaker_id = e.id))
        """

    /// How many quotes of latest versions a row of `speakers` has said.
    static let quotesOfSpeaker = """
        (SELECT count(DISTINCT q.id) FROM article_speaker_rows e
        JOIN versions v ON v.id = e.id >> \(Schema.speakerBits) AND v.is_latest
        JOIN quote_rows q ON q.version_id = v.id AND \(says)
        WHERE e.speaker_id = speakers.id AND q.id NOT IN (SELECT quote_id FROM rejected_quotes))
        """

    /// The quotes that report a row of `statement_rows`.
    static let reportsOfRow = """
        SELECT 1 FROM quote_rows q
        WHERE q.statement_id = statement_rows.id OR q.id = statement_rows.id AND q.statement_id IS NULL
        """

    /// How many outlets report a row of `statement_rows` in latest versions; articles of no known outlet count one each.
    static let outletsOfRow = """
        (SELECT count(DISTINCT coalesce('outlet ' || a.outlet, 'article ' || a.id)) FROM quote_rows q
        JOIN versions v ON v.id = q.version_id AND v.is_latest
        JOIN articles a ON a.id = v.article_id
        WHERE (q.statement_id = statement_rows.id OR q.id = statement_rows.id AND q.statement_id IS NULL)
            AND q.id NOT IN (SELECT quote_id FROM rejected_quotes))
        """
}

extension Source {
    fileprivate func columns() throws -> Columns {
        guard let compressed = Compression.deflate(bytes) else { throw Damage(detail: "no memory to compress") }
        return [
            "name": name, "fingerprint": fingerprint.hex, "length": bytes.count, "zlib_bytes": blob(compressed),
        ]
    }
}

extension AnnotatedArticle {
    /// What there is more of than the tables can number; nil where nothing is.
    var excess: String? {
        annotations.contains { $0.speakers.count > Schema.speakerMask }
            ? "it names more speakers than can be told apart" : nil
    }

    /// What is known of the article: what was told comes before what its text tells.
    fileprivate var metadataColumns: Columns {
        let metadata = article.metadata
        let published = metadata.published ?? annotations.reversed().lazy.compactMap(\.published).first
        return [
            "outlet": metadata.outlet, "title": metadata.title, "byline": metadata.byline, "url": metadata.url,
            "language": metadata.language,
            "published_first": published?.value.first.stored, "published_last": published?.value.last.stored,
            "published_basis": published?.basis.rawValue,
            "published_start_byte": published?.range?.lower, "published_end_byte": published?.range?.upper,
        ]
    }
}
