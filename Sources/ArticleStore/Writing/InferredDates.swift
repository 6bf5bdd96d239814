import Articles
import Dates
import GRDB
import Text

/// The dates that undated articles have from statements which dated ones report too: laid into the same columns as all others, and taken
/// out again before the archive is linked anew.
extension Database {
    /// Puts back what was known before dates were inferred.
    func forgetInferredDates() throws {
        let said = Database.saidColumns
        try execute(
            sql: """
                UPDATE quote_rows SET (\(said)) = (SELECT \(said) FROM undated_quotes o WHERE o.quote_id = quote_rows.id)
                WHERE id IN (SELECT quote_id FROM undated_quotes);
                DELETE FROM undated_quotes;
                UPDATE articles SET published_first = NULL, published_last = NULL, published_basis = NULL
                WHERE published_basis = '\(DatedEvidence.Basis.crossArticle.rawValue)';
                DELETE FROM publication_evidence
                """)
    }

    /// When a quote was said, as was known before its article was dated.
    func ownDate(ofQuote quote: Int64) throws -> DatedEvidence? {
        let columns = ["said_first", "said_last", "said_basis"].map { Schema.value(of: $0, in: "o") }
        return try rows("SELECT \(columns.joined(separator: ", ")) FROM undated_quotes o WHERE quote_id = ?", [quote]) {
            try DatedEvidence(first: $0.optionalText(), last: $0.optionalText(), basis: $0.optionalText())
        }.first ?? nil
    }

    private static let saidColumns = "said_first, said_last, said_basis, said_start_byte, said_end_byte"

    /// Dates articles by the statements that they share with dated ones, and their quotes by that.
    /// - Returns: what is known now of the quotes of these articles; none where no article was dated.
    func inferDates(_ linker: Linker, _ inferred: [InferredPublication]) throws -> [Int64: QuoteDays] {
        guard !inferred.isEmpty else { return [:] }
        let decided = try ids(
            """
            SELECT DISTINCT v.article_id FROM decided_quotes d JOIN decisions e ON e.id = d.decision_id
            JOIN quotes q ON q.id = d.quote_id JOIN versions v ON v.id = q.version_id
            WHERE e.property = 'published'
            """)
        var days: [Int64: QuoteDays] = [:]
        for publication in inferred where !decided.contains(publication.article) {
            guard try date(publication, linker) else { continue }
            let quotes = try rows(
                """
                SELECT q.id, q.said_first, q.said_last, q.said_basis FROM versions v JOIN quotes q ON q.version_id = v.id
                WHERE v.article_id = ?
                """, [publication.article]
            ) { cells in
                let quote = try cells.id()
                let (first, last, basis) = (
                    try cells.optionalText(), try cells.optionalText(), try cells.optionalText()
                )
                return (quote, try DatedEvidence(first: first, last: last, basis: basis))
            }
            for (quote, said) in quotes { days[quote] = QuoteDays(published: publication.published, said: said) }
        }
        return days
    }

    /// Dates one article, unless what it prints itself speaks against that.
    private func date(_ publication: InferredPublication, _ linker: Linker) throws -> Bool {
        let basis = DatedEvidence.Basis.crossArticle
        guard let record = try articles(idList([publication.article])).first else { return false }
        let dates = try texts(ofArticle: record.id).flatMap { text in
            var article = try article(record, readFrom: text)
            article.metadata.published = DatedEvidence(publication.published, basis)
            return linker.dates(article).flatMap(\.self)
        }
        let found = try rows(
            """
            SELECT q.id, EXISTS (SELECT 1 FROM decided_quotes d JOIN decisions e ON e.id = d.decision_id
                WHERE d.quote_id = q.id AND e.property = 'said')
            FROM quotes q JOIN versions v ON v.id = q.version_id
            WHERE v.article_id = ? ORDER BY v.position, q.id
            """, [publication.article]
        ) { (id: try $0.id(), isDecided: try $0.count() != 0) }
        // Another annotator may have found other quotes.
        guard dates.count == found.count else { return false }
        let told = Dictionary(
            zip(found.map(\.id), dates).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
        let speaksAgainst = publication.evidence.contains { evidence in
            if let said = told[evidence.quote] ?? nil { !said.value.overlaps(publication.said) } else { false }
        }
        if speaksAgainst { return false }
        let (days, said) = (publication.published, Database.saidColumns)
        try run(
            "UPDATE articles SET published_first = ?, published_last = ?, published_basis = ? WHERE id = ?",
            [days.first.stored, days.last.stored, basis.rawValue, publication.article])
        for (position, evidence) in publication.evidence.enumerated() {
            try insert(
                into: "publication_evidence",
                [
                    "article_id": publication.article, "position": position, "quote_id": evidence.quote,
                    "dated_quote_id": evidence.dated,
                ])
        }
        for (quote, date) in zip(found, dates) where !quote.isDecided {
            guard let date else { continue }
            try run("INSERT INTO undated_quotes SELECT id, \(said) FROM quote_rows WHERE id = ?", [quote.id])
            let days = date.value.storedDays
            try run(
                "UPDATE quote_rows SET (\(said)) = (?, ?, ?, ?, ?) WHERE id = ?",
                [
                    days.first, days.last, StoredWords.dateBases.number(of: date.basis), date.range?.lower,
                    date.range?.upper, quote.id,
                ])
        }
        return true
    }
}
