import Text

extension Parser {
    /// Alternatives: `c-and { "or" c-and }`.
    mutating func condition() {
        let node = open(.transparent)
        var alternatives = 1
        var mixed: ByteRange?
        var start = position
        if allOfConditions() { mixed = range(start..<position) }
        while connective() == "or" {
            takeConnective()
            alternatives += 1
            start = position
            if allOfConditions() { mixed = mixed ?? range(start..<position) }
        }
        close(node, as: alternatives > 1 ? .any : .transparent)
        if alternatives > 1, let mixed { warnOfMixture(mixed) }
    }

    /// `c-not { "and" c-not }`; whether there is more than one.
    private mutating func allOfConditions() -> Bool {
        let node = open(.transparent)
        var parts = 1
        negatedCondition()
        while connective() == "and" {
            if isClauseStart(1), !isFieldTest(1) {
                reportClauseAfterAnd()
                break
            }
            takeConnective()
            parts += 1
            negatedCondition()
        }
        close(node, as: parts > 1 ? .all : .transparent)
        return parts > 1
    }

    /// `and by Kerry`: the clause is read as if `and` were not there.
    mutating func reportClauseAfterAnd() {
        guard let and = lexeme(), let clause = lexeme(1) else { return }
        let between = ByteRange(and.range.lower, clause.range.lower)
        report(.clauseAfterAnd(clause.text, edit: .init(range: between, replacement: "")), and.range)
        leaf(.unexpected)
    }

    private mutating func negatedCondition() {
        note(.field)
        let nodes = negations()
        switch kind() {
        case _ where hasGivenUp || conditionHabit(): break
        case .openParenthesis: group { parser in parser.condition() }
        case .variable: leaf(.variable)
        case .string, .unclosedString, .foreignString, .regex, .unclosedRegex:
            reportHere(.wordsAsCondition(at: lexeme()?.range.lower ?? end))
            matcher()
        case .word where !isClauseStart() || isFieldTest(): test()
        default: missing(.condition)
        }
        for node in nodes.reversed() { close(node) }
        note(.connective)
    }

    /// Whether a field and something to test it with stand here.
    func isFieldTest(_ distance: Int = 0) -> Bool {
        guard let lexeme = lexeme(distance), lexeme.kind == .word, let next = self.lexeme(distance + 1) else {
            return false
        }
        switch next.kind {
        case .equal, .notEqual, .less, .atMost, .greater, .atLeast: return true
        case .foreignOperator: return connective(distance + 1) == nil && next.text != "!" && next.text != "|"
        default: break
        }
        guard Field(rawValue: lexeme.keyword) != nil else { return false }
        switch next.keyword {
        case "is", "has", "matches", "between", "like", "contains": return true
        case "in": return kind(distance + 2) == .openParenthesis
        case "not": return keyword(distance + 2) == "in"
        default: return false
        }
    }

    /// `FIELD test`.
    mutating func test() {
        guard let word = lexeme() else { return }
        let node = open(.test)
        let field = Field(rawValue: word.keyword)
        if field == nil {
            report(.unknownField(word.text, suggestion: Field.suggestion(for: word.text)), word.range)
        }
        leaf(.field)
        if let field { note(.test(field)) }
        comparison(of: field)
        close(node)
    }

