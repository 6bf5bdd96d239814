import ArticleStore
import QueryLanguage
import Text

/// Why an answer is empty: words and values that the archive does not have, words that it has otherwise, and the one condition
/// that, were it taken away, would give rows.
struct EmptyAnswer {
    let runner: Runner

    /// More conditions than this are not tried, and more quotes than this are not read for a try.
    private static let (conditionLimit, readingLimit, printLimit) = (8, 50_000, 2_000)

    /// The notes on an empty answer.
    static func notes(_ runner: Runner) throws -> [Diagnostic] { try EmptyAnswer(runner: runner).notes() }

    private func notes() throws -> [Diagnostic] {
        let query = runner.plan.query
        if case .changes = query.question { return [] }
        var notes: [Diagnostic] = []
        if let conditions = query.conditions {
            notes =
                try WordReasons(tries: self).notes(on: conditions) + ValueReasons(runner: runner).notes(on: conditions)
            if case .all(let parts) = conditions { notes += try relaxations(parts, beside: notes) }
        }
        notes += try companions()
        guard let conditions = query.conditions, notes.isEmpty, runner.plan.notes.isEmpty else { return notes }
        if case .all = conditions { return [] }
        // A warning about an unknown name would have been reason enough.
        return [try nothing(conditions)]
    }

    /// What the rows would be if it did not matter what their other quotes have.
    private func companions() throws -> [Diagnostic] {
        let companions = runner.plan.query.companions
        guard !companions.isEmpty, let rows = try rows(runner.plan.query.conditions, companions: []), rows > 0 else {
            return []
        }
        let clauses = companions.map { ($0.isExcluded ? "without " : "with ") + Wording.of($0.matcher) }
        return [
            Diagnostic(
                code: "N0507", severity: .note,
                message: "but for `\(clauses.joined(separator: " "))` there would be \(noun(rows))")
        ]
    }

    /// What lets in the fewest rows comes first, being the nearest to what was asked. To leave out words that nobody has
    /// said is no news.
    private func relaxations(_ parts: [Condition], beside reasons: [Diagnostic]) throws -> [Diagnostic] {
        guard parts.count > 1, parts.count <= EmptyAnswer.conditionLimit else { return [] }
        let explained = reasons.filter { $0.code == WordReasons.missingWordCode }.compactMap(\.range)
        var found: [(part: Condition, rows: Int)] = []
        for index in parts.indices {
            var rest = parts
            let part = rest.remove(at: index)
            if let range = part.range, explained.contains(where: range.contains) { continue }
            let rows = try rows(rest.count == 1 ? rest[0] : .all(rest)) ?? 0
            if rows > 0 { found.append((part, rows)) }
        }
        return found.enumerated().sorted { ($0.element.rows, $0.offset) < ($1.element.rows, $1.offset) }.prefix(3).map {
            Diagnostic(
                code: "N0502", severity: .note,
                message: "without the condition that \(Wording.of($0.element.part)) there would be "
                    + noun($0.element.rows),
                range: $0.element.part.range)
        }
    }

    /// The note on a question of one condition: how many quotes it was tried on.
    private func nothing(_ condition: Condition) throws -> Diagnostic {
        var open = QuoteLookup()
        open.inAnyVersion = runner.plan.lookup.inAnyVersion
        let count = try runner.source.count(open)
        return Diagnostic(
            code: "N0503", severity: .note,
            message: "of \(count) quote\(count == 1 ? "" : "s") there is none of which \(Wording.of(condition))",
            range: condition.range)
    }

    /// The number of rows that the question would have under another condition; nil where too many quotes would have to be read to tell.
    func rows(_ condition: Condition?, companions: [Query.Companion]? = nil) throws -> Int? {
        guard var other = try other(condition) else { return nil }
        if let companions { other.query.companions = companions }
        let runner = try Runner(other, runner.names, runner.source)
        if other.query.companions.isEmpty,
            let rows = try runner.fromColumns({ try $0.things().distinct($0.passed).count })
        {
            return rows
        }
        return try runner.drafts(runner.passedQuotes().quotes).count
    }

    /// Whether no quote passes another condition; nil where too many would have to be read to tell.
    func isEmpty(_ condition: Condition) throws -> Bool? {
        guard let other = try other(condition) else { return nil }
        let runner = try Runner(other, runner.names, runner.source)
        return try runner.fromColumns { $0.passed.isEmpty } ?? runner.passedQuotes().quotes.isEmpty
    }

    /// The plan of the question under another condition; nil where it would have to read too much.
    private func other(_ condition: Condition?) throws -> Plan? {
        var query = runner.plan.query
        query.conditions = condition
        var other = plan(query, names: runner.names, today: runner.plan.today, notes: [])
        other.among = runner.plan.among
        other.lookup.ids = runner.plan.lookup.ids
        other.lookup.inAnyVersion = runner.plan.lookup.inAnyVersion
        let source = runner.source
        let count: Int
        if source.columns != nil, !source.isSmall {
            let filter = try Runner(other, runner.names, source).filter
            if filter.cost < 2 { return other }
            // Of the look-up, the index alone; columns do the rest without reading.
            var lookup = other.lookup
            (lookup.speakers, lookup.articles, lookup.days) = (nil, nil, nil)
            count = try source.count(lookup)
        } else {
            count = try source.count(other.narrowed(runner.names, source))
        }
        return count <= (source.isSmall ? EmptyAnswer.readingLimit : EmptyAnswer.printLimit) ? other : nil
    }

    /// A number of rows: `3 statements`.
    func noun(_ count: Int) -> String {
        let fold = runner.plan.fold.rawValue
        return "\(count) \(count == 1 ? String(fold.dropLast()) : fold)"
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

    /// The tests that are not negated.
    var demands: [Test] {
        switch self {
        case .test(let test): [test]
        case .not: []
        case .all(let parts), .any(let parts): parts.flatMap(\.demands)
        }
    }
}
