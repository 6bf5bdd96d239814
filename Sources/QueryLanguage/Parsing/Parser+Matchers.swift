import Text

extension Parser {
    /// Whether words to be found, other than one bare word or name, begin here.
    func isMatcherStart(_ distance: Int = 0) -> Bool {
        switch kind(distance) {
        case .string, .unclosedString, .foreignString, .regex, .unclosedRegex, .variable, .openParenthesis: true
        case .word:
            switch keyword(distance) {
            case "exactly", "quoted":
                [.string, .unclosedString, .foreignString].contains(kind(distance + 1))
            case "not": lexeme(distance + 1) == nil || isMatcherStart(distance + 1, afterNot: true)
            default: false
            }
        default: false
        }
    }

    /// After `not`, which may itself be repeated.
    private func isMatcherStart(_ distance: Int, afterNot: Bool) -> Bool {
        var distance = distance
        while keyword(distance) == "not" { distance += 1 }
        return isMatcherStart(distance)
    }

    /// Whether words to be found, in any form, begin here.
    func isSpeechStart(_ distance: Int = 0) -> Bool {
        guard !isClauseStart(distance) else { return false }
        return isMatcherStart(distance) || bareNameLength(distance) > 0 || isBareWord(distance)
            || keyword(distance) == "the" && bareNameLength(distance + 1) > 0
    }

    /// Words to be found: a matcher, one name, or one word.
    mutating func speech() {
        note(.words)
        if isMatcherStart() {
            matcher()
        } else if keyword() == "exactly" || keyword() == "quoted", isBareWord(1) || bareNameLength(1) > 0 {
            position += 1
            let words = position..<(position + max(1, bareNameLength()))
            missing(.quotedWords, edit: .init(range: range(words), replacement: quotation(text(words))))
            position = words.upperBound
        } else {
            let mayGoOn = keyword() == "exactly" || keyword() == "quoted"
            if !bareNameOrWord() { missing(.words) }
            if mayGoOn { note(.quotedWords) }
        }
    }

    /// Alternatives: `m-and { "or" m-and }`.
    mutating func matcher() {
        let node = open(.transparent)
        var alternatives = 1
        var mixed: ByteRange?
        var start = position
        if allOfMatchers() { mixed = range(start..<position) }
        while connective() == "or", isMatcherStart(1) || (lexeme(1) == nil || depth > 0) {
            takeConnective()
            alternatives += 1
            start = position
            if allOfMatchers() { mixed = mixed ?? range(start..<position) }
        }
        close(node, as: alternatives > 1 ? .any : .transparent)
        if alternatives > 1, let mixed { warnOfMixture(mixed) }
    }

    /// `m-not { "and" m-not }`; whether there is more than one.
    private mutating func allOfMatchers() -> Bool {
        let node = open(.transparent)
        var parts = 1
        negatedMatcher()
        while connective() == "and", isMatcherStart(1) || depth > 0 || lexeme(1) == nil {
            takeConnective()
            parts += 1
            negatedMatcher()
        }
        close(node, as: parts > 1 ? .all : .transparent)
        return parts > 1
    }

    private mutating func negatedMatcher() {
        let nodes = negations()
        if !hasGivenUp { nearMatcher() }
        for node in nodes.reversed() { close(node) }
    }

    /// `m-prim { NEAR m-prim }`.
    mutating func nearMatcher() {
        let node = open(.transparent)
        var parts = 1
        primaryMatcher()
        while kind() == .near || keyword() == "near" {
            nearOperator()
            parts += 1
            primaryMatcher()
        }
        close(node, as: parts > 1 ? .near : .transparent)
        note(.connective)
    }

    /// `near`, `near/5`; `near 5` is reported.
    private mutating func nearOperator() {
        leaf(.nearOperator)
        guard kind() == .number, let number = lexeme() else { return }
        let edit = Finding.Edit(range: range((position - 1)..<(position + 1)), replacement: "near/" + number.text)
        report(.habit(.otherOperator, found: "near " + number.text, edit: edit), edit.range)
        position += 1
    }

    private mutating func primaryMatcher() {
        note(.words)
        switch kind() {
        case .string, .unclosedString, .foreignString: string()
        case .variable: leaf(.variable)
        case .regex: leaf(.regex)
        case .unclosedRegex:
            reportHere(.unclosedRegex)
            leaf(.regex)
        case .openParenthesis:
            group { parser in parser.matcher() }
        default:
            let word = keyword()
            guard word == "exactly" || word == "quoted" else {
                missing(.words)
                return
            }
            let node = open(word == "exactly" ? .exactly : .quoted)
            position += 1
            if [.string, .unclosedString, .foreignString].contains(kind()) { string() } else { missing(.quotedWords) }
            close(node)
        }
    }

    /// `( … )`, within the limit of nesting.
    mutating func group(_ content: (inout Parser) -> Void) {
        guard depth < Parser.nestingLimit else {
            giveUp()
            return
        }
        let node = open(.group)
        let start = position
        position += 1
        depth += 1
        content(&self)
        depth -= 1
        if kind() == .closeParenthesis {
            position += 1
        } else if isAtEnd || isClauseStart() {
            if !hasGivenUp, depth == 0 {
                report(.unclosedParenthesis(end: previousEnd), lexemes[start].range)
            }
        } else if depth == 0 {
            reportHere(.unexpected(lexeme()?.text ?? ""))
            while !isAtEnd, kind() != .closeParenthesis, !isClauseStart() { position += 1 }
            if kind() == .closeParenthesis { position += 1 }
        }
        close(node)
    }

    /// Steps over the rest, which is nested too deep.
    private mutating func giveUp() {
        reportHere(.nestedTooDeep(limit: Parser.nestingLimit))
        hasGivenUp = true
        skipAll()
    }

    /// The nodes of `not` before something, opened.
    mutating func negations() -> [Int] {
        var nodes: [Int] = []
        while keyword() == "not" || lexeme()?.text == "!" {
            if lexeme()?.text == "!" { reportSign("not ") }
            if nodes.count >= Parser.nestingLimit {
                giveUp()
                break
            }
            nodes.append(open(.not))
            position += 1
        }
        return nodes
    }

    /// `and` or `or` at a lexeme, in whatever language.
    func connective(_ distance: Int = 0) -> String? {
        switch lexeme(distance)?.text {
        case "and", "AND", "&&": "and"
        case "or", "OR", "||": "or"
        default: nil
        }
    }

    /// Steps over `and` or `or`; signs from other languages are reported.
    mutating func takeConnective() {
        if kind() == .foreignOperator { reportSign(connective() ?? "and") }
        position += 1
    }

    private mutating func reportSign(_ word: String) {
        guard let lexeme = lexeme() else { return }
        report(
            .habit(.logicalSign, found: lexeme.text, edit: .init(range: lexeme.range, replacement: word)), lexeme.range)
    }

    /// `and` beside `or` without parentheses.
    mutating func warnOfMixture(_ part: ByteRange) {
        let texts = lexemes.filter { part.contains($0.range) }
        let text = texts.enumerated().map { index, lexeme in
            index > 0 && texts[index - 1].range.upper < lexeme.range.lower ? " " + lexeme.text : lexeme.text
        }
        report(.mixedAndOr(edit: .init(range: part, replacement: "(" + text.joined() + ")")), part)
    }
}
