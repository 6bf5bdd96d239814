import Dates
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
            reportNoDate(word)
        } else {
            missing(.date)
        }
        lastDateClause = (start, first..<position)
    }

    /// `on 13 Januar 2014`, `on 1/2014`: what is meant may be seen.
    mutating func reportNoDate(_ word: Lexeme, field: Field? = nil) {
        var length = 1
        var meant: String?
        let months = (1...12).map(MonthName.name)
        if word.kind == .number, lexeme(1)?.text == "/" || lexeme(1)?.text == ".", let year = lexeme(2),
            year.text.utf8.count == 4, let number = Int(year.text), let month = Int(word.text),
            let interval = DateInterval(year: number, month: month)
        {
            (length, meant) = (3, interval.description)
        } else if let index = [0, 1].first(where: { index in
            (index == 0 || kind() == .number) && kind(index) == .word
                && Nearest.word(to: lexeme(index)?.text ?? "", among: months) != nil
        }), let month = Nearest.word(to: lexeme(index)?.text ?? "", among: months) {
            length = index + 1
            while kind(length) == .number { length += 1 }
            let words = (0..<length).map { $0 == index ? month : lexeme($0)?.text ?? "" }
            meant = words.joined(separator: " ")
        }
        let whole = range(position..<(position + length))
        let written = text(position..<(position + length))
        if meant == written { meant = nil }
        report(.notADate(field: field?.rawValue ?? "", text: written, suggestion: meant), whole)
        leaf(.missing, length)
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
        if reportFormat() { return }
        if keyword(1) == "all", keyword(2).hasPrefix("version"), let all = lexeme(1) {
            let whole = range((position + 1)..<(position + 3))
            report(
                .habit(.otherOperator, found: "all", edit: .init(range: whole, replacement: "any version")), all.range)
            leaf(.unexpected, 3)
        } else if keyword(1) == "any" {
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
            if keyword() == "or" { reportOtherDate(start) }
            close(node)
        } else if reportLastDays(start) {
            return
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

    /// `in 2014 or 2015`.
    private mutating func reportOtherDate(_ start: Int) {
        guard position + 1 < lexemes.count, let other = DateReading(lexemes[(position + 1)...]) else { return }
        let second = (position + 1)..<(position + 1 + other.count)
        let edit = Finding.Edit(
            range: range(start..<second.upperBound),
            replacement: "where date in (\(text((start + 1)..<position)), \(text(second)))")
        report(.habit(.dateOfField, found: "", edit: edit), edit.range)
        position = second.upperBound
    }

    /// `in the last 3 days`; whether it was reported.
    private mutating func reportLastDays(_ start: Int) -> Bool {
        let first = keyword(1) == "the" ? 2 : 1
        guard ["last", "past"].contains(keyword(first)), kind(first + 1) == .number,
            DateReading.unit(keyword(first + 2)) != nil
        else { return false }
        let days = (position + first + 1)..<(position + first + 3)
        let edit = Finding.Edit(range: range(start..<days.upperBound), replacement: "since \(text(days)) ago")
        report(.habit(.dateAlone, found: "", edit: edit), edit.range)
        leaf(.unexpected, first + 3)
        return true
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
