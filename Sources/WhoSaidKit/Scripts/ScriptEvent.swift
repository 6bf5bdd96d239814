package import Evaluator
package import QueryLanguage
package import Text

/// One thing that happens while a text is run, and the place it belongs to.
package struct ScriptEvent: Sendable {
    /// What happens.
    package let happening: Happening
    /// The text it happens in: an included file is one of its own.
    package let text: ScriptText
    /// The bytes of the statement.
    package let range: ByteRange

    init(_ happening: Happening, in text: ScriptText, _ range: ByteRange) {
        self.happening = happening
        self.text = text
        self.range = range
    }

    /// The kinds of things that happen.
    package enum Happening: Sendable {
        /// Something is wrong with a statement, which is not run then, or doubtful.
        case diagnostic(Diagnostic)
        /// What became of a statement; `include` is followed and never seen here.
        case outcome(Session.Outcome)
        /// The archive failed.
        case failure(any Error)
        /// A statement was given up, and all that follow it.
        case cancelled
    }

    /// The statement as it was written.
    package var statement: String { Array(text.text.utf8).text(range) }

    /// The line of the statement, from 1.
    package var line: Int { LineTable(Array(text.text.utf8)).line(at: range.lower) }
}
