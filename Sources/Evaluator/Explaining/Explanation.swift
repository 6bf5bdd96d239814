import ArticleStore
import QueryLanguage
import Synchronization

/// How a question is understood, how it is answered, and what that costs.
package struct Explanation: Hashable, Sendable {
    /// The question read back in one English sentence.
    package let sentence: String
    /// The steps of the plan, one a line.
    package let plan: [String]
    /// What the index promises and what was read in the end; numbers of quotes, never times, so that they are the same on every run.
    package let cost: [String]

    package init(sentence: String, plan: [String], cost: [String]) {
        self.sentence = sentence
        self.plan = plan
        self.cost = cost
    }
}

/// Explains a plan; it is run for that, since only its quotes tell how the words are printed.
/// - Throws: what the source throws, and `StoreError` where it is given up.
package func explain(_ plan: Plan, names: NameBook, source: QuoteSource) throws -> Explanation {
    if !source.isSmall, let explanation = try explainByColumns(plan, names, source) { return explanation }
    let estimate = try Cost.estimate(plan, names, source)
    var read = 0
    var counting = source
    counting.quotes = { lookup in
        let found = try source.quotes(lookup)
        read += found.count
        return found
    }
    let runner = try Runner(plan, names, counting)
    let passed = try runner.passed()
    let tested = read
    let answer = try runner.answer(passed)
    let sentence = ReadBack(plan: plan, names: names, quotes: passed?.quotes ?? []).sentence
    return Explanation(
        sentence: sentence, plan: plan.lines(names),
        cost: estimate
            + [
                passed.map {
                    Cost.actual(tested: tested, passed: $0.quotes.count, beside: read - tested, rows: answer.rows.count)
                } ?? Cost.actual(compared: read, rows: answer.rows.count)
            ])
}

/// How many quotes of those that pass are read to tell how the words of a question are printed.
private let printedSample = 200

/// Explains a plan over an archive that is too large to read all its quotes for that; nil where there are no columns.
private func explainByColumns(_ plan: Plan, _ names: NameBook, _ source: QuoteSource) throws -> Explanation? {
    guard let columns = source.columns else { return nil }
    let read = Mutex(0)
    var counting = source
    var countingColumns = columns
    countingColumns.quotes = { lookup in
        let found = try columns.quotes(lookup)
        read.withLock { $0 += found.count }
        return found
    }
    counting.columns = countingColumns
    let runner = try Runner(plan, names, counting)
    return try runner.fromColumns { run in
        let rows = try run.answer().rows.count
        let cost = Cost.ofColumns(
            all: run.table.count, passed: run.passed.count, read: read.withLock { $0 }, rows: rows)
        let sample = try run.quotes(run.passed.rows.prefix(printedSample))
        let sentence = ReadBack(plan: plan, names: names, quotes: sample).sentence
        return Explanation(sentence: sentence, plan: plan.lines(names), cost: cost)
    }
}
