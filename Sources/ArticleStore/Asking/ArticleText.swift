import Articles
import GRDB
import Text

/// An article and one of the texts that its source had: one that was there before the source changed, or the present one.
struct ArticleText: Hashable {
    let article: Int64
    /// The row of `earlier_texts`; nil for the present text.
    let earlier: Int64?

    /// Whether a version `v` was read from the text, with `values` for its marks.
    static let isOfVersion =
        "v.article_id = ? AND (SELECT b.text_id FROM earlier_versions b WHERE b.version_id = v.id) IS ?"
    var values: [(any DatabaseValueConvertible)?] { [article, earlier] }
}

extension Database {
    /// The texts of an article, oldest first; the present one is the last.
    func texts(ofArticle id: Int64) throws -> [ArticleText] {
        try rows("SELECT id FROM earlier_texts WHERE article_id = ? ORDER BY id", [id]) {
            ArticleText(article: id, earlier: try $0.id())
        } + [ArticleText(article: id, earlier: nil)]
    }

    /// The bytes of a text and the checksum that was kept of them.
    func unpacked(_ text: ArticleText) throws -> (bytes: [UInt8], fingerprint: String) {
        let found =
            if let earlier = text.earlier {
                try rows("SELECT fingerprint, length, zlib_bytes FROM earlier_texts WHERE id = ?", [earlier]) {
                    (try $0.text(), try $0.count(), try $0.bytes())
                }
            } else {
                try rows(
                    """
                    SELECT s.fingerprint, s.length, s.zlib_bytes FROM articles a JOIN sources s ON s.id = a.source_id
                    WHERE a.id = ?
                    """, [text.article]
                ) { (try $0.text(), try $0.count(), try $0.bytes()) }
            }
        guard let (fingerprint, length, compressed) = found.first,
            let bytes = Compression.inflate(compressed, count: length)
        else { throw Damage(detail: "the text of article \(text.article) cannot be unpacked") }
        return (bytes, fingerprint)
    }

    /// The numbers of the versions that were read from a text.
    func versionNumbers(of text: ArticleText) throws -> [Int] {
        try rows(
            "SELECT v.number FROM versions v WHERE \(ArticleText.isOfVersion) ORDER BY v.position", text.values
        ) { try $0.count() }
    }

    /// The versions that were read from a text of so many bytes, with their rows.
    func versions(of text: ArticleText, _ length: Int) throws -> [(row: Int64, version: Version)] {
        try rows(
            "SELECT v.id, v.number FROM versions v WHERE \(ArticleText.isOfVersion) ORDER BY v.position", text.values
        ) { (try $0.id(), try $0.count()) }.map { row, number in
            (row, Version(number: number, zones: try zones(ofVersion: row, length)))
        }
    }

    /// An article as it was read from one of its texts.
    func article(_ record: ArticleRecord, readFrom text: ArticleText) throws -> Article {
        let bytes = try bytes(of: text)
        return Article(
            source: Source(name: record.source, bytes: bytes), metadata: record.metadata,
            versions: try versions(of: text, bytes.count).map(\.version))
    }

    /// The numbers of the quotes that a text prints.
    func quotes(of text: ArticleText) throws -> Set<Int64> {
        try ids(
            "SELECT q.id FROM quotes q JOIN versions v ON v.id = q.version_id WHERE \(ArticleText.isOfVersion)",
            text.values)
    }

    /// The bytes of a text.
    func bytes(of text: ArticleText) throws -> [UInt8] { try unpacked(text).bytes }

    /// Whether an article that another archive tells is there already as one of the texts of an article: as many versions came before
    /// it there as here, or fewer. A source that has an earlier text again has a further version.
    func isKept(_ item: AnnotatedArticle, inArticle id: Int64) throws -> Bool {
        guard item.article.found?.isOfArchive == true, let first = item.article.versions.first else { return false }
        let source = item.article.source
        return try rows(
            """
            SELECT 1 FROM versions v JOIN articles a ON a.id = v.article_id JOIN sources s ON s.id = a.source_id
            LEFT JOIN earlier_versions b ON b.version_id = v.id LEFT JOIN earlier_texts t ON t.id = b.text_id
            WHERE v.article_id = ? AND coalesce(t.fingerprint, s.fingerprint) = ? AND coalesce(t.length, s.length) = ?
                AND v.number >= ? LIMIT 1
            """, [id, source.fingerprint.hex, source.bytes.count, first.number]
        ) { try $0.id() }.first != nil
    }
}
