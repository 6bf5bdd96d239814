import QueryLanguage
import Text

/// Why a question cannot be planned although it is right by the grammar.
enum PlanningError: Error, Hashable, Sendable {
    case regex(RegexError, ByteRange)
    /// `among` leads through more questions than this.
    case amongTooDeep(limit: Int, ByteRange)
    /// `among _` where nothing was answered.
    case noAnswerYet(ByteRange)
}

extension PlanningError {
    /// The words for it.
    var diagnostic: Diagnostic {
        switch self {
        case .regex(let error, let range):
            Diagnostic(code: "E0501", severity: .error, message: error.message, range: range)
        case .amongTooDeep(let limit, let range):
            Diagnostic(
                code: "E0502", severity: .error,
                message: "`among` leads through more than \(limit) questions inside one another", range: range)
        case .noAnswerYet(let range):
            Diagnostic(
                code: "E0503", severity: .error, message: "nothing has been asked yet that this could refer to",
                range: range, notes: ["ask a question first"])
        }
    }
}
