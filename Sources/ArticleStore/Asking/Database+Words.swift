import GRDB

/// Questions to the words of the archive themselves, each bounded however large it is.
extension Database {
    /// The most terms of one beginning that are looked at, texts that are read for one term, and values that are counted.
    private static let (termLimit, textLimit, valueLimit) = (50_000, 40, 200_000)

    /// Makes the faces of the index that list its terms, and the quotes of each. They belong to the connection alone, so that an archive
    /// that cannot be written to has them too.
    func makeTermList() throws {
        try execute(
            sql: """
                CREATE VIRTUAL TABLE temp.quote_terms USING fts5vocab(main, quote_words, row);
                CREATE VIRTUAL TABLE temp.quote_instances USING fts5vocab(main, quote_words, instance)
                """)
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

    /// The terms that begin with `beginning` and how many quotes the index has for each, in the order of their bytes.
    func indexTerms(beginningWith beginning: String) throws -> [IndexTerm] {
        try rows(
            "SELECT term, doc FROM temp.quote_terms WHERE term >= ? AND term < ? ORDER BY term LIMIT ?",
            [beginning, beginning + "\u{10FFFF}", Database.termLimit]
        ) { IndexTerm(term: try $0.text(), quotes: try $0.count()) }
    }

    /// The printed words of the first few quotes that the index has for a term: no more is read of a frequent one than of a rare one.
    func firstTexts(withTerm term: String) throws -> [String] {
        guard let expression = SearchIndex.expression([[term]]) else { return [] }
        return try rows(
            """
            SELECT g.text FROM (SELECT rowid FROM quote_words WHERE quote_words MATCH ? LIMIT ?) w
            JOIN segments g ON g.quote_id = w.rowid
            """, [expression, Database.textLimit]
        ) { try $0.text() }
    }

    /// The printed words of quotes in latest versions that have a term, by source name and place.
    func texts(withTerm term: String) throws -> [String] {
        var lookup = QuoteLookup()
        lookup.terms = [[term]]
        guard SearchIndex.expression(lookup.terms) != nil else { return [] }
        let (condition, values) = lookup.condition
        return try rows(
            """
            SELECT g.text, s.name, v.position, q.start_byte, q.id, g.position FROM quotes q JOIN versions v ON v.id = q.version_id JOIN articles a ON a.id = v.article_id
            JOIN sources s ON s.id = a.source_id JOIN segments g ON g.quote_id = q.id
            WHERE \(condition)
            ORDER BY \(Database.articleOrder), q.start_byte, q.id, g.position LIMIT ?
            """, values + [Database.textLimit]
        ) { try $0.text() }
    }

    /// What quotes in latest versions have as a part, most frequent first.
    func values(of part: PrintedPart) throws -> [PrintedValue] {
        let (column, join) =
            switch part {
            case .place: ("coalesce(q.place, t.place)", "JOIN quote_statements t ON t.quote_id = q.id")
            case .occasion, .medium: ("q.\(part.rawValue)", "")
            case .addressee, .via: ("m.text", "JOIN mentions m ON m.quote_id = q.id AND m.part = '\(part.rawValue)'")
            }
        let (condition, values) = QuoteLookup().condition
        return try rows(
            """
            SELECT value, count(*) FROM (
                SELECT \(column) AS value FROM quotes q JOIN versions v ON v.id = q.version_id \(join)
                WHERE \(condition) AND value IS NOT NULL LIMIT ?)
            GROUP BY value ORDER BY 2 DESC, 1
            """, values + [Database.valueLimit]
        ) { PrintedValue(text: try $0.text(), quotes: try $0.count()) }
    }
}
