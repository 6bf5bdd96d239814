import ArticleStore
import Articles
import Evaluator
import Presentation
import QueryLanguage

/// What is true of every script that is run over an archive.
enum EvaluatorLaws {
    /// How many statements of a text are run.
    private static let statementLimit = 12

    /// All laws of a text.
    static func check(_ text: String) throws {
        let script = Script(parsing: text)
        let statements = script.statements.compactMap(\.statement).prefix(statementLimit)
        let archive = try SmallArchive.shared.get()
        var (session, other) = (archive.session, archive.session)
        for statement in statements {
            let outcome = try session.run(statement)
            try Breach.unless(
                Page().render(outcome) == Page().render(try other.run(statement)),
                "a statement is answered the same way twice", "\(statement)")
            try PresentationLaws.check(outcome)
            guard case .answer(let answer) = outcome else { continue }
            try checkPassing(answer.query, &session)
            try check(answer, archive)
        }
        for diagnostic in script.diagnostics { try PresentationLaws.check(diagnostic, in: text) }
    }

    /// Every quote of every row of the last answer passes the condition; `wordings` and `changes` give others beside them.
    private static func checkPassing(_ query: Query, _ session: inout Session) throws {
        switch query.question {
        case .wordings, .changes: return
        default: break
        }
        guard let condition = query.conditions else { return }
        let claim = Statement.Expectation(claim: .no(.not(condition)), range: query.range)
        guard case .expectation(let verdict) = try session.run(.expectation(claim)) else {
            throw Breach(law: "an expectation has a verdict", evidence: "\(claim)")
        }
        try Breach.unless(verdict.holds, "every quote of a row passes", verdict.message)
    }

    /// The laws of one answer: it holds all that was asked for, and counts it.
    private static func check(_ answer: Answer, _ archive: SmallArchive) throws {
        let query = answer.query
        try checkLimit(answer)
        guard query.among == nil else { return }
        let narrowed = try archive.answer(query, byIndex: true)
        try Breach.unless(narrowed.quotes == answer.quotes, "a look-up misses nothing", "\(narrowed.quotes)")
        guard case .list(let noun) = query.question, query.limit == nil else { return }
        var counting = query
        counting.question = .howMany(noun)
        counting.order = []
        let count = try archive.answer(counting)
        try Breach.unless(count.total == answer.rows.count, "a count is the number of rows", "\(count.total)")
        if noun == .quotes, query.companions.isEmpty, let condition = query.conditions {
            try checkParts(answer, condition, archive)
        }
    }

    /// `top` and `sample` give no more than was asked for, and no row is lost or made up before them.
    private static func checkLimit(_ answer: Answer) throws(Breach) {
        switch answer.query.limit {
        case .top(let count, withTies: false), .sample(let count, _):
            try Breach.unless(answer.rows.count <= count, "a limit is kept", "\(answer.rows.count)")
        default: break
        }
        if case .howMany = answer.query.question { return }
        try Breach.unless(answer.rows.count <= answer.total, "no more rows than there are", "\(answer.total)")
        if answer.query.limit == nil {
            try Breach.unless(answer.rows.count == answer.total, "without a limit all rows are there")
        }
    }

    /// A quote passes a condition or its negation, never both.
    private static func checkParts(_ answer: Answer, _ condition: Condition, _ archive: SmallArchive) throws {
        guard !archive.plan(answer.query).lookup.inAnyVersion else { return }
        var whole = answer.query
        whole.conditions = nil
        var rest = answer.query
        rest.conditions = .not(condition)
        let parts = (answer.quotes + (try archive.answer(rest)).quotes).flatMap(\.self).sorted()
        let all = try archive.answer(whole).quotes.flatMap(\.self).sorted()
        try Breach.unless(parts == all, "a quote passes a condition or its negation", "\(parts) of \(all)")
    }
}

extension SmallArchive {
    fileprivate func plan(_ query: Query) -> Plan { Evaluator.plan(query, names: names, today: session.today) }

    /// The answer to a question: looked up in the archive's indexes, or found among all quotes.
    fileprivate func answer(_ query: Query, byIndex: Bool = false) throws -> Answer {
        var source = try QuoteSource(session.store)
        source.isSmall = !byIndex
        if !byIndex { source.quotes = { lookup in quotes.filter { lookup.inAnyVersion || $0.isLatest } } }
        return try Evaluator.run(plan(query), names: names, source: source)
    }
}

extension Answer {
    /// The numbers of the quotes of each row.
    fileprivate var quotes: [[Int64]] { rows.map { $0.quotes.map(\.record.id) } }
}
