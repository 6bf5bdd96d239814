import Dates
import GRDB

extension QuoteLookup {
    /// The look-up as a condition on `q` (quotes) and `v` (versions), with its arguments.
    var condition: (sql: String, values: [(any DatabaseValueConvertible)?]) {
        var parts = ["q.id NOT IN (SELECT quote_id FROM rejected_quotes)"]
        var values: [(any DatabaseValueConvertible)?] = []
        if !inAnyVersion { parts.append("v.is_latest") }
        if let expression = SearchIndex.expression(terms) {
            parts.append("q.id IN (SELECT rowid FROM quote_words WHERE quote_words MATCH ?)")
            values.append(expression)
        }
        let lists: [(ids: [Int64]?, sql: String)] = [
            (
                speakers,
                """
                q.id IN (SELECT q.id FROM article_speaker_rows e
                JOIN quote_rows q ON q.version_id = e.id >> \(Schema.speakerBits) AND \(Database.says)
                WHERE e.speaker_id IN (SELECT value FROM json_each(?)))
                """
            ),
            (articles, "v.article_id IN (SELECT value FROM json_each(?))"),
            (ids, "q.id IN (SELECT value FROM json_each(?))"),
        ]
        for case (let ids?, let sql) in lists {
            parts.append(sql)
            values.append(idList(ids))
        }
        if let statements {
            parts.append(
                """
                q.id IN (SELECT id FROM quote_rows WHERE statement_id IN (SELECT value FROM json_each(?))
                    UNION ALL SELECT id FROM quote_rows WHERE id IN (SELECT value FROM json_each(?)) AND statement_id IS NULL)
                """)
            values += [idList(statements), idList(statements)]
        }
        if let references {
            parts.append("q.id IN (\(Database.quotesByReference))")
            let numbers = idList(references.compactMap { QuoteReference($0)?.number })
            values += [numbers, numbers]
        }
        if let days {
            parts.append(
                """
                (q.said_first <= ? AND q.said_last >= ?
                    OR EXISTS (SELECT 1 FROM quote_statements t WHERE t.quote_id = q.id
                        AND t.said_first <= ? AND t.said_last >= ?)
                    OR EXISTS (SELECT 1 FROM articles y WHERE y.id = v.article_id
                        AND y.published_first <= ? AND y.published_last >= ?))
                """)
            // Beyond the years that the archive keeps, the nearest day that it can hold stands for all others.
            let (first, last) = (days.first.stored ?? "0000", days.last.stored ?? "9999-12-31")
            for _ in 0..<3 { values += [last, first] }
        }
        return (parts.joined(separator: " AND "), values)
    }
}

extension Database {
    /// The quotes of names whose numbers a JSON array tells, which is given twice: the index has the last digits alone.
    static let quotesByReference = """
        SELECT id FROM quote_rows WHERE reference & 65535 IN (SELECT value & 65535 FROM json_each(?))
            AND reference IN (SELECT value FROM json_each(?))
        """
}
