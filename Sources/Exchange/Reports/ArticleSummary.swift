package import Articles
import Dates
import Text

/// Quotes as a report in Markdown, article by article, for people to read.
package enum ArticleSummary {
    /// What stands before the first article.
    package static let head = "# Who said what\n"

    /// An article with its quotes; empty where it has none.
    package static func text(of article: ReportedArticle) -> String {
        guard !article.quotes.isEmpty else { return "" }
        let metadata = article.record.metadata
        let facts = [
            metadata.outlet.map(escaped), metadata.published?.value.description,
            metadata.byline.map { "by " + escaped($0) },
            code(article.record.source),
        ]
        var lines = ["", "## \(escaped(metadata.title ?? article.record.source))", ""]
        lines.append(facts.compactMap(\.self).joined(separator: " · "))
        if let url = metadata.url, ["http://", "https://"].contains(where: url.hasPrefix) {
            lines += ["", escaped(url)]
        }
        for quote in article.quotes { lines += [""] + self.lines(of: quote) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of quote: QuoteRecord) -> [String] {
        let names = quote.speakers.map(\.speaker.name)
        let speaker = names.isEmpty ? "Somebody" : names.joined(separator: " and ")
        let to = quote.addressee?.speaker.name ?? quote.printed.addressee
        let via = quote.via.isEmpty ? quote.printed.via : quote.via.map(\.speaker.name)
        let facts = [
            to.map { "to \($0)" }, via.isEmpty ? nil : "via \(via.joined(separator: ", "))",
            quote.placeEvidence.map { "in \($0.name)" }, quote.saidEvidence?.value.description,
        ].compactMap(\.self)
        let words = quote.segmentTexts.map(escaped).joined(separator: " … ")
        let head = "- **\(escaped(speaker))**" + (facts.isEmpty ? "" : ", " + escaped(facts.joined(separator: ", ")))
        return [
            "\(head): \(words)", "  (\(quote.quote.kind.rawValue), line \(quote.line), \(code(quote.reference)))",
        ]
    }

    /// A text on one line, in which no mark means anything to Markdown.
    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                escaped.append(" ")
            } else if !scalar.isControl {
                if "\\`*_{}[]<>#|~!&".unicodeScalars.contains(scalar) { escaped.append("\\") }
                escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    private static func code(_ text: String) -> String {
        "`" + String(text.unicodeScalars.map { $0 == "`" || $0.isControl ? "\u{FFFD}" : Character($0) }) + "`"
    }
}
