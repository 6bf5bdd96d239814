import Text

extension Parser {
    /// Words that no bare word is meant to be: they belong to clauses of other languages.
    private static let foreignClauseWords: Set<String> = [
        "from", "of", "limit", "group", "sort", "during", "regarding", "concerning", "containing", "having", "like",
        "and", "or", "is", "are", "ago", "asc", "desc", "near", "not", "ties", "that", "for", "mentioning", "re",
        "orderby", "groupby", "sortby", "distinct", "unique", "ascending", "descending", "but", "contains", "dated",
    ]

    /// Whether one bare word can stand here: written small, and no keyword of a clause.
    func isBareWord(_ distance: Int = 0) -> Bool {
        guard let lexeme = lexeme(distance), lexeme.kind == .word, !lexeme.isCapitalised else { return false }
        if ["first", "head", "take", "fetch", "top"].contains(lexeme.keyword), kind(distance + 1) == .number {
            return false
        }
        return !isClauseStart(distance) && !Parser.foreignClauseWords.contains(lexeme.keyword)
    }

    /// The number of lexemes of a capitalised name that begins here; 0 where none does.
    ///
    ///     Bank of America in Paris   // 3
    func bareNameLength(_ distance: Int = 0) -> Int {
        var length = 0
        while let lexeme = lexeme(distance + length), lexeme.kind == .word, isParticle(lexeme) { length += 1 }
        if isForeignClause(distance) { return 0 }
        guard length == 0 || length <= 3 && lexeme(distance + length)?.isCapitalised == true,
            !["of", "for", "the", "&"].contains(lexeme(distance)?.text ?? "")
        else { return 0 }
        guard lexeme(distance + length)?.isCapitalised == true else { return 0 }
        length += 1
        while let next = lexeme(distance + length), next.kind == .word {
            if next.isCapitalised, !endsName(distance + length) {
                length += 1
                continue
            }
            var particles = 0
            while let particle = lexeme(distance + length + particles), isParticle(particle), particles < 3 {
                particles += 1
            }
            guard particles > 0, lexeme(distance + length + particles)?.isCapitalised == true,
                !endsName(distance + length + particles)
            else { break }
            length += particles + 1
        }
        return length
    }

    private func isParticle(_ lexeme: Lexeme) -> Bool { Catalogue.particles.contains(lexeme.text) }

    /// `GROUP BY`, `LIMIT 5`: clauses of SQL, which no name begins with.
    private func isForeignClause(_ distance: Int) -> Bool {
        switch keyword(distance) {
        case "group", "sort": keyword(distance + 1) == "by"
        case "limit": kind(distance + 1) == .number
        default: false
        }
    }

    /// Inside a name a keyword in ALL CAPS ends it: `by KERRY WHERE …`.
    private func endsName(_ distance: Int) -> Bool {
        isClauseStart(distance) || isForeignClause(distance) || keyword(distance) == "and" || keyword(distance) == "or"
    }

    /// A capitalised name or one bare word; false where neither stands here.
    mutating func bareNameOrWord() -> Bool {
        if keyword() == "the", bareNameLength(1) > 0 || isBareWord(1) { position += 1 }
        let start = position
        let length = bareNameLength()
        if length > 0 {
            leaf(.name, length)
        } else if isBareWord() {
            leaf(.word)
        } else {
            return false
        }
        lastWords = (start, position)
        return true
    }

    /// Whether a name can begin here.
    func isNameStart(_ distance: Int = 0) -> Bool {
        switch kind(distance) {
        case .string, .unclosedString, .foreignString, .variable: true
        case .word:
            bareNameLength(distance) > 0 || isBareWord(distance)
                || keyword(distance) == "the" && bareNameLength(distance + 1) > 0
        default: false
        }
    }

    /// `NAME or NAME`, of a field.
    mutating func names(of field: Field) {
        note(.value(field))
        let node = open(.names)
        let start = position
        name(of: field)
        while keyword() == "or" && (isNameStart(1) || lexeme(1) == nil) {
            position += 1
            name(of: field)
        }
        if keyword() == "and", isNameStart(1), field != .place, !isFieldTest(1) {
            reportJoint(field, start)
            position += 1
            name(of: field)
        }
        close(node)
    }

    /// One name.
    mutating func name(of field: Field) {
        switch kind() {
        case .string, .unclosedString, .foreignString: string()
        case .variable: leaf(.variable)
        default:
            if !bareNameOrWord() { missing(.value(field)) }
        }
    }

    /// `Kerry and Lavrov`: either, or together?
    private mutating func reportJoint(_ field: Field, _ start: Int) {
        let first = text(start..<position)
        var second = 1
        let length = bareNameLength(1)
        second += max(1, length)
        let other = text((position + 1)..<(position + second))
        let range = lexemes[position].range
        let found = "where \(field.rawValue) = \(first) and \(field.rawValue) = \(other)"
        report(.habit(.jointOrEither, found: found, edit: .init(range: range, replacement: "or")), range)
    }

    /// A string in whatever quotation marks; those that are wrong or never closed are reported.
    mutating func string() {
        guard let lexeme = lexeme() else { return }
        if lexeme.kind == .foreignString {
            report(.singleQuotes(content: lexeme.stringContent), lexeme.range)
        } else if lexeme.kind == .unclosedString {
            let closer =
                lexeme.text.hasPrefix("“") || lexeme.text.hasPrefix("„") ? "”" : lexeme.text.hasPrefix("«") ? "»" : "\""
            report(.unclosedString(closer: closer), lexeme.range)
        }
        leaf(.string)
    }
}
