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
                UPDATE quotes SET (\(said)) = (SELECT \(said) FROM undated_quotes o WHERE o.quote_id = quotes.id)
                WHERE id IN (SELECT quote_id FROM undated_quotes);
                DELETE FROM undated_quotes;
                UPDATE articles SET published_first = NULL, published_last = NULL, published_basis = NULL
                WHERE published_basis = '\(DatedEvidence.Basis.crossArticle.rawValue)';
                DELETE FROM publication_evidence
                """)
    }

    private static let saidColumns = "said_first, said_last, said_basis, said_start_byte, said_end_byte"

    /// Dates articles by the statements that they share with dated ones, and their quotes by that.
    /// - Returns: whether there were any.
    func inferDates(_ linker: Linker, _ quotes: [LinkableQuote], _ statements: [LinkedStatement]) throws -> Bool {
        let inferred = linker.publications(quotes, statements)
        guard !inferred.isEmpty else { return false }
        let decided = Set(
            try rows(
                """
                SELECT DISTINCT v.article_id FROM decided_quotes d JOIN decisions e ON e.id = d.decision_id
                JOIN quotes q ON q.id = d.quote_id JOIN versions v ON v.id = q.version_id
                WHERE e.property = 'published'
                """
            ) { try $0.id() })
        var isDated = false
        for publication in inferred where !decided.contains(publication.article) {
            if try date(publication, linker) { isDated = true }
        }
        return isDated
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
            WHERE v.article_id = ? ORDER BY v.position, q.position
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
            try run("INSERT INTO undated_quotes SELECT id, \(said) FROM quotes WHERE id = ?", [quote.id])
            try run(
                "UPDATE quotes SET (\(said)) = (?, ?, ?, ?, ?) WHERE id = ?",
                [
                    date.value.first.stored, date.value.last.stored, date.basis.rawValue, date.range?.lower,
                    date.range?.upper, quote.id,
                ])
        }
        return true
    }
}
