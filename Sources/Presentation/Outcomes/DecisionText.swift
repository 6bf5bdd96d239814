import Articles
import Dates
import Evaluator
import QueryLanguage
import Text

/// What people decided, for eyes and for programs.
enum DecisionText {
    /// The words for a decision that was just made, and for what it reaches.
    static func made(_ record: DecisionRecord, _ width: Int?) -> [[Run]] {
        var runs = [Run("correction \(record.id): ", .dim), Run(summary(record).printable)]
        if let reach = reach(record) { runs.append(Run(", \(reach)")) }
        let before = Set(record.decision.anchors.map { $0.before ?? "unknown" }).sorted()
        if case .correct = record.decision {
            runs.append(Run(" (before: \(before.joined(separator: "; ")))".printable, .dim))
        }
        return runs.wrapped(to: width)
    }

    /// The words for a decision that was just taken back.
    static func undone(_ record: DecisionRecord, _ width: Int?) -> [[Run]] {
        [Run("correction \(record.id) taken back: ", .dim), Run(summary(record).printable)].wrapped(to: width)
    }

    /// All decisions, each with who made it and what it was about.
    static func list(_ records: [DecisionRecord], _ width: Int?) -> [[Run]] {
        guard !records.isEmpty else { return [[Run("nothing was corrected", .dim)]] }
        let column = (records.map { String($0.id).count }.max() ?? 1) + 2
        let inner = width.map { max(20, $0 - column) }
        return records.flatMap { record -> [[Run]] in
            var lines = [Run(summary(record).printable, record.undone == nil ? .plain : .dim)].wrapped(to: inner)
            var notes = [mark(record.made)]
            if let undone = record.undone { notes.append("taken back by \(mark(undone))") }
            if record.undone == nil, record.reach == 0 { notes.append("changes nothing at present") }
            lines += [Run(notes.joined(separator: "; ").printable, .dim)].wrapped(to: inner)
            for anchor in record.decision.anchors {
                let before = anchor.before.map { "before: \($0)  " } ?? ""
                lines += [
                    Run("\(anchor.reference)  \(before)".printable, .dim), Run("“\(anchor.words)”".printable),
                ]
                .wrapped(to: inner)
            }
            return lines.enumerated().map { index, runs in
                [Run((index == 0 ? String(record.id) : "").padded(to: column), .bold)] + runs
            }
        }
    }

    /// The decisions that stand as statements of the language, with who made them behind each.
    static func statements(_ records: [DecisionRecord]) -> [[Run]] {
        records.filter { $0.undone == nil }.flatMap { record in
            record.statements.map { [Run("\($0) -- \(record.made.editor), \(record.made.time)".printable)] }
        }
    }

    /// One row for each quote that a decision is about, or for the decision itself where it is about names.
    private static func cells(_ records: [DecisionRecord]) -> [(number: Int64, texts: [String?])] {
        records.flatMap { record -> [(number: Int64, texts: [String?])] in
            let anchors: [QuoteAnchor?] = record.decision.anchors.isEmpty ? [nil] : record.decision.anchors
            return zip(record.statements, anchors).map { statement, anchor in
                (
                    record.id,
                    [
                        record.made.editor, record.made.time, statement, anchor?.reference, anchor?.source,
                        anchor?.words, anchor?.before, record.undone?.editor, record.undone?.time,
                    ]
                )
            }
        }
    }

    private static let headings = [
        "editor", "time", "statement", "reference", "source", "words", "before", "undone_by", "undone_at",
    ]

    /// The decisions as a table of cells.
    static func grid(_ records: [DecisionRecord]) -> Grid {
        Grid(headings: ["number"] + headings, texts: cells(records).map { [String($0.number)] + $0.texts })
    }

    /// The decisions as JSON, one object a row of `grid`.
    static func objects(_ records: [DecisionRecord]) -> [JSON] {
        cells(records).map { row in
            .object(
                [("schema", .number(JSONRows.schema)), ("number", .number(Int(row.number)))]
                    + zip(headings, row.texts).map { ($0, JSON($1)) })
        }
    }

    private static func summary(_ record: DecisionRecord) -> String {
        switch record.decision {
        case .correct(_, let property, let value): "\(property.rawValue) is \(value.description)"
        case .reject(let anchors): anchors.count == 1 ? "this is no quote" : "these are no quotes"
        case .merge(let name, let other): "\(name) is \(other)"
        case .split(let name, let other): "\(name) is not \(other)"
        }
    }

    private static func reach(_ record: DecisionRecord) -> String? {
        switch record.decision {
        case .correct, .reject: record.reach == 1 ? nil : "in \(record.reach) quotes"
        case .merge, .split: record.reach == 0 ? "which changes nothing at present" : nil
        }
    }

    private static func mark(_ mark: DecisionRecord.Mark) -> String { "\(mark.editor), \(mark.time.prefix(10))" }
}
