import Text

/// Statements that change the editorial layer.
extension Parser {
    /// `correct`, `reject`, `merge`, `split`, `undo` or `corrections`, which stands here.
    mutating func editorial(_ word: String) {
        let node = open(.command)
        position += 1
        switch word {
        case "correct":
            correctedQuote()
            correction()
        case "reject": correctedQuote()
        case "merge": twoNames(joinedBy: "into", .into)
        case "split": twoNames(joinedBy: "from", .from)
        case "undo":
            note(.number)
            if kind() == .number { leaf(.number) }
        default:
            if keyword() == "as" { clause() }
        }
        close(node)
    }

    /// `REF [all]`.
    private mutating func correctedQuote() {
        note(.reference)
        if kind() == .reference { leaf(.reference) } else { missing(.reference) }
        if keyword() == "all" { leaf(.property) }
    }

    /// `FIELD = VALUE [and VALUE]`, `FIELD is unknown`.
    private mutating func correction() {
        note(.correction)
        guard kind() == .word else {
            if problems.isEmpty { missing(.correction) }
            return
        }
        // `speaker to Kerry`, as one says it.
        if ["to", "as", "into"].contains(keyword(1)), lexeme(2) != nil, let sign = lexeme(1) {
            report(.correctionIsNoTest(sign.text, edit: .init(range: sign.range, replacement: "=")), sign.range)
            skipAll()
            return
        }
        test()
        while keyword() == "and", lexeme(1) != nil {
            position += 1
            value(of: .speaker)
        }
    }

    /// `NAME into NAME`.
    private mutating func twoNames(joinedBy word: String, _ expectation: Expected) {
        name(of: .speaker)
        note(expectation)
        if keyword() == word {
            position += 1
            name(of: .speaker)
        } else if problems.isEmpty {
            missing(expectation)
        }
    }
}
