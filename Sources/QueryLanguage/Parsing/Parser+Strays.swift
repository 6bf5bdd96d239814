import Text

extension Parser {
    /// Words of other languages, and of English, for clauses.
    static let clauseSynonyms = [
        "limit": "top", "group": "per", "sort": "order", "during": "in", "regarding": "about", "concerning": "about",
        "having": "where", "if": "where", "format": "as", "whose": "where", "when": "where", "till": "until",
        "dated": "in",
        "through": "via", "around": "in", "at": "in", "mentioning": "about", "re": "about", "groupby": "per",
        "orderby": "order by", "sortby": "order by",
    ]
    /// Words that count rows when a number follows: `first 5`.
    private static let topSynonyms: Set<String> = ["first", "head", "take", "fetch", "limit"]
    /// Words that bring in words to be found.
    private static let wordSynonyms: Set<String> = [
        "like", "ilike", "containing", "contains", "contain", "has", "saying", "matching", "matches", "including",
    ]

    /// `and` or `or` where no condition or matcher goes on.
    mutating func danglingConnective() {
        guard let word = lexeme() else { return }
        if lexeme(1) == nil || position + 1 == lexemes.count - 1 && kind(1) == .questionMark {
            position += 1
            missing(.words)
        } else if isSecondQuestion() {
            let edit = Finding.Edit(range: ByteRange(previousEnd, word.range.upper), replacement: ";")
            report(.habit(.twoQuestions, found: "", edit: edit), word.range.union(lexeme(1)?.range ?? word.range))
            skipAll()
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
        case .unknown: straySign(lexeme)
        case .foreignOperator where lexeme.text == "|": reportPipe(lexeme)
        case .comma: strayComma(lexeme)
        case .string where isAfterWords: reportJoinedWords("and ", at: lexeme)
        case .foreignComment: reportComment()
        case .word, .number: strayWord(lexeme)
        default:
            if isFieldTest() { reportConditionAlone() } else { reportHere(.unexpected(lexeme.text)) }
        }
        skipToClause()
    }

    /// `and who said "war"` after a question.
    private func isSecondQuestion() -> Bool {
        switch keyword(1) {
        case "who": SpokenVerb.isForm(keyword(2)) || Parser.auxiliaries.contains(keyword(2))
        case "what", "when", "where": Parser.auxiliaries.contains(keyword(2))
        case "how": keyword(2) == "many"
        default: false
        }
    }

    /// `# …` and `// …`.
    mutating func reportComment() {
        guard let comment = lexeme() else { return }
        let text = comment.text.drop { $0 == "#" || $0 == "/" || $0 == " " }
        reportHere(.foreignComment(text: "-- " + text))
    }

    /// Words that look like a mistyped clause and are none: `who said there would be war`.
    private static let ordinaryWords: Set<String> = ["here", "there", "were"]

