import Text

/// What people write among the conditions, and what they mean by it.
extension Parser {
    /// `= unknown`, `= (Kerry or Lavrov)`, `50%`, `1,000`, `13 Januar 2014`; whether there was such a habit, which is
    /// reported and read past.
    mutating func valueHabit(of field: Field?) -> Bool {
        guard let word = lexeme() else { return false }
        let sign = position > 0 ? lexemes[position - 1] : word
        if ["unknown", "null", "none", "nil"].contains(word.keyword), sign.kind == .equal || sign.kind == .notEqual {
            let replacement = sign.kind == .equal ? "is unknown" : "is known"
            let whole = sign.range.union(word.range)
            report(.habit(.unknownAsValue, found: "", edit: .init(range: whole, replacement: replacement)), whole)
            leaf(.missing)
        } else if word.kind == .openParenthesis, sign.kind == .equal {
            reportListOfValues(sign)
        } else if field?.type == .number, word.kind == .number {
            return numberHabit(of: field, word)
        } else if field?.type == .date, word.kind == .number || word.kind == .word, !isClauseStart(),
            DateReading(lexemes[position...]) == nil, field != .said || kind() != .string
        {
            reportNoDate(word, field: field)
        } else {
            return false
        }
        return true
    }

    /// `speaker = (Kerry or Lavrov)` is `speaker in (Kerry, Lavrov)`.
    private mutating func reportListOfValues(_ sign: Lexeme) {
        let close = lexemes[position...].firstIndex { $0.kind == .closeParenthesis } ?? lexemes.count - 1
        var values: [String] = []
        var start = position + 1
        for index in (position + 1)...max(position + 1, close) where index < lexemes.count {
            let word = lexemes[index]
            guard index == close || word.keyword == "or" || word.kind == .comma else { continue }
            if index > start { values.append(text(start..<index)) }
            start = index + 1
        }
        let whole = range((position - 1)..<(close + 1))
        let edit = Finding.Edit(range: whole, replacement: "in (\(values.joined(separator: ", ")))")
        report(.habit(.otherOperator, found: sign.text, edit: values.isEmpty ? nil : edit), whole)
        leaf(.unexpected, close + 1 - position)
    }

    /// `50%` is 0.5, `1,000` is 1000.
    private mutating func numberHabit(of field: Field?, _ number: Lexeme) -> Bool {
        var length = 1
        var meant: String?
        if lexeme(1)?.text == "%", touches(position), let percent = Double(number.text) {
            (length, meant) = (2, String(percent / 100))
        } else if kind(1) == .comma, touches(position), touches(position + 1), let rest = lexeme(2),
            rest.kind == .number, rest.text.utf8.count == 3
        {
            (length, meant) = (3, number.text + rest.text)
        }
        guard let meant else { return false }
        let whole = range(position..<(position + length))
        let written = lexemes[position..<(position + length)].map(\.text).joined()
        report(.notANumber(field: field?.rawValue ?? "", text: written, suggestion: meant), whole)
        leaf(.missing, length)
        return true
    }

    /// `where direct`, `where Kerry said "x"`, `= Kerry or Lavrov`: no field where one should be; whether it was
    /// reported and read past.
    mutating func conditionHabit() -> Bool {
        guard let word = lexeme(), !isFieldTest(), Field(rawValue: word.keyword) == nil, !isClauseStart() else {
            return false
        }
        if let field = repeatedField(), let length = valueLength(of: field) {
            let value = range(position..<(position + length))
            let edit = Finding.Edit(
                range: ByteRange(value.lower, value.lower), replacement: "\(field.rawValue) = ")
            report(.habit(.repeatedField, found: text((position - 1)..<position), edit: edit), value)
            leaf(.missing, length)
            return true
        }
        return word.kind == .word && nameAsCondition(word)
    }

    /// The number of lexemes of a value here; nil where none stands here.
    private func valueLength(of field: Field) -> Int? {
        if field.type == .date, let reading = DateReading(lexemes[position...]) { return reading.count }
        switch kind() {
        case .string, .number, .date: return 1
        case .word: return max(bareNameLength(), isBareWord() ? 1 : 0)
        default: return nil
        }
    }

    private mutating func nameAsCondition(_ word: Lexeme) -> Bool {
        let isKind = Catalogue.kinds.contains(word.keyword)
        let name = isKind || ["named", "unnamed"].contains(word.keyword) ? 0 : nameOrVerbLength()
        let found = text(position..<(position + max(1, name)))
        var length = max(1, name)
        let edit: Finding.Edit
        if name == 0 {
            guard isKind || word.keyword == "named" || word.keyword == "unnamed" else { return false }
            edit = .init(range: word.range, replacement: isKind ? "kind = \(found)" : "speaker is \(found)")
        } else if SpokenVerb.isForm(keyword(name)), isMatcherStart(name + 1) {
            length += 1
            edit = .init(
                range: range(position..<(position + length)), replacement: "speaker = \(found) and text has")
        } else if lexeme(name) == nil || isClauseStart(name) || connective(name) != nil
            || kind(name) == .closeParenthesis
        {
            edit = .init(range: ByteRange(word.range.lower, word.range.lower), replacement: "speaker = ")
        } else {
            return false
        }
        report(
            .habit(.nameAsCondition, found: found, edit: edit), range(position..<(position + length)))
        leaf(.missing, length)
        if length > name, name > 0, kind() == .string { leaf(.unexpected) }
        return true
    }

    /// The length of a name, or of a word before a verb: `he said`.
    private func nameOrVerbLength() -> Int {
        max(bareNameLength(), isBareWord() && SpokenVerb.isForm(keyword(1)) ? 1 : 0)
    }

    /// The field of the test before `and` or `or`, where it was tested by `=`: `speaker = Kerry or …`.
    private func repeatedField() -> Field? {
        guard position > 3, connective(-1) != nil,
            let sign = lexemes[..<(position - 1)].lastIndex(where: { $0.kind == .equal }), sign > 0,
            !lexemes[sign..<(position - 1)].contains(where: { $0.kind == .openParenthesis || isClause($0) })
        else { return nil }
        return Field(rawValue: lexemes[sign - 1].keyword)
    }

    private func isClause(_ lexeme: Lexeme) -> Bool { Catalogue.clauseKeywords.contains(lexeme.keyword) }
}
