import ArticleStore
import Articles
import Dates

/// What `why` tells about the other reports of a statement.
struct StatementReasons {
    /// Why the quote is a report of its statement; nil where it is the only one.
    let joining: (value: String, evidence: String)?
    /// What is said in the article, or beside it, that dates it: the words, and where they are dated.
    let publication: [(words: String, evidence: String)]
    /// All reports of the statement.
    private let reports: [QuoteRecord]

    init(_ record: QuoteRecord, in store: ArticleStore) throws {
        let linking = try store.linking(ofQuote: record.id)
        var lookup = QuoteLookup()
        lookup.statements = [record.statement.id]
        lookup.inAnyVersion = true
        let reports = try store.quotes(lookup)
        self.reports = reports
        if let likeness = linking.likeness, let fullest = reports.first(where: { $0.id == likeness.fullest }) {
            joining = (
                "\(likeness.common) of \(likeness.words) content words, \(Session.Reason.percent(likeness.share))",
                "in common with \(StatementReasons.place(of: fullest))"
            )
        } else if linking.others > 0 {
            joining = ("the fullest report", "of \(linking.others + 1)")
        } else {
            joining = nil
        }
        var dated = QuoteLookup()
        dated.ids = linking.publication.prefix(StatementReasons.mostEvidence).map(\.dated)
        dated.inAnyVersion = true
        publication =
            linking.publication.isEmpty
            ? []
            : try store.quotes(dated).map { report in
                let day = report.quote.said?.value ?? report.article.metadata.published?.value
                let evidence = [StatementReasons.place(of: report), day?.description]
                return (report.text, evidence.compactMap(\.self).joined(separator: ", "))
            }
    }

    private static let mostEvidence = 3

    /// From which other report something is known.
    func otherReport(_ tells: (Quote) -> Bool) -> String {
        let place = reports.first { tells($0.quote) }.map { ": \(StatementReasons.place(of: $0))" } ?? ""
        return " (from another report of the statement\(place))"
    }

    /// The outlet, the source and the line of a report.
    private static func place(of report: QuoteRecord) -> String {
        [report.article.metadata.outlet, report.article.source, "line \(report.line)"].compactMap(\.self)
            .joined(separator: ", ")
    }
}