    private mutating func strayWord(_ word: Lexeme) {
        if strayHabit(word) { return }
        if let start = lastWords?.start, lastWords?.end == position, start + 1 == position, lexemes[start].isLowerCase,
            let clause = Nearest.word(
                to: lexemes[start].text, among: Catalogue.longClauseSuggestions, limit: 1
            ), !Parser.ordinaryWords.contains(lexemes[start].keyword) || isFieldTest()
        {
            report(.unknownClause(lexemes[start].text, suggestion: clause), lexemes[start].range)
        } else if isFieldTest() {
            reportConditionAlone()
        } else if word.keyword == "from" {
            reportFrom()
        } else if word.keyword == "not", isClauseStart(1) {
            reportNot()
        } else if word.keyword == "of", position == questionStart + 1, headKind == .nounHead, isSpeechStart(1),
            let next = lexeme(1)
        {
            let edit = Finding.Edit(range: ByteRange(word.range.lower, next.range.lower), replacement: "")
            reportHere(.habit(.ofWords, found: "", edit: edit))
        } else if let words = lastWords, words.end == position, !isKnownClauseWord(word) {
            reportPhrase(from: words.start)
        } else if let clause = Parser.clauseSynonyms[word.keyword] {
            let takesBy = keyword(1) == "by"
            let replacement = clause == "order" ? "order by" : clause
            report(
                .unknownClause(text(position..<(position + (takesBy ? 2 : 1))), suggestion: replacement),
                range(position..<(position + (takesBy ? 2 : 1))))
            if takesBy { position += 1 }
        } else {
            let suggestion = Nearest.word(to: word.text, among: Catalogue.clauseSuggestions)
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
        let hasArticle = start > 0 && lexemes[start - 1].keyword == "the"
        report(.wordsNeedQuotes(quotation(text(start..<end))), range((hasArticle ? start - 1 : start)..<end))
    }

    private func isKnownClauseWord(_ word: Lexeme) -> Bool {
        Parser.clauseSynonyms[word.keyword] != nil
            || Nearest.word(to: word.keyword, among: Catalogue.longClauseSuggestions)
                != nil
    }

    /// `quotes speaker = Kerry`; in a `where` clause only the `and` is missing.
    private mutating func reportConditionAlone() {
        guard let word = lexeme() else { return }
        if isSearchField { return reportSearchFields() }
        if position > 0, position == endOfCondition {
            let edit = Finding.Edit(range: ByteRange(word.range.lower, word.range.lower), replacement: "and ")
            return report(.habit(.conditionsSideBySide, found: "", edit: edit), word.range)
        }
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

// MARK: - Habits among the clauses

extension Parser {
    /// Whether the words of the question, in quotation marks or bare, end here.
    private var isAfterWords: Bool {
        guard position > 0 else { return false }
        return [.string, .regex, .variable].contains(lexemes[position - 1].kind) || lastWords?.end == position
    }

    private mutating func reportJoinedWords(_ word: String, at lexeme: Lexeme) {
        let edit = Finding.Edit(range: ByteRange(lexeme.range.lower, lexeme.range.lower), replacement: word)
        report(.habit(.joinedWords, found: "", edit: edit), lexeme.range)
    }

    /// `-war`, `+aid`, which other searches leave out and ask for.
    private mutating func straySign(_ sign: Lexeme) {
        guard sign.text == "-" || sign.text == "+", let word = lexeme(1), touches(position), isSpeechStart(1) else {
            return reportHere(.strayCharacter(sign.text))
        }
        let words = word.kind == .word ? quotation(word.text) : word.text
        let joint = isAfterWords ? "and " : ""
        let not = sign.text == "-" ? "not " : ""
        let whole = sign.range.union(word.range)
        report(
            .habit(.signOnWord, found: sign.text, edit: .init(range: whole, replacement: joint + not + words)), whole)
    }

    /// `| count`, `| limit 5`.
    private mutating func reportPipe(_ pipe: Lexeme) {
        let isCount = ["count", "wc"].contains(keyword(1)) && headKind == .nounHead
        let next = lexeme(1)?.range.lower ?? pipe.range.upper
        let question = text(questionStart..<position)
        let edit: Finding.Edit? =
            isCount
            ? .init(range: range(questionStart..<lexemes.count), replacement: "how many " + question)
            : isClauseStart(1) || Parser.clauseSynonyms[keyword(1)] != nil || isFieldTest(1)
                ? .init(range: ByteRange(pipe.range.lower, next), replacement: "") : nil
        report(.habit(.pipe, found: "", edit: edit), pipe.range)
    }

    /// `by Kerry, Lavrov`, `where kind = direct, speaker = Kerry`, `"aid", "war"`.
    private mutating func strayComma(_ comma: Lexeme) {
        let joint = isFieldTest(1) ? " and" : isAfterWords && isNameStart(1) && headEnd != position ? " or" : nil
        let edit = joint.map { Finding.Edit(range: ByteRange(previousEnd, comma.range.upper), replacement: $0) }
        report(.habit(.joinedWords, found: "", edit: edit), comma.range)
    }

    /// A word of another language, or of English, in the place of a clause; false where it is none that is known.
    private mutating func strayHabit(_ word: Lexeme) -> Bool {
        let start = ByteRange(word.range.lower, word.range.lower)
        switch word.keyword {
        case "but" where ["not", "and"].contains(keyword(1)):
            let replacement = keyword(1) == "not" ? "and" : ""
            report(
                .habit(.joinedWords, found: "", edit: .init(range: word.range, replacement: replacement)), word.range)
        case "not" where isMatcherStart(1) && isAfterWords:
            report(.habit(.joinedWords, found: "", edit: .init(range: start, replacement: "and ")), word.range)
        case "asc", "desc", "ascending", "descending":
            guard headKind == .howManyHead, !seenClauses.contains("order by") else { return false }
            let direction = word.keyword.hasPrefix("desc") ? "desc" : "asc"
            let edit = Finding.Edit(range: word.range, replacement: "order by count \(direction)")
            report(.habit(.directionAlone, found: word.text, edit: edit), word.range)
        case "distinct", "unique", "please":
            let edit = Finding.Edit(range: ByteRange(previousEnd, word.range.upper), replacement: "")
            report(.habit(.filler, found: word.text, edit: edit), word.range)
        case let first where Parser.topSynonyms.contains(first) && kind(1) == .number:
            report(.unknownClause(word.text, suggestion: "top"), word.range)
        case let bring where Parser.wordSynonyms.contains(bring):
            guard let words = lexeme(1), words.kind == .string || words.kind == .foreignString else { return false }
            let joint = isAfterWords ? "and " : ""
            let content = words.stringContent.split(separator: "%").joined(separator: " ")
            let whole = word.range.union(words.range)
            report(
                .habit(.like, found: word.text, edit: .init(range: whole, replacement: joint + quotation(content))),
                whole)
        case "within", "w": return reportDistance(word)
        default: return false
        }
        return true
    }

    /// `"aid" within 5 words of "war"`, `"aid" w/5 "war"`.
    private mutating func reportDistance(_ word: Lexeme) -> Bool {
        let number = kind(1) == .number ? 1 : lexeme(1)?.text == "/" && kind(2) == .number ? 2 : 0
        guard number > 0, let count = lexeme(number) else { return false }
        var end = number + 1
        while ["words", "word", "of", "from"].contains(keyword(end)) { end += 1 }
        guard isMatcherStart(end) else { return false }
        let whole = range(position..<(position + end))
        report(
            .habit(
                .otherOperator, found: text(position..<(position + end)),
                edit: .init(range: whole, replacement: "near/\(count.text)")), whole)
        return true
    }
}
