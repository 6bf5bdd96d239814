import QueryLanguage

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
/// - Throws: what the source throws, and `EvaluationError`.
package func explain(
    _ plan: Plan, names: NameBook, source: QuoteSource, isCancelled: @escaping () -> Bool = { false }
) throws -> Explanation {
    let estimate = try Cost.estimate(plan, names, source)
    var read = 0
    var counting = source
    counting.quotes = { lookup in
        let found = try source.quotes(lookup)
        read += found.count
        return found
    }
    let runner = try Runner(plan, names, counting, isCancelled)
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
