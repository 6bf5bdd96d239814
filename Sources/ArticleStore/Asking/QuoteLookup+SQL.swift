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
                q.id IN (SELECT m.quote_id FROM article_speakers e JOIN mentions m ON m.article_speaker_id = e.id
                WHERE m.part = 'speaker' AND e.speaker_id IN (SELECT value FROM json_each(?)))
                """
            ),
            (articles, "v.article_id IN (SELECT value FROM json_each(?))"),
            (ids, "q.id IN (SELECT value FROM json_each(?))"),
            (statements, "q.statement_id IN (SELECT value FROM json_each(?))"),
        ]
        for case (let ids?, let sql) in lists {
            parts.append(sql)
            values.append(idList(ids))
        }
        if let references {
            let marks = repeatElement("?", count: references.count).joined(separator: ", ")
            let ends = repeatElement("substr(?, 13)", count: references.count).joined(separator: ", ")
            // The index has the ends alone; the sign keeps SQLite from taking them out of the whole, which no index has.
            parts.append("substr(q.reference, 13) IN (\(ends)) AND +q.reference IN (\(marks))")
            values += references + references
        }
        if let days {
            parts.append(
                """
                (q.said_first <= ? AND q.said_last >= ?
                    OR EXISTS (SELECT 1 FROM statements t WHERE t.id = q.statement_id
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
