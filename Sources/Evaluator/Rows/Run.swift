import ArticleStore
import Articles
import QueryLanguage
import Text

/// Runs a plan: fetches the quotes, tests them, and folds, counts, orders and limits what passes.
/// - Throws: what the source throws, and `StoreError` where it is given up.
package func run(_ plan: Plan, names: NameBook, source: QuoteSource) throws -> Answer {
    let runner = try Runner(plan, names, source)
    var answer = try runner.fromColumns { try $0.answer() } ?? runner.answer(try runner.passed())
    if answer.isEmptyHanded { answer.notes += try EmptyAnswer.notes(runner) }
    return answer
}

/// A plan with all that it needs to run.
struct Runner {
    let plan: Plan
    let names: NameBook
    let source: QuoteSource
    let filter: Filter

    init(_ plan: Plan, _ names: NameBook, _ source: QuoteSource) throws {
        self.plan = plan
        self.names = names
        self.source = source
        let context = FilterContext(names: names, today: plan.today)
        filter = try plan.query.conditions.map { try Filter($0, context) } ?? .all([])
    }

    /// What the plan's rows in columns give; nil where there are no columns, or where rows are no quotes but changes.
    func fromColumns<Value>(_ body: (ColumnRun) throws -> Value?) throws -> Value? {
        guard let columns = source.columns else { return nil }
        if case .changes = plan.query.question { return nil }
        return try columns.current { try body(ColumnRun(self, columns, $0)) }
    }

    /// The quotes that are tested and pass; nil where the rows are no quotes but changes.
    func passed() throws -> (quotes: [MatchedQuote], leftOut: [QuoteRecord])? {
        if case .changes = plan.query.question { return nil }
        return try passedQuotes()
    }

    /// The answer that these quotes make.
    func answer(_ passed: (quotes: [MatchedQuote], leftOut: [QuoteRecord])?) throws -> Answer {
        guard let passed else {
            let rows = try Changes(runner: self).rows(ofQuotes: plan.query.question == .changes(ofQuotes: true))
            return try finished(rows, total: rows.count, unknown: 0)
        }
        var drafts = try drafts(passed.quotes)
        if case .wordings = plan.query.question { drafts = try withAllReports(drafts) }
        let unknown = Set(passed.leftOut.flatMap { RowKey.keys(of: $0, plan.fold) }).subtracting(drafts.map(\.key))
            .count
        if case .howMany = plan.query.question {
            return try finished(Grouping.rows(drafts, plan.query), total: drafts.count, unknown: unknown)
        }
        let rows = try RowOrder.sort(drafts.map(\.row), plan.query)
        return try finished(rows, total: rows.count, unknown: unknown)
    }

    private func finished(_ rows: [Answer.Row], total: Int, unknown: Int) throws -> Answer {
        let limited = try Limiting.limit(rows, plan.query)
        return Answer(
            query: plan.query, rows: try withOthers(limited.rows), grouping: plan.query.grouping,
            total: total, ties: limited.ties, unknown: unknown, notes: plan.notes)
    }

    /// The quotes that pass, in the total order, and those that do not only because something is unknown.
    func passedQuotes() throws -> (quotes: [MatchedQuote], leftOut: [QuoteRecord]) {
        let lookup = plan.narrowed(names, source)
        var passed: [(record: QuoteRecord, read: ReadQuote)] = []
        var leftOut: [QuoteRecord] = []
        for record in try source.quotes(lookup) {
            try GivingUp.check()
            if let among = plan.among, !among.contains(record.id) { continue }
            let read = ReadQuote(record)
            let verdict = filter.verdict(read)
            if verdict.passes { passed.append((record, read)) }
            if !verdict.passes, verdict.isUncertain { leftOut.append(record) }
        }
        let kept = Set(try RowDraft.foldVersions(passed.map(\.record)).map(\.id))
        let quotes = try passed.filter { kept.contains($0.record.id) }.map { record, read in
            try GivingUp.check()
            return MatchedQuote(record: record, matches: read.text.perSegment(filter.matches(read)))
        }
        let inOrder = try quotes.sortedUnlessGivenUp { Order.before($0.record, $1.record) }
        return (inOrder, try RowDraft.foldVersions(leftOut))
    }

    /// A quote with the places of what the question asks for.
    func matched(_ record: QuoteRecord) -> MatchedQuote { MatchedQuote(record, filter) }

    /// The rows that these quotes make.
    func drafts(_ quotes: [MatchedQuote]) throws -> [RowDraft] {
        try companionsKept(try RowDraft.fold(quotes, into: plan.fold))
    }

