import Articles
import Dates
import Evaluator
import QueryLanguage
import Text

/// An answer as a table of cells, which CSV, Markdown and HTML write each in their way.
struct Grid {
    let headings: [String]
    /// The rows; one is made when it is asked for.
    let rows: AnySequence<[Cell]>

    /// A cell: text in runs, of which those in `match` are marked where the format can.
    typealias Cell = [Run]

    /// The cells of an answer; for eyes a share is `24 %`, else `0.24`.
    init(_ answer: Answer, forEyes: Bool) {
        switch answer.query.question {
        case .who, .what, .when, .place, .wordings, .list(.quotes), .list(.statements):
            headings = [
                "speaker", "words", "date", "said", "published", "place", "kind", "to", "via", "outlets", "source",
                "line",
            ]
        case .list(.articles): headings = ["article", "outlet", "published", "source", "quotes"]
        case .list(.speakers): headings = ["speaker", "role", "organisation", "quotes"]
        case .list(.outlets): headings = ["outlet", "quotes"]
        case .howMany:
            headings =
                answer.grouping.map { $0.unit?.rawValue ?? $0.field.rawValue } + ["count"]
                + (answer.grouping.isEmpty ? [] : ["share"])
        case .changes: headings = ["outlet", "source", "from", "to", "line", "change"]
        }
        rows = AnySequence(
            answer.rows.lazy.map { row in
                let share = Share(row, of: answer).map { forEyes ? $0.percent : $0.fraction.written }
                return Grid.cells(row) + (share.map { [Grid.cell($0)] } ?? [])
            })
    }

    /// A table of texts; nil is an empty cell.
    init(headings: [String], texts: [[String?]]) {
        self.headings = headings
        rows = AnySequence(texts.lazy.map { $0.map(Grid.cell) })
    }

    private static func cells(_ row: Answer.Row) -> [Cell] {
        switch row.subject {
        case .statement, .quote:
            guard let quote = row.lead else { return [] }
            let record = quote.record
            let words = record.segmentTexts.enumerated().flatMap { index, text in
                (index == 0 ? [] : [RowWords.seam(before: index, of: record.quote)])
                    + text.runs(marking: index < quote.matches.count ? quote.matches[index] : [], .match)
            }
            let names = RowWords.unique(row.quotes.flatMap { $0.record.speakers.map(\.speaker.name) })
            let via = record.via.isEmpty ? record.printed.via : record.via.map(\.speaker.name)
            let outlets = RowWords.unique(row.quotes.compactMap(\.record.article.metadata.outlet))
            let texts: [String?] = [
                record.date.map { ($0.isPublication ? "~" : "") + $0.days.description },
                record.saidEvidence?.value.description, record.article.metadata.published?.value.description,
                record.placeEvidence?.name, record.quote.kind.rawValue,
                record.addressee?.speaker.name ?? record.printed.addressee, via.joined(separator: "; "),
                outlets.joined(separator: "; "), record.article.source, String(record.line),
            ]
            return [cell(names.joined(separator: "; ")), words] + texts.map(cell)
        case .article(let article):
            let metadata = article.metadata
            return [
                metadata.title ?? article.source, metadata.outlet, metadata.published?.value.description,
                article.source,
                String(row.quoteCount),
            ].map(cell)
        case .speaker(let record):
            return [record.speaker.name, record.speaker.role, record.speaker.organisation, String(row.quoteCount)]
                .map(cell)
        case .outlet(let name):
            return [name, String(row.quoteCount)].map(cell)
        case .group(let keys, let count):
            return keys.map { cell($0.map(RowWords.key)) } + [cell(String(count))]
        case .change(let change):
            let texts: [String?] = [
                change.article.metadata.outlet, change.article.source, String(change.from), String(change.to),
                String(change.line),
            ]
            return texts.map(cell) + [ChangeText.pieces(change.pieces, isColored: false)]
        }
    }

    private static func cell(_ text: String?) -> Cell { [Run((text ?? "").printable)] }
}

// MARK: - CSV

extension Grid {
    /// Comma-separated values as in RFC 4180, with CRLF line ends; an unknown value is an empty cell.
    var csv: String { csvLines.joined() }

    /// The same line by line; a line is made when it is asked for.
    var csvLines: some Sequence<String> {
        [
            AnySequence([Grid.csvLine(headings)]),
            AnySequence(rows.lazy.map { Grid.csvLine($0.map { $0.map(\.text).joined() }) }),
        ].joined()
    }

    private static func csvLine(_ cells: [String]) -> String { cells.map(csvCell).joined(separator: ",") + "\r\n" }

    private static func csvCell(_ text: String) -> String {
        guard text.contains(where: { [",", "\"", "\n", "\r", "\r\n"].contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

// MARK: - Markdown

extension Grid {
    /// A table of GitHub's Markdown; matched words are bold.
    var markdown: String { markdownLines.joined() }

    /// The same line by line; a line is made when it is asked for.
    var markdownLines: some Sequence<String> {
        let head = [headings, headings.map { _ in "---" }]
        let body = rows.lazy.map { cells in
            cells.map { cell in
                cell.map { $0.ink == .match ? "**\(Grid.markdownEscaped($0.text))**" : Grid.markdownEscaped($0.text) }
                    .joined()
            }
        }
        return [AnySequence(head), AnySequence(body)].lazy.joined().map { "| " + $0.joined(separator: " | ") + " |\n" }
    }

    private static func markdownEscaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "\\`*_{}[]<>#|~!".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }
}

// MARK: - HTML

extension Grid {
    /// A table that can be put into any page; matched words are `<mark>`.
    var html: String { htmlLines.joined() }

    /// The same line by line; a line is made when it is asked for.
    var htmlLines: some Sequence<String> {
        let head = [
            "<table>", "<thead><tr>" + headings.map { "<th>\($0)</th>" }.joined() + "</tr></thead>", "<tbody>",
        ]
        let body = rows.lazy.map { cells in
            let written = cells.map { cell in
                "<td>"
                    + cell.map {
                        $0.ink == .match ? "<mark>\(Grid.htmlEscaped($0.text))</mark>" : Grid.htmlEscaped($0.text)
                    }
                    .joined() + "</td>"
            }
            return "<tr>" + written.joined() + "</tr>"
        }
        return [AnySequence(head), AnySequence(body), AnySequence(["</tbody>", "</table>"])].lazy.joined()
            .map { $0 + "\n" }
    }

    private static func htmlEscaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
