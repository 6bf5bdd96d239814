import ArticleStore
import Articles
package import QueryLanguage
import Text

extension Session {
    /// How many questions `among` may lead through.
    private static let amongLimit = 16

    /// Runs one statement.
    /// - Parameter isCancelled: asked now and then; where it says yes, the statement ends with `EvaluationError.cancelled`.
    package mutating func run(_ statement: Statement, isCancelled: @Sendable () -> Bool = { false }) throws -> Outcome {
        do {
            return try GivingUp.asking(isCancelled) {
                let outcome = try outcome(statement)
                try names?.check()
                return outcome
            }
        } catch let error as PlanningError {
            return .refused(error.diagnostic)
        } catch let error as EditingError {
            return .refused(error.diagnostic)
        } catch let error as StoreError where error.reason == .interrupted && isCancelled() {
            throw EvaluationError.cancelled
        }
    }

    private mutating func outcome(_ statement: Statement) throws -> Outcome {
        switch statement {
        case .question(let query):
            let answer = try answer(query)
            lastAnswer = answer
            return .answer(answer)
        case .definition(let definition):
            definitions[definition.name] = definition.value
            return .defined(name: definition.name)
        case .expectation(let expectation):
            guard let lastAnswer else { throw PlanningError.noAnswerYet(expectation.range) }
            return .expectation(
                try Verdict(of: expectation, on: lastAnswer, FilterContext(names: try book(), today: today)))
        case .command(let command):
            return try outcome(command)
        }
    }

    private mutating func outcome(_ command: Statement.Command) throws -> Outcome {
        switch command {
        case .show(let reference):
            switch try quotes(reference) {
            case .found(let quotes): .passages(try quotes.compactMap { try Passage($0, in: store) })
            case .refused(let diagnostic): .refused(diagnostic)
            }
        case .open(let reference):
            switch try quotes(reference) {
            case .found(let quotes): .locations(try quotes.map { $0.printed(in: try origin(of: $0)) })
            case .refused(let diagnostic): .refused(diagnostic)
            }
        case .why(let reference):
            switch try quotes(reference) {
            case .found(let quotes): .reasons(try quotes.prefix(1).flatMap { try reasons($0) })
            case .refused(let diagnostic): .refused(diagnostic)
            }
        case .explain(let query):
            .explanation(
                try Evaluator.explain(
                    try plan(query, depth: 0), names: try book(), source: try QuoteSource(store)))
        case .describe(let name, let range):
            try Description.of(name, range, names: try book(), in: store)
        case .edit(let edit): try outcome(edit)
        case .corrections(let format): .decisions(try store.decisions(), format)
        case .include, .dot:
            .command(command)
        }
    }

    private func origin(of record: QuoteRecord) throws -> Articles.Origin? {
        try store.origin(ofArticle: record.article.id, version: record.version)
    }

    /// How a quote was found, with where it stands in the page that its text was made from, and who prints the same text.
    private func reasons(_ record: QuoteRecord) throws -> [Reason] {
        var reasons = try Reason.reasons(
            record, joins: try store.joins(ofQuote: record.id), speakerConfidence: try speakerConfidence(record),
            in: store)
        if let origin = try origin(of: record) { reasons.insert(Reason.original(of: record, in: origin), at: 1) }
        reasons += Reason.similarTexts(try store.similarTexts(toArticle: record.article.id))
        return reasons
    }

    private mutating func answer(
        _ query: Query, depth: Int = 0
    ) throws -> Answer {
        let plan = try plan(query, depth: depth)
        var answer = try Evaluator.run(
            plan, names: try book(), source: try QuoteSource(store))
        try addProfiles(to: &answer)
        return answer
    }

    /// Looks up how articles call the speakers that an answer lists.
    private func addProfiles(to answer: inout Answer) throws {
        let speakers = answer.rows.compactMap { row in
            if case .speaker(let record) = row.subject { record } else { nil as SpeakerRecord? }
        }
        guard !speakers.isEmpty else { return }
        let profiles = try store.profiles(ofSpeakers: speakers.map(\.id))
        var givingUp = GivingUp()
        for (index, var record) in zip(answer.rows.indices, speakers) {
            try givingUp.step()
            record.profile = profiles[record.id]
            answer.rows[index].subject = .speaker(record)
        }
    }

    /// The plan of a question, `among` resolved to the quotes of an earlier answer.
    private mutating func plan(_ query: Query, depth: Int) throws -> Plan {
        var plan = Evaluator.plan(query, names: try book(), today: today)
        switch query.among {
        case nil: return plan
        case .last:
            guard let lastAnswer else { throw PlanningError.noAnswerYet(query.range) }
            try plan.narrow(to: lastAnswer)
        case .query(let box):
            guard depth < Session.amongLimit else {
                throw PlanningError.amongTooDeep(limit: Session.amongLimit, query.range)
            }
            try plan.narrow(to: try answer(box.value, depth: depth + 1))
        }
        return plan
    }

