import Text

extension Parser {
    /// The clauses of a question, in any order.
    mutating func clauses() {
        note(.clause)
        headEnd = position
        while !isAtEnd {
            if isQuestionEnd { break }
            let before = (problems.count, position)
            if connective() != nil {
                danglingConnective()
            } else if isClauseStart() {
                clause()
            } else {
                strayLexeme()
            }
            if problems.count > before.0, !isAtEnd, !isClauseStart(), !isQuestionEnd { skipToClause() }
            if position == before.1 { skipToClause() }
            note(.clause)
        }
    }

    /// Whether only the mark that ends a sentence is left.
    var isQuestionEnd: Bool {
        position == lexemes.count - 1 && (kind() == .questionMark || kind() == .fullStop)
    }

    /// The clauses of which a question has one, as one says them.
    private static let singleClauses = [
        "per": "per", "order": "order by", "top": "top` or `sample", "sample": "top` or `sample", "as": "as",
    ]

    /// The clause whose keyword stands here.
    mutating func clause() {
        let word = keyword()
        let start = position
        if let name = Parser.singleClauses[word], !seenClauses.insert(name).inserted {
            reportHere(.repeatedClause(name))
        }
        switch word {
        case "where":
            let node = open(.whereClause)
            position += 1
            if clauseInWhere(node) { return }
            condition()
            endOfCondition = position
            close(node)
        case "about": wordsClause(.aboutClause)
        case "with": wordsClause(.withClause)
        case "without": wordsClause(.withoutClause)
        case "by": byClause()
        case "to": toClause()
        case "via": namesClause(.viaClause, .via)
        case "in": inClause()
        case "on", "since", "until", "before", "after": dateClause(start)
        case "between": betweenClause()
        default: shapeClause(word)
        }
    }

    private mutating func shapeClause(_ word: String) {
        switch word {
        case "among":
            let node = open(.amongClause)
            position += 1
            if kind() == .underscore {
                leaf(.last)
            } else if kind() == .variable {
                leaf(.variable)
            } else {
                missing(.answer)
            }
            close(node)
        case "per": perClause()
        case "order": orderClause()
        case "top": topClause()
        case "sample":
            let node = open(.sampleClause)
            position += 1
            number()
            if keyword() == "seed" {
                position += 1
                number()
            }
            close(node)
        default:
            let node = open(.asClause)
            position += 1
            note(.format)
            if let word = lexeme(), word.kind == .word {
                if ["a", "an", "the"].contains(word.keyword), let next = lexeme(1) {
                    let edit = Finding.Edit(range: ByteRange(word.range.lower, next.range.lower), replacement: "")
                    reportHere(.habit(.filler, found: word.text, edit: edit))
                    position += 1
                } else if OutputFormat(rawValue: word.keyword) == nil {
                    let synonyms = [
                        "md": "markdown", "ndjson": "jsonl", "list": "lines", "text": "table", "excel": "csv",
                        "tsv": "csv", "spreadsheet": "csv", "concordance": "kwic", "web": "html",
                    ]
                    let nearest = Nearest.word(to: word.text, among: OutputFormat.allCases.map(\.rawValue))
                    reportHere(.unknownFormat(word.text, suggestion: synonyms[word.text.lowercased()] ?? nearest))
                }
                leaf(.format)
            } else {
                missing(.format)
            }
            close(node)
        }
    }

    private mutating func wordsClause(_ kind: SyntaxNode.Kind) {
        let node = open(kind)
        let start = position
        position += 1
        speech()
        close(node)
        // `about aid to Syria`: a bare small word, and what looks like the rest of a phrase.
        if position == start + 2, lexemes[start + 1].isLowerCase, keyword() == "to", isNameStart(1) {
            let length = max(1, bareNameLength(1))
            let phrase = (start + 1)..<(position + 1 + length)
            report(
                .phraseNeedsQuotes(
                    text(phrase), edit: .init(range: range(phrase), replacement: quotation(text(phrase)))),
                range(phrase))
        }
    }

    private mutating func namesClause(_ kind: SyntaxNode.Kind, _ field: Field) {
        let node = open(kind)
        position += 1
        names(of: field)
        close(node)
    }

    private mutating func byClause() {
        let word = keyword(1)
        guard Field(rawValue: word) != nil || DateUnit(rawValue: word) != nil, !isFieldTest(1) else {
            namesClause(.byClause, .speaker)
            return
        }
        let follows = headKind == .nounHead && position == questionStart + 1
        let edit = Finding.Edit(
            range: follows ? range(questionStart..<(position + 1)) : lexemes[position].range,
            replacement: follows ? "how many \(lexemes[questionStart].text) per" : "per")
        report(.habit(.byField, found: word, edit: edit), range(position..<(position + 2)))
        skipToClause()
    }

