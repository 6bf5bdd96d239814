import Articles
import Dates
import GRDB
import Text

/// The rows whose counts change while articles come and go.
struct Touched {
    var speakers: Set<Int64> = []
    var statements: Set<Int64> = []
}

extension Database {
    /// Writes an article and what was found in it under the number of the article that it replaces, or a new one.
    ///
    /// Until the archive is linked anew, its speakers are people of their own and its quotes statements of their own.
    func write(_ item: AnnotatedArticle, replacing replaced: Int64?, _ touched: inout Touched) throws {
        let source = item.article.source
        guard let compressed = Compression.deflate(source.bytes) else { throw Damage(detail: "no memory to compress") }
        let sourceColumns: Columns = [
            "name": source.name, "fingerprint": source.fingerprint.hex, "length": source.bytes.count,
            "zlib_bytes": blob(compressed),
        ]
        if let replaced {
            try removeVersions(ofArticle: replaced, &touched)
            try run("DELETE FROM sources WHERE id = ?", [replaced])
        }
        let id = try insert(into: "sources", [["id": replaced], sourceColumns])
        try insert(into: "articles", [["id": id, "source_id": id], item.metadataColumns])
        try insert(into: "annotated_articles", ["article_id": id, "annotator_version": item.annotator])
        var writer = VersionWriter(db: self, article: item.article, id: id)
        for index in item.article.versions.indices {
            try writer.write(item.article.versions[index], at: index, item.annotations[index])
        }
        touched.speakers.formUnion(writer.people.values)
        touched.statements.formUnion(writer.statements)
    }

    /// Takes away the versions of an article with all that hangs on them; the words of its quotes stay in the index, where
    /// they lead to rows that no longer are.
    private func removeVersions(ofArticle id: Int64, _ touched: inout Touched) throws {
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
                SELECT DISTINCT speaker_id FROM article_speakers e JOIN versions v ON v.id = e.version_id
                WHERE v.article_id = ?
                """, [id]
            ) { try $0.id() })
        try run(
            """
            UPDATE settings SET value = value + (SELECT count(*) FROM quotes q JOIN versions v ON v.id = q.version_id
            WHERE v.article_id = ?) WHERE name = 'stale_words'
            """, [id])
        try run("DELETE FROM versions WHERE article_id = ?", [id])
    }

    /// Brings the counts of some speakers and statements up to date, and takes away those that nothing speaks of any more;
    /// nil for all.
    func recount(_ touched: Touched?) throws {
        let speakers =
            touched.map { "id IN (SELECT value FROM json_each('\(idList($0.speakers.sorted()))'))" } ?? "1"
        let statements =
            touched.map { "id IN (SELECT value FROM json_each('\(idList($0.statements.sorted()))'))" } ?? "1"
        try execute(
            sql: """
                DELETE FROM speakers WHERE \(speakers)
                AND NOT EXISTS (SELECT 1 FROM article_speakers e WHERE e.speaker_id = speakers.id);
                DELETE FROM statements WHERE \(statements)
                AND NOT EXISTS (SELECT 1 FROM quotes q WHERE q.statement_id = statements.id);
                UPDATE speakers SET quotes = \(Database.quotesOfSpeaker) WHERE \(speakers);
                UPDATE statements SET reports = \(Database.reportsOfStatement) WHERE \(statements)
                """)
    }

    /// How many quotes of latest versions a row of `speakers` has said.
    static let quotesOfSpeaker = """
        (SELECT count(DISTINCT m.quote_id) FROM article_speakers e
        JOIN mentions m ON m.article_speaker_id = e.id AND m.part = 'speaker'
        JOIN versions v ON v.id = e.version_id AND v.is_latest
        WHERE e.speaker_id = speakers.id AND m.quote_id NOT IN (SELECT quote_id FROM rejected_quotes))
        """

    /// How many outlets report a row of `statements` in latest versions; articles of no known outlet count one each.
    static let reportsOfStatement = """
        (SELECT count(DISTINCT coalesce('outlet ' || a.outlet, 'article ' || a.id)) FROM quotes q
        JOIN versions v ON v.id = q.version_id AND v.is_latest
        JOIN articles a ON a.id = v.article_id
        WHERE q.statement_id = statements.id AND q.id NOT IN (SELECT quote_id FROM rejected_quotes))
        """
}

extension AnnotatedArticle {
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
