package import Text

/// A text in the language, parsed: what it says, and all that is wrong with it. Any bytes give a script.
package struct Script: Sendable {
    /// The text as it was written.
    package let text: String
    /// The statements in order, those with errors included.
    package let statements: [ParsedStatement]

    /// One statement and what was found in it.
    package struct ParsedStatement: Sendable {
        /// What it means; nil where an error leaves no meaning.
        package let statement: Statement?
        package let range: ByteRange
        package let diagnostics: [Diagnostic]

        package init(statement: Statement?, range: ByteRange, diagnostics: [Diagnostic]) {
            self.statement = statement
            self.range = range
            self.diagnostics = diagnostics
        }
    }

    /// Parses a text; never fails.
    package init(parsing text: String) {
        self.text = text
        statements = []
    }

    /// All diagnostics, in the order of the text.
    package var diagnostics: [Diagnostic] { statements.flatMap(\.diagnostics) }

    /// Whether a prompt should wait for another line: an open parenthesis, a trailing operator or comma.
    package static func isIncomplete(_ text: String) -> Bool { false }
}
