import ArticleStore
import Dates
import QueryLanguage
import Text

/// Why an answer is empty: which one condition, were it taken away, would give rows.
enum EmptyAnswer {
    /// More conditions than this are not tried.
    private static let limit = 8

    /// The notes on an empty answer; what lets in the fewest rows comes first, being the nearest to what was asked.
    static func notes(_ runner: Runner) throws -> [Diagnostic] {
        let query = runner.plan.query
        if case .changes = query.question { return [] }
        guard let conditions = query.conditions else { return [] }
        guard case .all(let parts) = conditions else {
            // A warning about an unknown name is reason enough.
            return runner.plan.notes.isEmpty ? [try nothing(conditions, runner)] : []
        }
        guard parts.count > 1, parts.count <= limit else { return [] }
        var found: [(part: Condition, rows: Int)] = []
        for index in parts.indices {
            var rest = parts
            let part = rest.remove(at: index)
            var relaxed = query
            relaxed.conditions = rest.count == 1 ? rest[0] : .all(rest)
            relaxed.companions = query.companions
            var relaxedPlan = plan(relaxed, names: runner.names, today: runner.plan.today)
            relaxedPlan.among = runner.plan.among
            relaxedPlan.lookup.inAnyVersion = runner.plan.lookup.inAnyVersion
            let passed = try Runner(relaxedPlan, runner.names, runner.source, runner.isCancelled).passedQuotes().quotes
            let rows = RowDraft.fold(passed, into: runner.plan.fold).count
            if rows > 0 { found.append((part, rows)) }
        }
        return found.enumerated().sorted { ($0.element.rows, $0.offset) < ($1.element.rows, $1.offset) }.prefix(3).map {
            let noun = noun(runner.plan.fold, $0.element.rows)
            return Diagnostic(
                code: "N0502", severity: .note,
                message: "without the condition that \(Wording.of($0.element.part)) there would be \(noun)",
                range: $0.element.part.range)
        }
    }

    /// The note on a question of one condition: how many quotes it was tried on.
    private static func nothing(_ condition: Condition, _ runner: Runner) throws -> Diagnostic {
        var open = runner.plan.query
        open.conditions = nil
        let all = try Runner(
            plan(open, names: runner.names, today: runner.plan.today), runner.names, runner.source, runner.isCancelled)
        let count = try all.passedQuotes().quotes.count
        return Diagnostic(
            code: "N0503", severity: .note,
            message: "of \(count) quote\(count == 1 ? "" : "s") there is none of which \(Wording.of(condition))",
            range: condition.range)
    }

    private static func noun(_ fold: Plan.Fold, _ count: Int) -> String {
        "\(count) \(count == 1 ? String(fold.rawValue.dropLast()) : fold.rawValue)"
    }
}

extension Condition {
    /// The bytes that the whole of it was written with; nil for the empty condition.
    var range: ByteRange? {
        switch self {
        case .test(let test): test.range
        case .not(let inner): inner.range
        case .all(let parts), .any(let parts):
            parts.compactMap(\.range).reduce(nil) { whole, part in whole?.union(part) ?? part }
        }
    }
}
