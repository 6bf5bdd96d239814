package import QueryLanguage
package import Text

extension Script {
    /// The words in which an error lies that nothing can mend that is typed behind them.
    ///
    ///     "quotes where speeker = "   // speeker
    ///     "quotes where speeker"      // nothing: it may go on
    package var certainErrors: [ByteRange] {
        let open = tree.tokens.openParentheses
        let last = tree.tokens.last { $0.kind != .whitespace && $0.kind != .newline }?.range
        return diagnostics.compactMap { diagnostic in
            guard diagnostic.severity == .error, let range = diagnostic.range, !range.isEmpty else { return nil }
            guard let last, range.upper <= last.lower, !open.contains(range) else { return nil }
            return range
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
