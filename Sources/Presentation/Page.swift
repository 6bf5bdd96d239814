package import Evaluator
package import QueryLanguage
import Text

/// What an answer is written on: how wide it is, and whether it takes colours.
package struct Page: Hashable, Sendable {
    /// Columns; nil for a pipe or a file, where nothing is wrapped or cut.
    package var width: Int?
    /// Whether escape sequences for colours may be written.
    package var isColored: Bool

    /// A page; without arguments, a pipe.
    package init(width: Int? = nil, isColored: Bool = false) {
        self.width = width
        self.isColored = isColored
    }

    /// An answer in a format; ends with a line end unless it is empty.
    package func render(_ answer: Answer, as format: OutputFormat) -> String {
        var text = ""
        write(answer, as: format) { text += $0 }
        return text
    }

    /// Writes an answer in a format, piece by piece: a piece is what a row gives, and made when those before it are written. While the
    /// rows have to be measured first, empty pieces are written, so that whoever takes them can give it up.
    package func write(
        _ answer: Answer, as format: OutputFormat, put: (String) throws -> Void
    ) rethrows {
        switch format {
        case .table: try Blocks(answer, self).write { try put(text($0)) }
        case .lines: try OneLiners.write(answer) { try put(text($0)) }
        case .kwic: try Kwic.write(answer, width: width) { try put(text($0)) }
        case .json: try JSONRows.writeDocument(answer, put: put)
        case .jsonl: for line in JSONRows.lines(answer) { try put(line) }
        case .csv: for line in Grid(answer, forEyes: false).csvLines { try put(line) }
        case .markdown: for line in Grid(answer, forEyes: true).markdownLines { try put(line) }
        case .html: for line in Grid(answer, forEyes: true).htmlLines { try put(line) }
        }
    }

    /// Any other outcome of a statement as text for eyes.
    package func render(_ outcome: Session.Outcome) -> String {
        switch outcome {
        case .answer(let answer): return render(answer, as: answer.query.format ?? .table)
        case .decisions(let records, .json):
            let rows = JSON.list(DecisionText.objects(records))
            return JSON.object([("schema", .number(JSONRows.schema)), ("rows", rows)]).written + "\n"
        case .decisions(let records, .jsonl): return DecisionText.objects(records).map { $0.written + "\n" }.joined()
        case .decisions(let records, .csv): return DecisionText.grid(records).csv
        case .decisions(let records, .markdown): return DecisionText.grid(records).markdown
        case .decisions(let records, .html): return DecisionText.grid(records).html
        default: break
        }
        return text(OutcomeText(outcome, self).lines)
    }

    /// An answer as JSON Lines, each of which says which statement asked for it.
    package func renderLines(_ answer: Answer, asked place: (script: String, line: Int, question: String)) -> String {
        JSONRows.lines(answer, asked: place)
    }

    /// The rows that broke an expectation, the first few of them, each on a line under it that is wrapped to the page.
    package func renderRows(breaking verdict: Session.Verdict, limit: Int = 5) -> String {
        let shown = OneLiners.lines(verdict.answer, rows: verdict.broken.prefix(limit))
        let more = verdict.broken.count - limit
        let lines = shown + (more > 0 ? [[Run("and \(more) more", .dim)]] : [])
        return text(
            lines.flatMap { line in
                line.wrapped(to: width.map { max(20, $0 - 6) }).enumerated().map {
                    [Run($0.offset == 0 ? "  " : "      ")] + $0.element
                }
            })
    }

    /// Lines of text, wrapped to the page; what a wrapped line begins with in blanks, its continuation does too.
    package func paragraphs(_ lines: [String]) -> String {
        text(lines.flatMap { $0.wrappedInItsIndent(to: width) })
    }

    /// A diagnostic under the line of the text that it is about. `name` is the script's path; nil at the prompt.
    package func render(_ diagnostic: Diagnostic, in text: String, name: String? = nil) -> String {
        self.text(DiagnosticText.lines(diagnostic, in: text, name: name, width: width))
    }

    /// Lines of runs as text; blanks that only kept words on one line are blanks again.
    func text(_ lines: [[Run]]) -> String {
        lines.map { line in
            var line = line
            while let last = line.last, last.text.allSatisfy({ $0 == " " }) { line.removeLast() }
            for index in line.indices { line[index].text.replaceBlanks() }
            return line.written(isColored: isColored) + "\n"
        }.joined()
    }
}
