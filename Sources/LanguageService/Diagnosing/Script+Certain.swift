package import QueryLanguage
package import Text

extension Script {
    /// The words in which an error lies that nothing can mend that is typed behind them: a whole word or sign stands there already, and
    /// no verb is still to come that would give the words before it another meaning.
    ///
    ///     "quotes where speeker = "   // speeker
    ///     "quotes where speeker"      // nothing: it may go on
    package var certainErrors: [ByteRange] {
        let open = tree.tokens.openParentheses
        let isTyped = tree.tokens.last?.kind == .word || tree.tokens.last?.kind == .number
        let whole = tree.tokens.dropLast(isTyped ? 1 : 0).last { $0.kind != .whitespace && $0.kind != .newline }
        guard let whole, !expected.contains(.verb) else { return [] }
        return diagnostics.compactMap { diagnostic in
            guard diagnostic.severity == .error, let range = diagnostic.range, !range.isEmpty else { return nil }
            return range.upper <= whole.range.lower && !open.contains(range) ? range : nil
        }
    }
}

extension [Token] {
    /// The parentheses that are not closed.
    var openParentheses: [ByteRange] {
        var open: [ByteRange] = []
        for token in self {
            switch token.kind {
            case .openParenthesis: open.append(token.range)
            case .closeParenthesis: _ = open.popLast()
            default: break
            }
        }
        return open
    }
}
