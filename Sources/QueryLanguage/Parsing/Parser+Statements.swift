import Text

extension Parser {
    /// One statement, whatever it is.
    mutating func statement() {
        note(.statement)
        guard sweep(), let first = lexeme() else { return }
        switch first.keyword {
        case _ where first.kind == .dotCommand: leaf(.dotCommand)
        case "let": definition()
        case "expect": expectation()
        case "show", "why", "open": reference(first)
        case "explain":
            let node = open(.command)
            position += 1
            question()
            close(node)
        case "describe":
            let node = open(.command)
            position += 1
            note(.topic)
            if kind() == .string { string() } else if !isAtEnd { leaf(.name, lexemes.count - position) }
            close(node)
        case "include":
            let node = open(.command)
            position += 1
            note(.path)
            if [.string, .unclosedString, .foreignString].contains(kind()) { string() } else { missingPath() }
            close(node)
            strayRest()
        case "correct", "reject", "merge", "split", "undo", "corrections":
            editorial(first.keyword)
            strayRest()
        case _ where first.kind == .reference:
            let edit = Finding.Edit(range: ByteRange(first.range.lower, first.range.lower), replacement: "show ")
            reportHere(.unknownStart(first.text, edit: edit))
            skipAll()
        default: question()
        }
    }

    /// `include names.ask`: a path without its quotation marks.
    private mutating func missingPath() {
        guard let first = lexeme(), let last = lexemes.last else { return missing(.path) }
        let isPath = (position..<lexemes.count - 1).allSatisfy { touches($0) }
        let whole = first.range.union(last.range)
        let path = lexemes[position...].map(\.text).joined()
        missing(.path, edit: isPath ? .init(range: whole, replacement: quotation(path)) : nil)
        skipAll()
    }

    /// What is left after a statement that takes no clauses.
    private mutating func strayRest() {
        guard !isAtEnd else { return }
        if kind() == .closeParenthesis {
            reportHere(.strayParenthesis)
        } else if problems.isEmpty {
            reportHere(.unexpected(lexeme()?.text ?? ""))
        }
        skipAll()
    }

    /// `show #2`.
    private mutating func reference(_ command: Lexeme) {
        let node = open(.command)
        position += 1
        note(.reference)
        if kind() == .reference {
            leaf(.reference)
        } else if command.keyword == "show", let next = lexeme(),
            Query.Noun(rawValue: next.keyword) != nil || ["who", "what", "me", "the", "all"].contains(next.keyword)
        {
            var words = 0
            while ["me", "the", "all", "us"].contains(keyword(words)), lexeme(words + 1) != nil { words += 1 }
            let upper = lexeme(words)?.range.lower ?? next.range.lower
            let edit = Finding.Edit(range: ByteRange(command.range.lower, upper), replacement: "")
            report(.habit(.showQuestion, found: "", edit: edit), command.range)
            skipAll()
        } else if command.keyword == "why", Parser.auxiliaries.contains(keyword()) {
            let edit = Finding.Edit(range: command.range, replacement: "what")
            report(.habit(.whyDid, found: "why", edit: edit), command.range)
            skipAll()
        } else {
            missingReference()
        }
        close(node)
        strayRest()
    }

    /// `show 2`, `show row 2`: the number of a row begins with `#`.
    private mutating func missingReference() {
        let skips = ["row", "rows", "number", "no", "quote"].contains(keyword()) || lexeme()?.text == "#" ? 1 : 0
        guard kind(skips) == .number, let number = lexeme(skips), lexeme(skips + 1) == nil, let first = lexeme() else {
            return missing(.reference)
        }
        missing(
            .reference, edit: .init(range: first.range.union(number.range), replacement: "#" + number.text))
        skipAll()
    }

