package import Text

/// The smallest piece of a text: every byte belongs to exactly one token.
package struct Token: Hashable, Sendable {
    /// What it is.
    package let kind: Kind
    /// Its bytes.
    package let range: ByteRange

    /// What a token is; a word's meaning depends on where it stands.
    package enum Kind: Hashable, Sendable {
        case whitespace, newline, comment, shebang
        case word, number, date, variable, reference, underscore
        case string, unclosedString, regex, unclosedRegex
        /// `near/5`.
        case near
        case openParenthesis, closeParenthesis, comma, semicolon, questionMark, fullStop
        case equal, notEqual, less, atMost, greater, atLeast
        /// A whole line that begins with a dot.
        case dotCommand
        /// Habits from elsewhere: `'…'`, `03/04/2014`, `==`, `&&`, `# …`.
        case foreignString, slashDate, foreignOperator, foreignComment
        case unknown

        /// Whether it is only there to be read past.
        package var isTrivia: Bool {
            switch self {
            case .whitespace, .newline, .comment, .shebang: true
            default: false
            }
        }

        /// Whether a statement cannot end after it.
        var isOperator: Bool {
            switch self {
            case .equal, .notEqual, .less, .atMost, .greater, .atLeast, .near, .comma, .foreignOperator: true
            default: false
            }
        }
    }
}
