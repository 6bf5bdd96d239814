import Articles
import GRDB

/// What an article has of versions that were read from texts which its source no longer has.
struct EarlierVersions {
    /// The position and the number that come next.
    private(set) var nextPosition = 0
    private(set) var nextNumber = 0
    /// The quotes that they print, so that one which is printed again is the same.
    private(set) var identities = QuoteIdentities()
    /// The archive's speakers, as they are called there.
    private(set) var people: [VersionWriter.Person: Int64] = [:]

    /// What an article has that is new.
    init() {}

    var isNone: Bool { nextPosition == 0 }

    /// The number of a version of the present text, the first of which has the number `first` there.
    func number(of version: Int, first: Int) -> Int {
        isNone || first >= nextNumber ? version : nextNumber + version - first
    }
}

extension EarlierVersions {
    init(ofArticle id: Int64, in db: Database) throws {
        let earlier =
            "SELECT b.version_id FROM earlier_versions b JOIN versions v ON v.id = b.version_id WHERE v.article_id = ?"
        let last = try db.rows(
            "SELECT max(position), max(number) FROM versions WHERE id IN (\(earlier))", [id]
        ) { (try $0.optionalID(), try $0.optionalID()) }.first
        guard let position = last?.0, let number = last?.1 else { return }
        (nextPosition, nextNumber) = (Int(position) + 1, Int(number) + 1)
        let found = try db.rows(
            """
            SELECT e.name, e.kind, e.speaker_id FROM (\(earlier)) b
            JOIN article_speakers e ON \(Schema.isSpeaker(ofVersion: "b.version_id"))
            """, [id]
        ) { cells in
            (VersionWriter.Person(name: try cells.text(), kind: try cells.word(Speaker.Kind.self)), try cells.id())
        }
        people = Dictionary(found, uniquingKeysWith: { first, _ in first })
        try readIdentities(from: earlier, id, in: db)
    }

    /// Reads what makes quotes the same as the annotator found it, whatever people corrected.
    private mutating func readIdentities(from earlier: String, _ id: Int64, in db: Database) throws {
        let quotes = "SELECT id FROM quote_rows WHERE version_id IN (\(earlier))"
        var texts: [Int64: [String]] = [:]
        let segments = try db.rows(
            "SELECT quote_id, text, position FROM segments WHERE quote_id IN (\(quotes)) ORDER BY quote_id, position",
            [id]
        ) { (try $0.id(), try $0.text()) }
        for (quote, text) in segments { texts[quote, default: []].append(text) }
        var speakers: [Int64: [String]] = [:]
        let mentions = try db.rows(
            """
            SELECT m.quote_id, e.name FROM (
                SELECT quote_id, position, article_speaker_id FROM mentions WHERE quote_id IN (\(quotes))
                    AND part = 'speaker' AND quote_id NOT IN (SELECT quote_id FROM automatic_quotes)
                UNION ALL SELECT quote_id, position, article_speaker_id FROM automatic_mentions WHERE quote_id IN (\(quotes))
                    AND part = 'speaker'
            ) m JOIN article_speakers e ON e.id = m.article_speaker_id ORDER BY m.quote_id, m.position
            """, [id, id]
        ) { (try $0.id(), try $0.text()) }
        for (quote, name) in mentions { speakers[quote, default: []].append(name) }
        let found = try db.rows(
            """
            SELECT q.id, q.version_id, q.same_as, q.statement_id, coalesce(\(Schema.value(of: "kind", in: "o")), q.kind) FROM quotes q
            JOIN versions v ON v.id = q.version_id LEFT JOIN automatic_quotes o ON o.quote_id = q.id
            WHERE q.version_id IN (\(earlier)) ORDER BY v.position, q.id
            """, [id]
        ) { (try $0.id(), try $0.id(), try $0.id(), try $0.id(), try $0.text()) }
        var version: Int64?
        for (quote, inVersion, same, statement, kind) in found {
            if inVersion != version { identities.startVersion() }
            version = inVersion
            let key = identities.key(
                text: texts[quote, default: []].joined(separator: " "), kind: kind,
                speakers: speakers[quote, default: []])
            identities[key] = QuoteIdentities.Known(quote: same, statement: statement)
        }
    }
}

extension Database {
    /// The length of the text that a version `v`, whose source is `s`, was read from.
    static let textLength = """
        coalesce((SELECT t.length FROM earlier_versions b JOIN earlier_texts t ON t.id = b.text_id \
        WHERE b.version_id = v.id), s.length)
        """

    /// Keeps the present text of an article, which is about to change, for the versions that were read from it.
    func keepText(ofArticle id: Int64) throws {
        try run(
            """
            INSERT INTO earlier_texts (article_id, fingerprint, length, zlib_bytes)
            SELECT a.id, s.fingerprint, s.length, s.zlib_bytes FROM articles a JOIN sources s ON s.id = a.source_id
            WHERE a.id = ?
            """, [id])
        let text = lastInsertedRowID
        try run(
            """
            INSERT INTO earlier_versions SELECT id, ? FROM versions
            WHERE article_id = ? AND id NOT IN (SELECT version_id FROM earlier_versions)
            """, [text, id])
    }
}