    /// `to NAME`; `to DATE` is half of `between`.
    private mutating func toClause() {
        guard let next = lexeme(1), next.kind == .date || next.kind == .slashDate || next.kind == .number,
            let reading = DateReading(lexemes[(position + 1)...])
        else {
            if !reportFormat() { namesClause(.toClause, .to) }
            return
        }
        let last = range((position + 1)..<(position + 1 + reading.count))
        var edit = Finding.Edit(range: lexemes[position].range, replacement: "until")
        if let clause = lastDateClause, clause.date.upperBound == position {
            let dates = (text(clause.date), text((position + 1)..<(position + 1 + reading.count)))
            edit = .init(
                range: lexemes[clause.start].range.union(last), replacement: "between \(dates.0) and \(dates.1)")
        }
        report(.habit(.toDate, found: "", edit: edit), lexemes[position].range.union(last))
        skipToClause()
    }

    private mutating func perClause() {
        if headKind != .howManyHead {
            let edit =
                headKind == .nounHead ? Finding.Edit(range: ByteRange(start, start), replacement: "how many ") : nil
            reportHere(.perWithoutCount(edit: edit))
        }
        let node = open(.perClause)
        position += 1
        groupKey()
        while kind() == .comma || keyword() == "and" {
            position += 1
            groupKey()
        }
        close(node)
    }

    /// The offset at which the question begins.
    private var start: Int { range(questionStart..<(questionStart + 1)).lower }

    private mutating func groupKey() {
        note(.groupKey)
        guard let word = lexeme(), word.kind == .word, !isClauseStart() || Field(rawValue: word.keyword) != nil else {
            missing(.groupKey)
            return
        }
        if Field(rawValue: word.keyword) == nil, DateUnit(rawValue: word.keyword) == nil {
            let unit = Nearest.word(to: word.text, among: DateUnit.allCases.map(\.rawValue))
            reportHere(.unknownField(word.text, suggestion: Field.suggestion(for: word.text) ?? unit))
        }
        leaf(.field)
    }

    private mutating func orderClause() {
        let node = open(.orderClause)
        position += 1
        if keyword() == "by" {
            position += 1
        } else {
            let offset = previousEnd
            missing(.orderKey, edit: .init(range: ByteRange(offset, offset), replacement: " by"))
        }
        orderKey()
        while kind() == .comma {
            position += 1
            orderKey()
        }
        close(node)
    }

    private mutating func orderKey() {
        note(.orderKey)
        guard let word = lexeme(), word.kind == .word else {
            missing(.orderKey)
            return
        }
        let node = open(.orderKey)
        let isKey =
            word.keyword == "count" || Field(rawValue: word.keyword) != nil
            || Query.OrderKey.Side(rawValue: word.keyword) != nil
        if !isKey {
            reportHere(.unknownField(word.text, suggestion: Field.suggestion(for: word.text)))
        }
        leaf(.field)
        note(.direction)
        let directions = ["asc", "desc", "ascending", "descending"]
        if directions.prefix(2).contains(keyword()) {
            leaf(.property)
        } else if directions.contains(keyword()), let word = lexeme() {
            let short = word.keyword == "ascending" ? "asc" : "desc"
            reportHere(
                .habit(.otherOperator, found: word.text, edit: .init(range: word.range, replacement: short)))
            leaf(.property)
        }
        close(node)
    }

    private mutating func topClause() {
        let node = open(.topClause)
        position += 1
        number()
        if keyword() == "with", keyword(1) == "ties" { leaf(.property, 2) }
        close(node)
    }

    /// The figures of a small number in words: `five` → `5`.
    static func number(_ word: String) -> String? {
        let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        return words.firstIndex(of: word).map { String($0 + 1) }
    }

    /// `where about Iran`, `where by Kerry`: a clause, and no condition; whether it was reported.
    private mutating func clauseInWhere(_ node: Int) -> Bool {
        guard let word = lexeme(), isClauseStart(), !isFieldTest(), isSpeechStart(1) || isNameStart(1) || isDate(1),
            lexeme(1) != nil
        else { return false }
        let edit = Finding.Edit(range: ByteRange(lexemes[position - 1].range.lower, word.range.lower), replacement: "")
        report(.habit(.clauseInWhere, found: word.text, edit: edit), word.range)
        close(node, as: .unexpected)
        return true
    }

    /// `in csv`, `to csv`: a format; whether it was reported.
    mutating func reportFormat() -> Bool {
        guard OutputFormat(rawValue: keyword(1)) != nil, let word = lexeme(1), word.isLowerCase else { return false }
        let whole = range(position..<(position + 2))
        report(.habit(.formatAfterIn, found: "", edit: .init(range: whole, replacement: "as \(word.text)")), whole)
        leaf(.unexpected, 2)
        return true
    }

    private mutating func number() {
        note(.number)
        if let word = lexeme(), let number = Parser.number(word.keyword) {
            missing(.number, edit: .init(range: word.range, replacement: number))
            position += 1
        } else if kind() == .number {
            if lexeme()?.text.contains(".") == true {
                reportHere(.notANumber(field: "", text: lexeme()?.text ?? ""))
            }
            leaf(.number)
        } else {
            missing(.number)
        }
    }
}