    /// `let NAME = words | condition | value | question`.
    private mutating func definition() {
        let node = open(.definition)
        position += 1
        note(.newName)
        if let name = lexeme(), name.kind == .word {
            leaf(.newName)
        } else if let name = lexeme(), name.kind == .variable {
            let edit = Finding.Edit(range: name.range, replacement: String(name.text.dropFirst()))
            missing(.newName, edit: edit)
            position += 1
        } else {
            missing(.newName)
        }
        if kind() == .equal {
            position += 1
            definedValue()
        } else if problems.isEmpty {
            let sign = kind() == .foreignOperator || ["be", "is", "as"].contains(keyword()) ? lexeme() : nil
            missing(
                .equals,
                edit: sign.map { .init(range: $0.range, replacement: $0.text == ":" ? " =" : "=") } ?? insertion(" ="))
            skipAll()
        }
        close(node)
        strayRest()
    }

    private func insertion(_ text: String) -> Finding.Edit {
        .init(range: ByteRange(previousEnd, previousEnd), replacement: text)
    }

    private mutating func definedValue() {
        note(.question, .value(nil), .condition)
        if isQuestionHead() {
            question()
        } else if isDefinedCondition() {
            condition()
        } else if position < lexemes.count, let reading = DateReading(lexemes[position...]),
            kind() != .word || position + reading.count == lexemes.count
        {
            leaf(.date, reading.count)
        } else if kind() == .number {
            leaf(.number)
        } else if isMatcherStart() {
            matcher()
        } else if !bareNameOrWord() {
            missing(.value(nil))
        }
    }

    /// Whether a condition stands here: something in it is a test.
    private func isDefinedCondition() -> Bool { (position..<lexemes.count).contains { isFieldTest($0 - position) } }

    private func isQuestionHead() -> Bool {
        let word = headWord()
        if word == "the" { return Query.Noun(rawValue: headWord(1)) != nil }
        if ["what", "when", "where"].contains(word) { return Parser.auxiliaries.contains(keyword(1)) }
        if word == "who", SpokenVerb.isForm(keyword(1)) || Parser.auxiliaries.contains(keyword(1)) { return true }
        return ["who", "wordings", "changes"].contains(keyword()) || word == "how" && keyword(1) == "many"
            || Query.Noun(rawValue: keyword()) != nil
    }

    /// `expect no rows`, `expect at least 2 rows`, `expect every row where …`.
    private mutating func expectation() {
        let node = open(.expectation)
        position += 1
        note(.rows)
        switch keyword() {
        case "no" where keyword(1) == "rows" || keyword(1) == "row", "some", "every", "no", "first":
            quantifiedRows()
        case "at" where keyword(1) == "least" || keyword(1) == "most":
            leaf(.property, 2)
            countedRows()
        case "exactly":
            position += 1
            countedRows()
        case "all", "each", "any", "nothing", "none": foreignQuantifier()
        default: countedRows()
        }
        close(node)
        strayRest()
    }

    private mutating func countedRows() {
        guard kind() == .number else {
            let number = Parser.number(keyword())
            missing(
                .rows, edit: number.flatMap { number in lexeme().map { .init(range: $0.range, replacement: number) } })
            skipAll()
            return
        }
        leaf(.number)
        rowsWord()
    }

    /// `expect all rows where …`, `expect nothing`.
    private mutating func foreignQuantifier() {
        guard let word = lexeme() else { return }
        let replacement = ["all": "every", "each": "every", "any": "some"][word.keyword] ?? "no rows"
        report(
            .habit(.otherOperator, found: word.text, edit: .init(range: word.range, replacement: replacement)),
            word.range)
        skipAll()
    }

    private mutating func quantifiedRows() {
        let quantifier = keyword()
        leaf(.property)
        rowsWord()
        if keyword() == "where" {
            let node = open(.whereClause)
            position += 1
            condition()
            close(node)
        } else if quantifier != "no" {
            note(.condition)
            missing(.condition, edit: nil)
        }
    }

    private mutating func rowsWord() {
        note(.rowsWord)
        if keyword() == "row" || keyword() == "rows" {
            position += 1
        } else {
            missing(.rowsWord, edit: insertion(" rows"))
        }
    }
}