    /// Keeps the rows that have (`with`), and have not (`without`), another quote with these words.
    private func companionsKept(_ drafts: [RowDraft]) throws -> [RowDraft] {
        var drafts = drafts
        let fold: Plan.Fold = plan.fold == .quotes ? .statements : plan.fold
        for companion in plan.query.companions where !drafts.isEmpty {
            let test = try WordTest(companion.matcher)
            var lookup = QuoteLookup()
            lookup.inAnyVersion = plan.lookup.inAnyVersion
            lookup.terms = Needs.terms(companion.matcher)
            if fold == .statements {
                lookup.statements = drafts.flatMap { $0.quotes.map(\.record.statement.id) }.unique
            }
            var having: [RowKey: Set<Int64>] = [:]
            for record in try source.quotes(lookup) {
                try GivingUp.check()
                let read = ReadQuote(record)
                guard test.find(in: read.text, behind: read.behind).holds else { continue }
                for key in RowKey.keys(of: record, fold) { having[key, default: []].insert(record.id) }
            }
            drafts = try drafts.filter { draft in
                try GivingUp.check()
                let keys = fold == plan.fold ? [draft.key] : RowKey.keys(of: draft.quotes[0].record, fold)
                let found = keys.reduce(into: Set<Int64>()) { $0.formUnion(having[$1] ?? []) }
                if companion.isExcluded { return found.isEmpty }
                return draft.quotes.contains { quote in found.contains { $0 != quote.record.id } }
            }
        }
        return drafts
    }

    /// `wordings of`: all reports of a statement, those that did not pass among them.
    private func withAllReports(_ drafts: [RowDraft]) throws -> [RowDraft] {
        let reports = try reports(of: drafts.flatMap { $0.quotes.map(\.record.statement.id) }.unique)
        return try drafts.map { draft in
            try GivingUp.check()
            guard case .statement(let id) = draft.key, let all = reports[id] else { return draft }
            let passed = Set(draft.quotes.map(\.record.id))
            let others = all.filter { !passed.contains($0.id) }.map(matched)
            return RowDraft(
                key: draft.key, quotes: (draft.quotes + others).sorted { Order.before($0.record, $1.record) })
        }
    }

    /// Tells each statement's row how many of its reports did not pass.
    func withOthers(_ rows: [Answer.Row]) throws -> [Answer.Row] {
        let statements = rows.compactMap { row -> Int64? in
            if case .statement(let statement) = row.subject { statement.id } else { nil }
        }
        guard !statements.isEmpty, plan.query.conditions != nil || plan.among != nil else { return rows }
        let reports = try reports(of: statements)
        var givingUp = GivingUp()
        return try rows.map { row in
            try givingUp.step()
            guard case .statement(let statement) = row.subject, let all = reports[statement.id] else { return row }
            var row = row
            let passed = Set(row.quotes.map(\.record.id))
            row.others = all.filter { !passed.contains($0.id) }.count
            return row
        }
    }

    /// The quotes of statements in the versions that are searched, each once.
    private func reports(of statements: [Int64]) throws -> [Int64: [QuoteRecord]] {
        var found: [QuoteRecord] = []
        for start in stride(from: 0, to: statements.count, by: 500) {
            try GivingUp.check()
            var lookup = QuoteLookup()
            lookup.statements = Array(statements[start..<min(start + 500, statements.count)])
            lookup.inAnyVersion = plan.lookup.inAnyVersion
            found += try source.quotes(lookup)
        }
        return Dictionary(grouping: try RowDraft.foldVersions(found), by: \.statement.id)
    }
}

extension MatchedQuote {
    /// A quote with the places of what a condition asks for.
    init(_ record: QuoteRecord, _ filter: Filter) {
        let read = ReadQuote(record)
        self.init(record: record, matches: read.text.perSegment(filter.matches(read)))
    }
}

extension Plan {
    /// What is looked up for this plan in a source.
    func narrowed(_ names: NameBook, _ source: QuoteSource) -> QuoteLookup {
        if case .changes = query.question { return Changes.lookup(names) }
        var lookup = lookup
        if source.isSmall {
            // Those of whom the speaker or the day is unknown are to be counted too: no index finds them.
            lookup.speakers = nil
            lookup.days = nil
            lookup.articles = nil
        }
        return lookup
    }
}

extension Answer {
    /// Whether nothing was found: no rows, or a count of nothing.
    package var isEmptyHanded: Bool {
        if case .howMany = query.question { return total == 0 }
        return rows.isEmpty
    }
}
