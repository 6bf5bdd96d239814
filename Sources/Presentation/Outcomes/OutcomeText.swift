import Articles
import Dates
import Evaluator
import QueryLanguage
import Text

/// What became of a statement that is no question, for eyes.
struct OutcomeText {
    /// The lines of it.
    let lines: [[Run]]

    init(_ outcome: Session.Outcome, _ page: Page) {
        let width = page.width.map { max(20, $0) }
        switch outcome {
        case .answer(let answer): lines = Blocks(answer, page).lines
        case .passages(let passages):
            lines = Array(
                passages.map { OutcomeText.passage($0, width, isColored: page.isColored) }.joined(separator: [[]]))
        case .locations(let quotes):
            // As editors and terminals understand it, whatever the width: `stories/a.txt:5`.
            lines = quotes.map { [Run("\($0.article.source):\($0.line)".printable)] }
        case .reasons(let reasons): lines = OutcomeText.reasons(reasons, width)
        case .explanation(let explanation):
            let steps = explanation.plan + explanation.cost
            lines =
                [Run(explanation.sentence.printable)].wrapped(to: width) + [[]]
                + steps.flatMap { OutcomeText.step($0, width) }
        case .description(let texts):
            lines = texts.flatMap { $0.wrappedInItsIndent(to: width) }
        case .defined(let name): lines = [[Run("$\(name.printable) is defined", .dim)]]
        case .expectation(let verdict):
            lines = [
                [
                    Run(verdict.holds ? "holds: " : "fails: ", verdict.holds ? .note : .error),
                    Run(verdict.message.printable),
                ]
            ]
        case .decided(let record, let notes):
            lines =
                DecisionText.made(record, width)
                + notes.flatMap { DiagnosticText.lines($0, in: "", name: nil, width: width) }
        case .undone(let record): lines = DecisionText.undone(record, width)
        case .decisions(let records, .lines): lines = DecisionText.statements(records)
        case .decisions(let records, _): lines = DecisionText.list(records, width)
        case .command: lines = []
        case .refused(let diagnostic): lines = DiagnosticText.lines(diagnostic, in: "", name: nil, width: width)
        }
    }

    /// A step of a plan: its name in a column, what it does beside it.
    private static func step(_ step: String, _ width: Int?) -> [[Run]] {
        let name = step.prefix(9)
        let inner = width.map { max(20, $0 - 11) }
        return [Run(step.dropFirst(9).description.printable, .dim)].wrapped(to: inner).enumerated().map { index, runs in
            [Run("  " + (index == 0 ? name.description.printable : "").padded(to: 9), .dim)] + runs
        }
    }

    /// The paragraphs around a quote with their line numbers; the quote's own words are marked, by brackets where there
    /// are no colours.
    private static func passage(_ passage: Session.Passage, _ width: Int?, isColored: Bool) -> [[Run]] {
        let record = passage.quote
        let name = record.speakers.map(\.speaker.name)
        let origin = "\(RowWords.file(record.article)):\(record.line)"
        let parts = [
            RowWords.outlet(record), name.isEmpty ? "unknown speaker" : RowWords.list(name), RowWords.date(record),
        ]
        let head = [Run(origin.printable, .bold), Run("  " + parts.joined(separator: ", ").printable, .dim)]
        let gutter = (passage.lines.map { String($0.number).count }.max() ?? 1) + 1
        return head.wrapped(to: width)
            + passage.lines.flatMap { line -> [[Run]] in
                let text = runs(line, isColored: isColored).wrapped(to: width.map { max(10, $0 - gutter - 4) })
                return text.enumerated().map { index, runs in
                    let number = index == 0 ? String(line.number) : ""
                    return [Run(" " + number.paddedLeft(to: gutter) + "  ", .dim)] + runs
                }
            }
    }

    private static func runs(_ line: Session.Passage.Line, isColored: Bool) -> [Run] {
        let length = line.text.utf8.count
        var inks = [Ink](repeating: isColored ? .dim : .plain, count: length)
        // Content first, so that a speaker or cue that lies in it keeps its own ink.
        let marks = line.marks.filter { isColored || $0.role == .content }
        for mark in marks.sorted(by: { $0.role == .content && $1.role != .content }) {
            let start = min(max(0, mark.range.lower), length)
            for index in start..<max(start, min(length, mark.range.upper)) { inks[index] = ink(mark.role) }
        }
        let bytes = Array(line.text.utf8)
        var runs: [Run] = []
        var start = 0
        while start < length {
            var end = start + 1
            while end < length, inks[end] == inks[start] || bytes[end] & 0xC0 == 0x80 { end += 1 }
            runs.append(Run(bytes.text(ByteRange(start, end)).printable, inks[start]))
            start = end
        }
        guard !isColored else { return runs }
        return runs.map { Run($0.ink == .match ? "[\($0.text)]" : $0.text) }
    }

    private static func ink(_ role: Session.Passage.Mark.Role) -> Ink {
        switch role {
        case .content: .match
        case .speaker: .speaker
        case .cue: .bold
        case .date, .place: .date
        }
    }

    private static func reasons(_ reasons: [Session.Reason], _ width: Int?) -> [[Run]] {
        let column = (reasons.map(\.property.displayWidth).max() ?? 0) + 2
        return reasons.flatMap { reason -> [[Run]] in
            let text = [Run(reason.value.printable, .bold), Run(" (\(reason.evidence.printable))", .dim)]
            return text.wrapped(to: width.map { max(10, $0 - column) }).enumerated().map { index, runs in
                [Run((index == 0 ? reason.property : "").padded(to: column), .dim)] + runs
            }
        }
    }
}
