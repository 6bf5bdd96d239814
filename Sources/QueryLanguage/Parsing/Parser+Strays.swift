import Text

extension Parser {
    /// Words of other languages, and of English, for clauses.
    private static let clauseSynonyms = [
        "limit": "top", "group": "per", "sort": "order", "during": "in", "regarding": "about", "concerning": "about",
        "having": "where", "containing": "with", "if": "where", "format": "as", "whose": "where", "when": "where",
        "till": "until", "through": "via", "around": "in", "at": "in",
    ]

    /// `and` or `or` where no condition or matcher goes on.
    mutating func danglingConnective() {
        guard let word = lexeme() else { return }
        if lexeme(1) == nil || position + 1 == lexemes.count - 1 && kind(1) == .questionMark {
            position += 1
            missing(.words)
        } else if isFieldTest(1) {
            let edit = connective() == "and" ? Finding.Edit(range: word.range, replacement: "where") : nil
            report(.habit(.conditionWithoutWhere, found: word.text, edit: edit), word.range)
            // The condition is read all the same, so that its own errors are found too.
            let node = open(.unexpected)
            position += 1
            condition()
            close(node)
        } else if isClauseStart(1) {
            reportClauseAfterAnd()
        } else if let words = lastWords, words.end == position, isSpeechStart(1) {
            // `gas and water`: only words in quotation marks are joined.
            let length = max(1, bareNameLength(1))
            let other = (position + 1)..<(position + 1 + length)
            let second = kind(1) == .word ? quotation(text(other)) : text(other)
            let whole = range(words.start..<other.upperBound)
            report(.wordsNeedQuotes("\(quotation(text(words.start..<words.end))) \(word.text) \(second)"), whole)
            skipToClause()
        } else {
            reportHere(.unexpected(word.text))
            skipToClause()
        }
    }

    /// A lexeme that begins no clause.
    mutating func strayLexeme() {
        guard let lexeme = lexeme() else { return }
        switch lexeme.kind {
        case .closeParenthesis: reportHere(.strayParenthesis)
        case .unknown: reportHere(.strayCharacter(lexeme.text))
        case .foreignComment: reportComment()
        case .word, .number: strayWord(lexeme)
        default:
            if isFieldTest() { reportConditionAlone() } else { reportHere(.unexpected(lexeme.text)) }
        }
        skipToClause()
    }

    /// `# …` and `// …`.
    mutating func reportComment() {
        guard let comment = lexeme() else { return }
        let text = comment.text.drop { $0 == "#" || $0 == "/" || $0 == " " }
        reportHere(.foreignComment(text: "-- " + text))
    }

    private mutating func strayWord(_ word: Lexeme) {
        if let start = lastWords?.start, lastWords?.end == position, start + 1 == position, lexemes[start].isLowerCase,
            let clause = Nearest.word(
                to: lexemes[start].text, among: Catalogue.clauseKeywords.filter { $0.utf8.count > 3 }.sorted(), limit: 1
            )
        {
            report(.unknownClause(lexemes[start].text, suggestion: clause), lexemes[start].range)
        } else if isFieldTest() {
            reportConditionAlone()
        } else if word.keyword == "from" {
            reportFrom()
        } else if word.keyword == "not", isClauseStart(1) {
            reportNot()
        } else if word.keyword == "of", position == 1, headKind == .nounHead, isSpeechStart(1), let next = lexeme(1) {
            let edit = Finding.Edit(range: ByteRange(word.range.lower, next.range.lower), replacement: "")
            reportHere(.habit(.ofWords, found: "", edit: edit))
        } else if let words = lastWords, words.end == position, !isKnownClauseWord(word) {
            reportPhrase(from: words.start)
        } else if let clause = Parser.clauseSynonyms[word.keyword] {
            let takesBy = keyword(1) == "by"
            let replacement = clause == "order" ? (takesBy ? "order by" : "order") : clause
            report(
                .unknownClause(text(position..<(position + (takesBy ? 2 : 1))), suggestion: replacement),
                range(position..<(position + (takesBy ? 2 : 1))))
            if takesBy { position += 1 }
        } else {
            let suggestion = Nearest.word(to: word.text, among: Catalogue.clauseKeywords.sorted())
            reportHere(
                word.kind == .word && (suggestion != nil || lexeme(1) != nil)
                    ? .unknownClause(word.text, suggestion: suggestion) : .unexpected(word.text))
        }
    }

    /// Several bare words, of which the first `start` begins: they belong into quotation marks.
    mutating func reportPhrase(from start: Int) {
        var end = position
        while lexemes.indices.contains(end), lexemes[end].kind == .word || lexemes[end].kind == .number,
            end == position || !Catalogue.clauseKeywords.contains(lexemes[end].keyword),
            !["and", "of", "that"].contains(lexemes[end].keyword) || end == position
                || lexemes.indices.contains(end + 1) && lexemes[end + 1].kind == .word && lexemes[end].keyword == "of"
        {
            end += 1
        }
        report(.wordsNeedQuotes(quotation(text(start..<end))), range(start..<end))
    }

    private func isKnownClauseWord(_ word: Lexeme) -> Bool {
        Parser.clauseSynonyms[word.keyword] != nil
            || Nearest.word(to: word.keyword, among: Catalogue.clauseKeywords.filter { $0.utf8.count > 3 }.sorted())
                != nil
    }

    /// `quotes speaker = Kerry`.
    private mutating func reportConditionAlone() {
        guard let word = lexeme() else { return }
        let edit = Finding.Edit(range: ByteRange(word.range.lower, word.range.lower), replacement: "where ")
        report(.habit(.conditionWithoutWhere, found: word.text, edit: edit), word.range)
    }

    /// `from Kerry`, `from 2014-01-01 to 2014-02-01`.
    private mutating func reportFrom() {
        guard let from = lexeme() else { return }
        guard position + 1 < lexemes.count, let first = DateReading(lexemes[(position + 1)...]) else {
            reportHere(.habit(.fromName, found: "", edit: .init(range: from.range, replacement: "by")))
            return
        }
        let dates = (position + 1)..<(position + 1 + first.count)
        let second = dates.upperBound + 1
        if lexemes.indices.contains(second), ["to", "until", "till"].contains(lexemes[second - 1].keyword),
            let last = DateReading(lexemes[second...])
        {
            let edit = Finding.Edit(
                range: range(position..<(second + last.count)),
                replacement: "between \(text(dates)) and \(text(second..<(second + last.count)))")
            report(.habit(.fromTo, found: "", edit: edit), edit.range)
            position = second + last.count - 1
        } else {
            reportHere(.habit(.fromTo, found: "", edit: .init(range: from.range, replacement: "since")))
        }
    }

    /// `not by Kerry`.
    private mutating func reportNot() {
        let field = ["by": "speaker", "to": "to", "via": "via", "in": "place"][keyword(1)]
        let length = max(1, bareNameLength(2))
        let name = (position + 2)..<min(position + 2 + length, lexemes.count)
        guard let field, !name.isEmpty, isNameStart(2) else {
            reportHere(.unexpected("not"))
            return
        }
        let edit = Finding.Edit(
            range: range(position..<name.upperBound), replacement: "where \(field) != \(text(name))")
        report(.habit(.notBy, found: "", edit: edit), edit.range)
    }
}
