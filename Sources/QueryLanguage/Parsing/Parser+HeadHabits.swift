import Text

/// What people write in the head of a question, and what they mean by it.
extension Parser {
    /// Words that ask, and are not looked for: `who said what about Iran`.
    static let askingWords: Set<String> = ["what", "when", "where", "how", "why", "something", "anything", "things"]

    /// `who is Kerry`, `who spoke most`; whether there was such a habit, which is reported.
    mutating func whoHabit() -> Bool {
        let hasQuotes = lexemes.contains { $0.kind == .string }
        let whole = range(questionStart..<lexemes.count)
        if !hasQuotes, let most = lexemes.first(where: { $0.keyword == "most" }), lexemes.count <= 6 {
            let edit = Finding.Edit(range: whole, replacement: "how many quotes per speaker")
            report(.habit(.mostQuoted, found: "", edit: edit), most.range)
        } else if ["is", "was"].contains(keyword(-1)), let length = nameLength(), position + length == lexemes.count {
            let edit: Finding.Edit? =
                questionStart == 0
                ? .init(range: whole, replacement: "describe \(text(position..<(position + length)))") : nil
            report(.habit(.whoIs, found: "", edit: edit), range(questionStart..<position))
        } else {
            return false
        }
        skipAll()
        return true
    }

    /// The length of a name that begins here, without the mark that ends the sentence.
    private func nameLength() -> Int? {
        let length = bareNameLength()
        return length > 0 ? length : kind() == .string ? 1 : nil
    }

    /// `what was said by Kerry`, `when was "aid" said`; whether there was such a habit, which is reported.
    mutating func passiveHabit() -> Bool {
        guard ["is", "are", "was", "were", "been"].contains(keyword(-1)) else { return false }
        let whole = range(questionStart..<lexemes.count)
        let start = position
        var edit: Finding.Edit
        if SpokenVerb.isForm(keyword()), keyword(1) == "by" || lexeme(1) == nil || isClauseStart(1) {
            let verb = SpokenVerb.infinitive(of: keyword())
            let length = keyword(1) == "by" ? max(1, bareNameLength(2)) : 0
            if length > 0, isNameStart(2) {
                let name = (position + 2)..<(position + 2 + length)
                edit = .init(
                    range: range(questionStart..<name.upperBound),
                    replacement: "\(lexemes[questionStart].text) did \(text(name)) \(verb)")
            } else {
                edit = .init(range: range(questionStart..<(position + 1)), replacement: "statements")
            }
        } else if isMatcherStart(), SpokenVerb.isForm(keyword(1)) {
            let rest = position + 2 < lexemes.count ? " " + text((position + 2)..<lexemes.count) : ""
            edit = .init(range: whole, replacement: "who \(keyword(1)) \(text(position..<(position + 1)))\(rest)")
        } else {
            return false
        }
        report(.habit(.passive, found: "", edit: edit), range((start - 1)..<(start + 1)))
        skipAll()
        return true
    }

    /// Words to be found, unless they are no words: `quotes last week`, `quotes published in 2014`.
    mutating func speechOrHabit() {
        if dateAlone() || dateOfField() || signOnWord() { return }
        speech()
    }

    /// `quotes yesterday`: a date, and no words.
    private mutating func dateAlone() -> Bool {
        guard ["today", "yesterday", "last", "past", "this"].contains(keyword()), let word = lexeme() else {
            return false
        }
        if ["last", "past"].contains(word.keyword), kind(1) == .number, DateReading.unit(keyword(2)) != nil {
            let whole = range(position..<(position + 3))
            let edit = Finding.Edit(range: whole, replacement: "since \(text((position + 1)..<(position + 3))) ago")
            report(.habit(.dateAlone, found: "", edit: edit), whole)
            skipToClause()
            return true
        }
        guard let reading = DateReading(lexemes[position...]) else { return false }
        let whole = range(position..<(position + reading.count))
        let isDay = word.keyword == "today" || word.keyword == "yesterday"
        let edit = Finding.Edit(range: ByteRange(whole.lower, whole.lower), replacement: isDay ? "on " : "in ")
        report(.habit(.dateAlone, found: "", edit: edit), whole)
        skipToClause()
        return true
    }

    /// `quotes published in 2014`: a condition on another date than the usual one.
    private mutating func dateOfField() -> Bool {
        let signs = ["in": "=", "on": "=", "since": ">=", "until": "<=", "before": "<", "after": ">"]
        guard keyword() == "published" || keyword() == "said", let sign = signs[keyword(1)],
            position + 2 < lexemes.count,
            DateReading(lexemes[(position + 2)...]) != nil
        else { return false }
        let edit = Finding.Edit(
            range: range(position..<(position + 2)), replacement: "where \(keyword()) \(sign)")
        report(.habit(.dateOfField, found: keyword(), edit: edit), edit.range)
        skipAll()
        return true
    }

    /// `aid*`: the star belongs into quotation marks.
    private mutating func signOnWord() -> Bool {
        guard let word = lexeme(), word.kind == .word, lexeme(1)?.text == "*", touches(position) else { return false }
        let whole = range(position..<(position + 2))
        report(
            .habit(.signOnWord, found: "*", edit: .init(range: whole, replacement: quotation(word.text + "*"))), whole)
        position += 2
        return true
    }

    /// `quotes site:guardian`, where `site` is no field.
    var isSearchField: Bool {
        lexeme()?.kind == .word && lexeme(1)?.text == ":" && Field(rawValue: keyword()) == nil
    }

    /// `site:guardian from:kerry ceasefire`, from here to the end: the words first, then the conditions.
    mutating func reportSearchFields() {
        guard let first = lexeme() else { return }
        var conditions: [String] = []
        var words: [String] = []
        var index = position
        while index < lexemes.count {
            let word = lexemes[index]
            if word.kind == .word, index + 2 < lexemes.count, lexemes[index + 1].text == ":" {
                conditions.append(Parser.searchCondition(word.text.lowercased(), lexemes[index + 2].text))
                index += 3
            } else {
                words.append(word.kind == .word ? quotation(word.text) : word.text)
                index += 1
            }
        }
        let head = position == 0 ? ["quotes"] : []
        let text = (head + [words.joined(separator: " and "), "where", conditions.joined(separator: " and ")])
            .filter { !$0.isEmpty }.joined(separator: " ")
        let edit = Finding.Edit(range: range(position..<lexemes.count), replacement: text)
        report(.habit(.searchField, found: first.text, edit: edit), first.range)
        skipAll()
    }

    private static func searchCondition(_ key: String, _ value: String) -> String {
        let dates = ["before": "<", "after": ">", "since": ">=", "until": "<="]
        if let sign = dates[key] { return "date \(sign) \(value)" }
        let keys = ["from": Field.speaker, "by": .speaker, "intitle": .title, "inurl": .url, "in": .place]
        guard let field = keys[key] ?? Field.suggestion(for: key).flatMap({ Field(rawValue: $0) }) else {
            return "text has \(value)"
        }
        return "\(field.rawValue) \(field.type == .text ? "has" : "=") \(value)"
    }
}
