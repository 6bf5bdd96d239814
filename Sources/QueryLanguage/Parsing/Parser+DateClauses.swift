import Text

extension Parser {
    /// `on DATE`, `since DATE` and their kin.
    mutating func dateClause(_ start: Int) {
        if keyword() == "on", !isDate(1), isSpeechStart(1) {
            reportTopic()
            return
        }
        let node = open(.dateClause)
        position += 1
        date(start)
        close(node)
    }

    /// Whether a date, or something meant as one, stands here.
    func isDate(_ distance: Int = 0) -> Bool {
        guard position + distance < lexemes.count else { return true }
        if kind(distance) == .string, let text = lexeme(distance)?.stringContent {
            return DateReading(Lowering.lexemes(inside: text)) != nil
        }
        return DateReading(lexemes[(position + distance)...]) != nil || kind(distance) == .variable
    }

    /// A date; `start` is where its clause begins.
    mutating func date(_ start: Int) {
        note(.date)
        let first = position
        if position < lexemes.count, let reading = DateReading(lexemes[position...]) {
            leaf(.date, reading.count)
        } else if kind() == .variable {
            leaf(.variable)
        } else if kind() == .string || kind() == .unclosedString || kind() == .foreignString {
            string()
        } else if let word = lexeme(), word.kind == .word || word.kind == .number, !isClauseStart() {
            reportHere(.notADate(field: "", text: word.text))
            leaf(.missing)
        } else {
            missing(.date)
        }
        lastDateClause = (start, first..<position)
    }

    mutating func betweenClause() {
        let node = open(.betweenClause)
        let start = position
        position += 1
        date(start)
        if keyword() == "and" {
            position += 1
        } else {
            missing(.connective)
        }
        date(start)
        close(node)
    }

    /// `in any version`, `in DATE`, `in PLACE`.
    mutating func inClause() {
        let start = position
        if keyword(1) == "any" {
            let node = open(.versionClause)
            position += 2
            note(.version)
            if keyword() == "version" || keyword() == "versions" { position += 1 } else { missing(.version) }
            close(node)
        } else if let reading = lexeme(1).flatMap({ _ in DateReading(lexemes[(position + 1)...]) }) {
            let node = open(.dateClause)
            position += 1
            _ = reading
            date(start)
            close(node)
        } else if keyword(1) == "the", bareNameLength(2) > 0 {
            reportOutlet()
        } else if keyword(1) == "version", kind(2) == .number {
            let edit = Finding.Edit(
                range: range(position..<(position + 3)), replacement: "where version = \(lexemes[position + 2].text)")
            report(.habit(.conditionWithoutWhere, found: "", edit: edit), edit.range)
            position += 3
        } else {
            let node = open(.placeClause)
            position += 1
            note(.place)
            if isNameStart() { names(of: .place) } else { missing(.place) }
            close(node)
        }
    }

    /// `in the Guardian`.
    private mutating func reportOutlet() {
        let length = bareNameLength(2)
        let name = (position + 2)..<(position + 2 + length)
        let whole = range(position..<name.upperBound)
        let edit = Finding.Edit(range: whole, replacement: "where outlet = \(quotation(text(name)))")
        report(.habit(.inOutlet, found: text(name), edit: edit), whole)
        leaf(.unexpected, 2 + length)
    }

    /// `what did Kerry say on Iran`.
    private mutating func reportTopic() {
        guard let on = lexeme() else { return }
        report(.habit(.onTopic, found: "", edit: .init(range: on.range, replacement: "about")), on.range)
        let node = open(.unexpected)
        position += 1
        speech()
        close(node)
    }
}