    private mutating func comparison(of field: Field?) {
        switch kind() {
        case .equal, .notEqual, .less, .atMost, .greater, .atLeast:
            leaf(.comparison)
            value(of: field)
            return
        case .foreignOperator where connective() == nil:
            foreignComparison(of: field)
            return
        default: break
        }
        switch keyword() {
        case "is":
            leaf(.comparison, keyword(1) == "not" ? 2 : 1)
            if let field { note(.property(field)) }
            if ["known", "unknown", "named", "unnamed"].contains(keyword()) {
                leaf(.property)
            } else if let word = ["set": "known", "null": "unknown", "empty": "unknown"][keyword()],
                let range = lexeme()?.range
            {
                reportHere(
                    .habit(.otherOperator, found: lexeme()?.text ?? "", edit: .init(range: range, replacement: word)))
                leaf(.property)
            } else {
                value(of: field)
            }
        case "in": values(of: field, operatorLength: 1)
        case "not" where keyword(1) == "in": values(of: field, operatorLength: 2)
        case "between":
            leaf(.comparison)
            value(of: field)
            if keyword() == "and" { position += 1 } else { missing(.connective) }
            value(of: field)
        case "has":
            leaf(.comparison)
            note(.words)
            if isMatcherStart() { nearMatcher() } else if !bareNameOrWord() { missing(.words) }
        case "matches":
            leaf(.comparison)
            if kind() == .regex || kind() == .unclosedRegex || kind() == .variable {
                nearMatcher()
            } else {
                missing(.words)
            }
        case "like", "LIKE", "contains", "ilike": likeComparison(of: field)
        default:
            guard let field else { return }
            missingTest(of: field)
        }
    }

    /// `where outlet "ANI"`: the sign is missing.
    private mutating func missingTest(of field: Field) {
        if ["starts", "begins", "ends"].contains(keyword()), keyword(1) == "with" { return beginning(of: field) }
        let hasValue = isNameStart() || kind() == .number || kind() == .date
        let edit =
            hasValue
            ? Finding.Edit(range: ByteRange(previousEnd, previousEnd), replacement: field.type == .text ? " has" : " =")
            : nil
        missing(.test(field), edit: edit)
        if hasValue { value(of: field) }
    }

    /// `text starts with "aid"`: of words, `has "aid*"`; a name has no beginning to be asked for.
    private mutating func beginning(of field: Field) {
        let words = lexeme(2)
        let whole = range(position..<(position + (words == nil ? 2 : 3)))
        let isPrefix = keyword() != "ends" && field.type == .text && words?.kind == .string
        let edit =
            isPrefix
            ? Finding.Edit(range: whole, replacement: "has " + quotation((words?.stringContent ?? "") + "*")) : nil
        report(.habit(.like, found: field.type == .text ? "" : "=", edit: edit), whole)
        leaf(.unexpected, words == nil ? 2 : 3)
    }

    /// `== != =~ :` of other languages, read as what they mean.
    private mutating func foreignComparison(of field: Field?) {
        guard let sign = lexeme() else { return }
        let pattern = kind(1) == .regex ? "matches" : "has"
        let usual = ["==": "=", "<>": "!=", "=~": pattern, "~": pattern][sign.text] ?? "="
        let replacement = sign.text == ":" && touches(position - 1) ? " =" : usual
        report(
            .habit(
                sign.text == "==" ? .doubleEquals : .otherOperator, found: sign.text,
                edit: .init(range: sign.range, replacement: replacement)), sign.range)
        leaf(.comparison)
        if usual == "matches", kind() == .regex { nearMatcher() } else { value(of: field) }
    }

    /// `LIKE '%x%'` → `has "x"`; of names, which match by whole parts, `= "x"`.
    private mutating func likeComparison(of field: Field?) {
        guard let like = lexeme() else { return }
        let isWords = field?.type == .text || field == nil
        let sign = isWords ? "has" : "="
        let pattern = lexeme(1)
        var words = pattern.map { $0.stringContent } ?? ""
        let isPrefix = words.hasSuffix("%") && !words.hasPrefix("%")
        words = words.split(separator: "%").joined(separator: " ")
        let range = like.range.union(pattern?.range ?? like.range)
        let replacement = pattern == nil ? sign : "\(sign) " + quotation(words + (isPrefix && isWords ? "*" : ""))
        report(
            like.keyword == "contains" && pattern?.kind != .foreignString
                ? .habit(.otherOperator, found: like.text, edit: .init(range: like.range, replacement: sign))
                : .habit(.like, found: isWords ? "" : "=", edit: .init(range: range, replacement: replacement)),
            like.range)
        leaf(.comparison)
        if kind() == .string || kind() == .foreignString || kind() == .unclosedString {
            leaf(.string)
        } else if !bareNameOrWord() {
            note(.words)
        }
    }

