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

    /// Tells the things of some rows: the place of each row among them, and each of its things.
    @inline(__always) func forEach(of rows: [Int32], _ body: (_ place: Int, _ thing: Int) throws -> Void) rethrows {
        switch kind {
        case .rows: for place in rows.indices { try body(place, Int(rows[place])) }
        case .numbers(let numbers):
            for place in rows.indices {
                let number = Int(numbers[Int(rows[place])])
                if number >= 0 { try body(place, number) } else if hasUnknown { try body(place, count) }
            }
        case .lists(let numbers, let singles, let lists):
            for place in rows.indices {
                let number = Int(numbers[Int(rows[place])])
                if number >= singles {
                    for thing in lists[number] { try body(place, thing) }
                } else if number >= 0 {
                    try body(place, number)
                }
            }
        }
    }

    /// Those of some rows that belong to a thing.
    func rowsWithThings(_ rows: [Int32]) -> [Int32] {
        var found: [Int32] = []
        var last = -1
        forEach(of: rows) { index, _ in
            if index != last { found.append(rows[index]) }
            last = index
        }
        return found
    }

    /// Whether each row is a thing of its own.
    var areRows: Bool { if case .rows = kind { true } else { false } }

    /// The things of some rows.
    func distinct(_ rows: RowSet) -> RowSet {
        if areRows { return rows }
        var found = RowSet(of: count + 1)
        forEach(of: rows.rows) { _, thing in found.insert(thing) }
        return found
    }
}
