import ArticleStore
import Articles
import QueryLanguage
import Text

/// Answers a plan from columns: filters, folds, orders and limits numbers of rows, and reads only the quotes of the rows that remain.
///
/// It gives the answer that `Runner` gives of the quotes themselves, in an archive that is small enough to count what is unknown.
struct ColumnRun {
    let runner: Runner
    let source: ColumnSource
    let table: QuoteTable
    /// The rows that pass, and those that do not only because something is unknown.
    let passed: RowSet
    let leftOut: RowSet

    var plan: Plan { runner.plan }

    /// Filters the rows of a table by the plan.
    init(_ runner: Runner, _ source: ColumnSource, _ table: QuoteTable) throws {
        self.runner = runner
        self.source = source
        self.table = table
        let plan = runner.plan
        var open = try table.searched(inAnyVersion: plan.lookup.inAnyVersion)
        if let among = plan.among { open.formIntersection(try table.rows(ofQuotes: among)) }
        if let hits = try source.rows(plan.lookup.terms, table) { open.formIntersection(hits) }
        let filter = ColumnFilter(table: table, names: runner.names, source: source)
        let verdict = try filter.verdict(runner.filter, on: open)
        passed = try ColumnRun.withoutTwins(verdict.passes, plan, table, source)
        leftOut = try ColumnRun.withoutTwins(
            verdict.uncertain.subtracting(verdict.passes), plan, table, source)
    }

    /// The answer. Where folding, grouping or ordering takes what no column holds, the quotes of all rows that pass are read for it.
    func answer() throws -> Answer {
        var answer: Answer?
        if plan.query.companions.isEmpty {
            switch plan.query.question {
            case .changes, .wordings: break
            case .howMany: answer = try counted()
            default: answer = try listed()
            }
        }
        return try answer
            ?? runner.answer((try quotes(passed.rows), try quotes(leftOut.rows).map(\.record)))
    }

    /// The quotes of rows, in their order, with what matched.
    func quotes(_ rows: some Sequence<Int32>) throws -> [MatchedQuote] {
        let ids = try table.ids()
        return try source.records(rows.map { Int64(ids[Int($0)]) }).map { record in
            try GivingUp.check()
            return runner.matched(record)
        }
    }

    /// The rows of which those printed alike in several versions are one.
    func withoutTwins(_ rows: RowSet) throws -> RowSet {
        try ColumnRun.withoutTwins(rows, plan, table, source)
    }

    private static func withoutTwins(
        _ rows: RowSet, _ plan: Plan, _ table: QuoteTable, _ source: ColumnSource
    ) throws -> RowSet {
        guard plan.lookup.inAnyVersion else { return rows }
        let twins = rows.intersection(try table.rows(with: .hasTwins))
        guard !twins.isEmpty else { return rows }
        let ids = try table.ids()
        let records = try source.records(twins.rows.map { Int64(ids[Int($0)]) })
        return rows.subtracting(twins).union(try table.rows(ofQuotes: try RowDraft.foldVersions(records).map(\.id)))
    }

    // MARK: - Things

    /// The things into which rows are folded, as numbers.
    func things() throws -> Things {
        switch plan.fold {
        case .quotes, .changes: Things(count: table.count, of: .rows)
        case .statements: Things(count: table.count, of: .numbers(try table.column(.statements)))
        case .articles: Things(count: try table.articleIDs().count, of: .numbers(try table.column(.articles)))
        case .outlets:
            Things(count: try table.outlets().count, hasUnknown: true, of: .numbers(try table.column(.outlets)))
        case .speakers:
            Things(
                count: try table.speakerIDs().count,
                of: .lists(
                    try table.column(.speakers), singles: try table.speakerIDs().count, try table.speakerLists()))
        }
    }

    /// How many things are left out because something is unknown.
    func unknown(_ things: Things) -> Int {
        if leftOut.isEmpty { return 0 }
        return things.distinct(leftOut).subtracting(things.distinct(passed)).count
    }

    /// How many quotes and outlets stand behind rows.
    func reach(_ rows: RowSet) throws -> Answer.Reach {
        let outlets = try table.column(.outlets)
        let articles = try table.column(.articles)
        var known = RowSet(of: try table.outlets().count)
        var others = RowSet(of: try table.articleIDs().count)
        rows.forEach { row in
            let outlet = Int(outlets[row])
            if outlet < 0 { others.insert(Int(articles[row])) } else { known.insert(outlet) }
        }
        return Answer.Reach(quotes: rows.count, outlets: known.count + others.count)
    }

    /// Quotes that are read when somebody looks at them; `list` gives their rows in order.
    func unread(count: Int, _ list: @escaping @Sendable () throws -> [Int32]) -> UnreadQuotes {
        let (table, source, filter) = (table, source, runner.filter)
        return UnreadQuotes(
            count: count,
            list: {
                try GivingUp.check()
                let ids = try table.ids()
                return try list().map { Int64(ids[Int($0)]) }
            },
            isSuperseded: { ids in
                guard let rows = try? table.rows(ofQuotes: ids), let latest = try? table.searched(inAnyVersion: false)
                else { return false }
                return !rows.subtracting(latest).isEmpty
            },
            read: { ids in try source.records(ids).map { MatchedQuote($0, filter) } })
    }
}

/// What rows are folded into: each belongs to one thing, to several, or to none.
struct Things: Sendable {
    /// How many there are at most.
    let count: Int
    /// Whether what is unknown is a thing too; its number is `count`.
    var hasUnknown = false
    private let kind: Kind

    enum Kind: Sendable {
        case rows
        case numbers([Int32])
        /// The number of a list for each row. The first lists, as many as there are `singles`, are of one thing each, which has their number.
        case lists([Int32], singles: Int, [[Int]])
    }

    init(count: Int, hasUnknown: Bool = false, of kind: Kind) {
        self.count = count
        self.hasUnknown = hasUnknown
        self.kind = kind
    }

    /// Tells the things of a row.
    @inline(__always) func forEach(of row: Int32, _ body: (Int) -> Void) {
        switch kind {
        case .rows: body(Int(row))
        case .numbers(let numbers):
            let number = Int(numbers[Int(row)])
            if number >= 0 { body(number) } else if hasUnknown { body(count) }
        case .lists(let numbers, let singles, let lists):
            let number = Int(numbers[Int(row)])
            if number < 0 { return }
            if number < singles { return body(number) }
            for thing in lists[number] { body(thing) }
        }
    }

    /// Whether a row belongs to a thing.
    func hasThing(_ row: Int32) -> Bool {
        var has = false
        forEach(of: row) { _ in has = true }
        return has
    }

    /// Whether each row is a thing of its own.
    var areRows: Bool { if case .rows = kind { true } else { false } }

    /// The things of some rows.
    func distinct(_ rows: RowSet) -> RowSet {
        if areRows { return rows }
        var found = RowSet(of: count + 1)
        rows.forEach { row in forEach(of: Int32(row)) { found.insert($0) } }
        return found
    }
}
