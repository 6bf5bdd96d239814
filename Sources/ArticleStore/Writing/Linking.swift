import Articles
import Dates
import GRDB

extension Database {
    /// The setting that says whether articles were added since they were last linked.
    static let isUnlinked = "unlinked"

    /// The order of the archive: that of the sources' names, and within a source that of the text.
    static let articleOrder = "s.name, v.position"

    /// Puts `linked` in the place of all statements; a quote that is in none of them is a statement of its own.
    func replaceStatements(_ linked: [LinkedStatement], of quotes: [LinkableQuote]) throws {
        let last = try self.rows("SELECT coalesce(max(id), 0) FROM statements") { try $0.id() }.first ?? 0
        try run("DELETE FROM quote_likenesses")
        let rows = RowWriter(self)
        var open = Dictionary(quotes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for statement in linked where !statement.quotes.isEmpty {
            let row = try rows.insertStatement(statement)
            for quote in statement.quotes {
                guard open.removeValue(forKey: quote) != nil else {
                    throw LinkingError(detail: "quote \(quote) is in two statements, or not in the archive")
                }
                try run("UPDATE quotes SET statement_id = ? WHERE id = ?", [row, quote])
            }
            for likeness in statement.likenesses { try rows.insert(likeness) }
        }
        for quote in quotes where open[quote.id] != nil {
            let row = try rows.insertStatement(
                LinkedStatement(quotes: [quote.id], said: quote.said, place: quote.place))
            try run("UPDATE quotes SET statement_id = ? WHERE id = ?", [row, quote.id])
        }
        try run("DELETE FROM statements WHERE id <= ?", [last])
    }

    /// Every quote of every version, in the order of the archive.
    func linkableQuotes() throws -> [LinkableQuote] {
        var texts: [Int64: [String]] = [:]
        let segments = try rows("SELECT quote_id, text FROM segments ORDER BY quote_id, position") {
            (try $0.id(), try $0.text())
        }
        for (quote, text) in segments { texts[quote, default: []].append(text) }
        var speakers: [Int64: [Int64]] = [:]
        let mentions = try rows(
            """
            SELECT m.quote_id, e.speaker_id FROM mentions m JOIN article_speakers e ON e.id = m.article_speaker_id
            WHERE m.part = 'speaker' ORDER BY m.quote_id, m.position
            """
        ) { (try $0.id(), try $0.id()) }
        for (quote, speaker) in mentions where !speakers[quote, default: []].contains(speaker) {
            speakers[quote, default: []].append(speaker)
        }
        return try rows(
            """
            SELECT q.id, v.article_id, v.id, v.is_latest, a.outlet, a.published_first, a.published_last, q.antecedent,
                q.kind, q.outer_id, \(Database.textLength), \(QuoteColumns.evidence)
            FROM quotes q JOIN versions v ON v.id = q.version_id JOIN articles a ON a.id = v.article_id
            JOIN sources s ON s.id = a.source_id
            ORDER BY \(Database.articleOrder), q.start_byte, q.position
            """
        ) { cells in
            let id = try cells.id()
            let (article, version, isLatest) = (try cells.id(), try cells.id(), try cells.count() != 0)
            let (outlet, published) = (try cells.optionalText(), try cells.optionalInterval())
            let antecedent = try cells.optionalText()
            let (kind, outer) = (try cells.word(Quote.Kind.self), try cells.optionalID())
            let length = try cells.count()
            let (said, place) = try cells.evidence(in: length)
            return LinkableQuote(
                id: id, article: article, version: version, isLatest: isLatest, outlet: outlet, published: published,
                text: texts[id, default: []].joined(separator: " "), antecedent: antecedent, kind: kind,
                speakers: speakers[id] ?? [], outer: outer, said: said, place: place)
        }
    }
}

extension RowWriter {
    fileprivate func insert(_ likeness: Likeness) throws {
        try insert(
            into: "quote_likenesses",
            [
                "quote_id": likeness.quote, "fullest_quote_id": likeness.fullest, "common_words": likeness.common,
                "words": likeness.words, "share": likeness.share,
            ])
    }
}

/// An answer to a linking question that cannot be stored; becomes `StoreError.Reason.invalidLinking`.
struct LinkingError: Error {
    let detail: String
}
