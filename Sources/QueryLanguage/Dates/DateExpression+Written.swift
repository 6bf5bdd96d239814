extension DateExpression {
    /// The date that a text is and nothing else: `2014-01-13`, `last month`; nil where it is none.
    package init?(written text: String) {
        let bytes = Array(text.utf8)
        let tokens = Lexer.tokens(in: bytes)
        let lexemes = SyntaxTree(bytes: bytes, tokens: tokens).lexemes(tokens.indices)
        guard let reading = DateReading(lexemes[...]), reading.count == lexemes.count,
            case .date(let date) = reading.outcome
        else { return nil }
        self = date
    }
}
