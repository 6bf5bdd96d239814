import Dates
import Evaluator
import QueryLanguage

extension Archive {
    /// Answers one question of the language, off the caller's actor; a task that is cancelled gives it up.
    ///
    ///     let reply = try await archive.ask("who said $words since $day", ["words": .words("ceasefire"), "day": .date("2014-01-13")])
    ///
    /// - Parameters:
    ///   - question: such as `who said "ceasefire" where date=2014-01-13`.
    ///   - parameters: the values of the `$names` in it, without the `$`.
    ///   - today: the day, `2014-01-13`, that `today` and `last month` count from. Nil: a question that needs it is answered as if it
    ///     were the first day of the year 1, so give it wherever such words occur.
    /// - Returns: the rows in the order of the language: date, publication, outlet, article, place in the text.
    /// - Throws: `QuestionError` where the question or a value is wrong; `CancellationError` where the task is cancelled; an error of
    ///   the archive where the file is.
    @concurrent
    public func ask(
        _ question: String, _ parameters: [String: Parameter] = [:], today: String? = nil
    ) async throws -> Reply {
        try Task.checkCancellation()
        do {
            return try answer(question, parameters, today: today) { Task.isCancelled }
        } catch EvaluationError.cancelled {
            throw CancellationError()
        }
    }

    /// The same where nothing can wait: on the caller's thread, to the end.
    public func ask(_ question: String, _ parameters: [String: Parameter] = [:], today: String? = nil) throws -> Reply {
        try answer(question, parameters, today: today) { false }
    }

    private func answer(
        _ question: String, _ parameters: [String: Parameter], today: String?, isCancelled: @Sendable () -> Bool
    ) throws -> Reply {
        let editing = Editing.refused("use `correct(_:by:at:)` to correct an archive")
        let values = parameters.mapValues(\.value)
        let (outcome, unused) = try outcome(question, values, today: today, editing: editing, isCancelled: isCancelled)
        guard case .answer(var answer) = outcome else { throw QuestionError([.notAQuestion], question) }
        answer.notes = unused.map(Diagnostic.unusedParameter) + answer.notes
        return Reply(answer)
    }

    /// What becomes of one statement, and the names that were given a value without need.
    func outcome(
        _ text: String, _ parameters: [String: BoundValue] = [:], today: String?, editing: Editing,
        isCancelled: @Sendable () -> Bool = { false }
    ) throws -> (Session.Outcome, unused: [String]) {
        let day = today.flatMap { CalendarDay(iso: $0) } ?? CalendarDay(number: -719_162)
        var session = session(today: day, editing: editing)
        let script = Script(parsing: text, parameters: parameters)
        let mistakes = parameters.diagnostics + script.diagnostics.filter { $0.severity == .error }
        guard mistakes.isEmpty else { throw QuestionError(mistakes, text) }
        guard script.statements.count == 1, let statement = script.statements[0].statement else {
            throw QuestionError([.notOneStatement(script.statements.count)], text)
        }
        let outcome = try session.run(statement, isCancelled: isCancelled)
        if case .refused(let diagnostic) = outcome { throw QuestionError([diagnostic], text) }
        return (outcome, parameters.keys.filter { !script.names.contains($0) }.sorted())
    }
}

extension Diagnostic {
    fileprivate static func notOneStatement(_ count: Int) -> Diagnostic {
        Diagnostic(code: "E0001", severity: .error, message: "ask one question at a time; found \(count)")
    }

    static let notAQuestion = Diagnostic(
        code: "E0002", severity: .error, message: "this is a command, not a question")

    /// Something else where a correction was asked for.
    static let notACorrection = Diagnostic(
        code: "E0003", severity: .error,
        message: "this corrects nothing: use `correct`, `reject`, `merge`, `split` or `undo`")
}
