import Dates
import Evaluator
import Presentation
import QueryLanguage

extension Archive {
    /// Answers one question of the language.
    /// - Parameters:
    ///   - question: such as `who said "ceasefire" where date=2014-01-13`.
    ///   - today: the day, `2014-01-13`, that `today` and `last month` count from. Nil: a question that needs it is answered as if it
    ///     were the first day of the year 1, so give it wherever such words occur.
    /// - Returns: the rows in the order of the language: date, publication, outlet, article, place in the text.
    /// - Throws: `QuestionError` where the question is wrong; an error of the archive where the file is.
    public func ask(_ question: String, today: String? = nil) throws -> Reply {
        switch try outcome(question, today: today, editing: .refused("use `correct(_:by:at:)` to correct an archive")) {
        case .answer(let answer): return Reply(answer)
        default: throw QuestionError([.notAQuestion], question)
        }
    }

    /// What becomes of one statement.
    func outcome(_ text: String, today: String?, editing: Editing) throws -> Session.Outcome {
        let day = today.flatMap { CalendarDay(iso: $0) } ?? CalendarDay(number: -719_162)
        var session = session(today: day, editing: editing)
        let script = Script(parsing: text)
        let mistakes = script.diagnostics.filter { $0.severity == .error }
        guard mistakes.isEmpty else { throw QuestionError(mistakes, text) }
        guard script.statements.count == 1, let statement = script.statements[0].statement else {
            throw QuestionError([.notOneStatement(script.statements.count)], text)
        }
        let outcome = try session.run(statement)
        if case .refused(let diagnostic) = outcome { throw QuestionError([diagnostic], text) }
        return outcome
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

/// What is wrong with a question, as the prompt would show it.
public struct QuestionError: Error, Sendable, CustomStringConvertible {
    /// The codes of the diagnostics, such as `E0204`, in the order of the text.
    public let codes: [String]
    /// The messages with the question and a caret under what they are about.
    public let description: String

    init(_ diagnostics: [Diagnostic], _ question: String) {
        codes = diagnostics.map(\.code)
        description = diagnostics.map { Page().render($0, in: question) }.joined()
    }
}
