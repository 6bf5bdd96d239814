package import Articles
import Dates

/// Quotes as a table for spreadsheets: comma-separated values as in RFC 4180, one row a quote.
///
/// The table begins with the mark by which spreadsheets know UTF-8. A cell that a spreadsheet would take for a formula, one that begins
/// with `=`, `+`, `-`, `@`, a tab or a carriage return, has an apostrophe before it: what a stranger wrote is shown, never carried out.
package enum QuoteTable {
    /// The byte order mark and the row of names.
    package static let head = "\u{FEFF}" + row(columns.map(\.name))

    /// The rows of an article's quotes.
    package static func rows(of article: ReportedArticle) -> String {
        article.quotes.map { quote in row(columns.map { $0.value(quote) ?? "" }) }.joined()
    }

    private struct Column: Sendable {
        let name: String
        let value: @Sendable (QuoteRecord) -> String?

        init(_ name: String, _ value: @escaping @Sendable (QuoteRecord) -> String?) {
            self.name = name
            self.value = value
        }
    }

    private static let columns = [
        Column("reference", \.reference),
        Column("speakers") { joined($0.speakers.map(\.speaker.name)) },
        Column("roles") { joined($0.speakers.compactMap(\.speaker.role)) },
        Column("organisations") { joined($0.speakers.compactMap(\.speaker.organisation)) },
        Column("cue", \.printed.cue), Column("words", \.text), Column("kind", \.quote.kind.rawValue),
        Column("said") { $0.saidEvidence?.value.description },
        Column("said_basis") { $0.saidEvidence?.basis.rawValue },
        Column("place") { $0.placeEvidence?.name },
        Column("to") { $0.addressee?.speaker.name ?? $0.printed.addressee },
        Column("via") { joined($0.via.isEmpty ? $0.printed.via : $0.via.map(\.speaker.name)) },
        Column("occasion", \.printed.occasion), Column("medium", \.printed.medium),
        Column("stands_for", \.printed.antecedent),
        Column("outlet", \.article.metadata.outlet),
        Column("published") { $0.article.metadata.published?.value.description },
        Column("title", \.article.metadata.title), Column("byline", \.article.metadata.byline),
        Column("url", \.article.metadata.url), Column("source", \.article.source),
        Column("version") { String($0.version) }, Column("line") { String($0.line) },
        Column("statement") { String($0.statement.id) }, Column("confidence") { String($0.quote.confidence) },
        Column("corrected") { quote in
            joined(Decision.Property.allCases.filter { quote.correction(of: $0) != nil }.map(\.rawValue))
        },
    ]

    private static func joined(_ names: [String]) -> String? { names.isEmpty ? nil : names.joined(separator: "; ") }

    private static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// A text as a cell: on its guard against formulas, and quoted where it must be.
    static func cell(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first,
            "=+-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
        {
            text = "'" + text
        }
        guard text.unicodeScalars.contains(where: { ",;\t\"\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