    mutating func book() throws -> NameBook {
        let state = try store.state()
        if let names, stateOfNames == state { return names }
        let book = NameBook(store)
        stateOfNames = state
        names = book
        return book
    }

    /// The quotes that a reference speaks of, or why there are none.
    enum Referents {
        case found([QuoteRecord])
        case refused(Diagnostic)
    }

    /// The quotes of a row of the last answer, or the one quote of a stable reference.
    mutating func quotes(_ reference: Statement.Reference) throws -> Referents {
        switch reference {
        case .quote(let text, let range):
            var lookup = QuoteLookup()
            lookup.inAnyVersion = true
            lookup.references = ["q:" + text]
            let found = try store.quotes(lookup)
            return try found.isEmpty ? .refused(noQuote("q:" + text, range)) : .found(found)
        case .row(let number, let report, let range):
            guard let lastAnswer else { throw PlanningError.noAnswerYet(range) }
            guard (1...max(1, lastAnswer.rows.count)).contains(number), number <= lastAnswer.rows.count else {
                return .refused(.noSuch("row", number, of: lastAnswer.rows.count, "answer", range))
            }
            let quotes = try quotes(ofRow: number, lastAnswer.rows[number - 1])
            guard let report else { return .found(quotes) }
            guard report >= 1, report <= quotes.count else {
                return .refused(.noSuch("report", report, of: quotes.count, "row", range))
            }
            return .found([quotes[report - 1]])
        }
    }
}

extension Session {
    /// The quotes of a row as the archive has them now, in the order in which they were first spoken of.
    private mutating func quotes(ofRow number: Int, _ row: Answer.Row) throws -> [QuoteRecord] {
        let known: [QuoteRecord]
        if let spokenOf = quotesOfRows[number] {
            known = spokenOf
        } else {
            var quotes = row.quotes.map(\.record)
            // The other reports of a statement, which did not pass, are shown too.
            if case .statement = row.subject, row.others > 0 {
                var lookup = QuoteLookup()
                lookup.references = quotes.map(\.reference)
                lookup.inAnyVersion = true
                let statements = Set(try store.quotes(lookup).map(\.statement.id)).sorted()
                lookup = QuoteLookup()
                lookup.statements = statements
                let passed = Set(quotes.map(\.reference))
                quotes += try store.quotes(lookup).filter { !passed.contains($0.reference) }.sorted(by: Order.before)
            }
            quotesOfRows[number] = quotes
            known = quotes
        }
        var lookup = QuoteLookup()
        lookup.ids = known.map(\.id)
        lookup.inAnyVersion = true
        let now = Dictionary(try store.quotes(lookup).map { ($0.reference, $0) }) { first, _ in first }
        return known.map { now[$0.reference] ?? $0 }
    }

    /// Why there is no quote of a name: perhaps somebody rejected it.
    private func noQuote(_ reference: String, _ range: ByteRange) throws -> Diagnostic {
        let rejection = try store.decisions().last { record in
            if case .reject(let anchors) = record.decision, record.undone == nil {
                anchors.contains { $0.reference == reference }
            } else {
                false
            }
        }
        return Diagnostic(
            code: "E0505", severity: .error, message: "there is no quote `\(reference)` in the archive", range: range,
            notes: rejection.map {
                ["\($0.made.editor) rejected it on \($0.made.time.prefix(10)); `undo \($0.id)` brings it back"]
            } ?? [])
    }
}

extension Plan {
    /// Narrows the plan to the quotes of an answer.
    fileprivate mutating func narrow(to answer: Answer) throws {
        var ids: Set<Int64> = []
        for row in answer.rows {
            ids.formUnion(row.quoteIDs)
            try GivingUp.check()
        }
        among = ids
        lookup.inAnyVersion = lookup.inAnyVersion || answer.rows.contains(where: \.hasSuperseded)
        if ids.count <= 500 { lookup.ids = ids.sorted() }
    }
}

extension Diagnostic {
    fileprivate static func noSuch(
        _ thing: String, _ number: Int, of count: Int, _ whole: String, _ range: ByteRange
    ) -> Diagnostic {
        Diagnostic(
            code: "E0504", severity: .error,
            message: count == 0
                ? "the last \(whole) has no \(thing)s" : "there is no \(thing) \(number): the \(whole) has \(count)",
            range: range)
    }
}
