import GRDB

/// Questions to the words of the archive themselves, each bounded however large it is.
extension Database {
    /// The most terms of one beginning that are looked at, and the most quotes of which the words are read or counted.
    private static let (termLimit, quoteLimit, valueLimit) = (50_000, 200, 200_000)

    /// Makes the face of the index that lists its terms. It belongs to the connection alone, so that an archive that cannot be written to
    /// has it too.
    func makeTermList() throws {
        try execute(sql: "CREATE VIRTUAL TABLE temp.quote_terms USING fts5vocab(main, quote_words, row)")
    }

    /// The terms that begin with `beginning` and are `lengths` bytes long, in the order of their bytes.
    func terms(beginningWith beginning: String, bytes lengths: ClosedRange<Int>) throws -> [String] {
        try rows(
            """
            SELECT term FROM (SELECT term FROM temp.quote_terms WHERE term >= ? AND term < ? LIMIT ?)
            WHERE length(CAST(term AS BLOB)) BETWEEN ? AND ? ORDER BY term
            """,
            [beginning, beginning + "\u{10FFFF}", Database.termLimit, lengths.lowerBound, lengths.upperBound]
        ) { try $0.text() }
    }

    /// The printed words of quotes in latest versions that have a term, by source name and place.
    func texts(withTerm term: String) throws -> [String] {
        guard let expression = SearchIndex.expression([[term]]) else { return [] }
        return try rows(
            """
            SELECT g.text FROM quotes q JOIN versions v ON v.id = q.version_id JOIN articles a ON a.id = v.article_id
            JOIN sources s ON s.id = a.source_id JOIN segments g ON g.quote_id = q.id
            WHERE v.is_latest AND q.id IN (SELECT rowid FROM quote_words WHERE quote_words MATCH ?)
            ORDER BY \(Database.articleOrder), q.start_byte, q.position, g.position LIMIT ?
            """, [expression, Database.quoteLimit]
        ) { try $0.text() }
    }

    /// What quotes in latest versions have as a part, most frequent first.
    func values(of part: PrintedPart) throws -> [PrintedValue] {
        let latest = "quotes q JOIN versions v ON v.id = q.version_id AND v.is_latest"
        let values =
            switch part {
            case .place:
                "SELECT coalesce(q.place, t.place) AS value FROM \(latest) JOIN statements t ON t.id = q.statement_id"
            case .occasion, .medium: "SELECT q.\(part.rawValue) AS value FROM \(latest)"
            case .addressee, .via:
                """
                SELECT m.text AS value FROM \(latest)
                JOIN mentions m ON m.quote_id = q.id AND m.part = '\(part.rawValue)'
                """
            }
        return try rows(
            """
            SELECT value, count(*) FROM (SELECT value FROM (\(values)) WHERE value IS NOT NULL LIMIT ?)
            GROUP BY value ORDER BY 2 DESC, 1
            """, [Database.valueLimit]
        ) { PrintedValue(text: try $0.text(), quotes: try $0.count()) }
    }
}
