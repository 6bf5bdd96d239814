package import Text

/// One thing to say about a text: the same value is rendered under the prompt's line, in an editor and by a failing test.
package struct Diagnostic: Hashable, Sendable {
    /// A stable code: `E0204`, `W0107`. Each has a page in the manual.
    package var code: String
    package var severity: Severity
    /// One sentence in the user's terms, without a full stop.
    package var message: String
    /// The bytes that it is about; nil where it is about the answer as a whole.
    package var range: ByteRange?
    /// Further sentences.
    package var notes: [String]
    /// At most one edit that mends it.
    package var fix: Fix?

    package init(
        code: String, severity: Severity, message: String, range: ByteRange? = nil, notes: [String] = [],
        fix: Fix? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.range = range
        self.notes = notes
        self.fix = fix
    }

    /// How bad it is: an error keeps a statement from running.
    package enum Severity: String, Comparable, Hashable, Sendable {
        case note, warning, error
        private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
        package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    }

    /// An edit that mends a text.
    package struct Fix: Hashable, Sendable {
        /// What it does, as one reads it after `help:`: ``did you mean `speaker`?``
        package var message: String
        /// The bytes to be replaced.
        package var range: ByteRange
        package var replacement: String

        package init(message: String, range: ByteRange, replacement: String) {
            self.message = message
            self.range = range
            self.replacement = replacement
        }
    }
}
