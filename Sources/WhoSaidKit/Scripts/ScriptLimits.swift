import Evaluator
import QueryLanguage
import Text

/// How much a script may take; without limits, all that it asks for.
package struct ScriptLimits: Sendable {
    /// The most rows that one answer may have.
    package var rows: Int?
    /// The time for all statements of a text together.
    package var time: Time?

    /// Limits; nil is without any.
    package init(rows: Int? = nil, time: Time? = nil) {
        self.rows = rows
        self.time = time
    }

    /// A time, and whether it is over.
    package struct Time: Sendable {
        let seconds: Int
        let isOver: @Sendable () -> Bool

        /// So many seconds, with a clock that says when they are over.
        package init(seconds: Int, isOver: @escaping @Sendable () -> Bool) {
            self.seconds = seconds
            self.isOver = isOver
        }

        /// What is said of the statement at which it was over.
        func diagnostic(at range: ByteRange) -> Diagnostic {
            Diagnostic(
                code: "E0909", severity: .error,
                message: "the script takes more than the \(seconds) s that it may take, and was ended here",
                range: range)
        }
    }

    /// Why an outcome is not shown; nil where it is within the limits.
    func refusal(of outcome: Session.Outcome, at range: ByteRange) -> Session.Outcome? {
        guard let rows, case .answer(let answer) = outcome, answer.rows.count > rows else { return nil }
        return .refused(
            Diagnostic(
                code: "E0910", severity: .error,
                message: "the answer has \(answer.rows.count) rows, and no more than \(rows) may be shown",
                range: range))
    }
}
