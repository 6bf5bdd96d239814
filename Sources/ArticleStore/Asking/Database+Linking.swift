import Articles
import GRDB

extension Database {
    /// Why a quote is a report of its statement, and what dates its article.
    func linking(ofQuote id: Int64) throws -> LinkingRecord {
        let likenesses = try rows(
            "SELECT fullest_quote_id, common_words, words, share FROM quote_likenesses WHERE quote_id = ?", [id]
        ) { cells in
            Likeness(
                quote: id, fullest: try cells.id(), common: try cells.count(), words: try cells.count(),
                share: try cells.double())
        }
        let others = try rows("SELECT count(*) FROM quote_likenesses WHERE fullest_quote_id = ?", [id]) {
            try $0.count()
        }
        let publication = try rows(
            """
            SELECT e.quote_id, e.dated_quote_id FROM publication_evidence e JOIN versions v ON v.article_id = e.article_id
            JOIN quotes q ON q.version_id = v.id WHERE q.id = ? ORDER BY e.position
            """, [id]
        ) { InferredPublication.Evidence(quote: try $0.id(), dated: try $0.id()) }
        return LinkingRecord(likeness: likenesses.first, others: others.first ?? 0, publication: publication)
    }
}
