import Presentation
import QueryLanguage
import Text

/// What is wrong with a question, as the prompt would show it.
public struct QuestionError: Error, Sendable, CustomStringConvertible {
    /// What is wrong, in the order of the text.
    public let problems: [Problem]
    /// The messages with the question and a caret under what they are about.
    public let description: String

    /// The codes of the problems, such as `E0204`, in the order of the text.
    public var codes: [String] { problems.map(\.code) }

    init(_ diagnostics: [Diagnostic], _ question: String) {
        problems = diagnostics.map(Problem.init)
        description = diagnostics.map { Page().render($0, in: question) }.joined()
    }

    /// One thing that is wrong.
    public struct Problem: Hashable, Sendable {
        /// The stable code, `E0204`; the manual has a page for each.
        public let code: String
        /// One sentence, without a full stop.
        public let message: String
        /// Further sentences.
        public let notes: [String]
        /// What it is about, in UTF-8 bytes of the question; nil where that is no part of it.
        public let range: Range<Int>?
        /// An edit of the question that mends it, where there is one.
        public let fix: Fix?

        init(_ diagnostic: Diagnostic) {
            code = diagnostic.code
            message = diagnostic.message
            notes = diagnostic.notes
            range = diagnostic.range?.indices
            fix = diagnostic.fix.map {
                Fix(message: $0.message, range: $0.range.indices, replacement: $0.replacement)
            }
        }
    }

    /// An edit.
    public struct Fix: Hashable, Sendable {
        /// What it does: ``did you mean `speaker`?``
        public let message: String
        /// The UTF-8 bytes of the question that are replaced.
        public let range: Range<Int>
        /// What takes their place.
        public let replacement: String
    }
}