    /// `in ( value, … )`.
    private mutating func values(of field: Field?, operatorLength: Int) {
        leaf(.comparison, operatorLength)
        guard kind() == .openParenthesis else {
            reportNoList(of: field, operatorLength)
            if !isAtEnd, !isClauseStart() { value(of: field) }
            skipList()
            return
        }
        let start = position
        position += 1
        value(of: field)
        while kind() == .comma || keyword() == "or" {
            position += 1
            value(of: field)
        }
        if kind() == .closeParenthesis {
            position += 1
        } else {
            report(.unclosedParenthesis(end: previousEnd), lexemes[start].range)
        }
    }

    /// `in 2014` of a date becomes `= 2014`; `in Kerry, Lavrov` and `in [Kerry, Lavrov]` get their parentheses.
    private mutating func reportNoList(of field: Field?, _ operatorLength: Int) {
        note(.value(field))
        if field?.type == .date, position < lexemes.count, DateReading(lexemes[position...]) != nil {
            let sign = range((position - operatorLength)..<position)
            let edit = Finding.Edit(range: sign, replacement: operatorLength > 1 ? "!=" : "=")
            report(.habit(.otherOperator, found: text((position - operatorLength)..<position), edit: edit), sign)
            return
        }
        let values = lexemes[position..<listEnd].filter { $0.kind != .comma && $0.kind != .unknown }
        let names = values.map { $0.kind == .foreignString ? quotation($0.stringContent) : $0.text }
        let edit =
            names.isEmpty
            ? nil
            : Finding.Edit(range: range(position..<listEnd), replacement: "(\(names.joined(separator: ", ")))")
        missing(.list, edit: edit)
    }

    /// The end of values with commas between them, with or without brackets around them.
    private var listEnd: Int {
        var end = position
        while end < lexemes.count,
            [.comma, .unknown, .string, .foreignString, .word, .number].contains(lexemes[end].kind),
            lexemes[end].kind != .word || lexemes[end].isCapitalised || lexemes[end - 1].kind == .comma
                || lexemes[end - 1].kind == .unknown
        {
            end += 1
        }
        return end
    }

    private mutating func skipList() {
        while kind() == .comma || kind() == .unknown { position = max(position + 1, listEnd) }
    }

    /// A value, read as the type of its field asks.
    mutating func value(of field: Field?) {
        note(.value(field))
        if valueHabit(of: field) { return }
        let type = field?.type
        switch kind() {
        case .string, .unclosedString, .foreignString: string()
        case .variable: leaf(.variable)
        case .word where keyword() == "exactly" && kind(1) == .string:
            let node = open(.exactly)
            position += 1
            string()
            close(node)
        case .number, .date, .slashDate, .word:
            if type == .date || kind() == .date || kind() == .slashDate, let reading = DateReading(lexemes[position...])
            {
                leaf(.date, reading.count)
            } else if kind() == .number {
                leaf(.number)
            } else if type == .verb, let verb = SpokenVerb(keyword(), particle: keyword(1)) {
                leaf(.word, verb.count)
            } else if !bareNameOrWord() {
                missing(.value(field))
            }
        default: missing(.value(field))
        }
    }
}

extension Field {
    /// The field that a wrong word probably means: a synonym's, or the nearest in spelling.
    static func suggestion(for word: String) -> String? {
        let word = word.lowercased()
        if let field = Field(rawValue: word) { return field.rawValue }
        if let field = Field.allCases.first(where: { $0.synonyms.contains(word) }) { return field.rawValue }
        return Nearest.word(to: word, among: Field.allCases.map(\.rawValue))
    }
}
