extension RegexError {
    /// One sentence for the person who wrote the expression.
    var message: String {
        switch self {
        case .unclosed(let open): "`\(open)` in the regular expression is never closed"
        case .nothingToRepeat(let sign): "`\(sign)` in the regular expression has nothing before it to repeat"
        case .badEscape(let escape): "the regular expression has `\(escape)`, which means nothing here"
        case .badRange(let range): "`\(range)` in the regular expression is in the wrong order"
        case .unexpected(let sign): "`\(sign)` in the regular expression closes nothing"
        case .tooDeep(let limit): "the regular expression has more than \(limit) parentheses inside one another"
        case .tooLarge(let limit):
            "the regular expression is too large: it takes more than \(limit) steps when written out"
        }
    }
}
