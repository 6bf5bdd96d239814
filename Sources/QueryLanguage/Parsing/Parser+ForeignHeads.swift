import Text

extension Parser {
    /// A statement that begins like no question here: its habit is named, and its fix given where there is one.
    mutating func foreignHead() {
        guard let first = lexeme() else {
            missing(.question)
            return
        }
        if let (habit, found, edit) = foreignHabit(first) {
            report(.habit(habit, found: found, edit: edit), first.range)
        } else if first.kind == .foreignComment {
            reportComment()
        } else if first.kind == .unclosedString || first.kind == .foreignString {
            string()
        } else if isClauseStart() {
            let edit = Finding.Edit(range: ByteRange(first.range.lower, first.range.lower), replacement: "quotes ")
            reportHere(.clauseWithoutQuestion(first.text, edit: edit))
        } else {
            unknownStart(first)
        }
        skipAll()
    }

    private mutating func unknownStart(_ first: Lexeme) {
        let word = first.text.lowercased()
        var edit: Finding.Edit?
        let synonyms = [
            "count": "how many", "whom": "who", "which": "quotes", "find": "quotes", "search": "quotes",
            "list": "quotes", "get": "quotes", "give": "quotes", "number": "how many", "statement": "statements",
            "people": "speakers", "persons": "speakers", "newspapers": "outlets", "stories": "articles",
            "sources": "speakers", "diff": "changes",
        ]
        let heads =
            ["who", "what", "when", "where", "how", "wordings", "changes"] + Query.Noun.allCases.map(\.rawValue)
        let commands = ["let", "expect", "show", "explain", "describe", "include"]
        let skips =
            ["find", "list", "get", "give", "count", "number"].contains(word)
            && Query.Noun(rawValue: keyword(1)) != nil
        if let synonym = synonyms[word] {
            let isCount = synonym == "how many"
            edit =
                skips && !isCount
                ? .init(
                    range: ByteRange(first.range.lower, lexeme(1)?.range.lower ?? first.range.upper), replacement: "")
                : .init(range: first.range, replacement: synonym)
        } else if SpokenVerb.isForm(word), keyword(1) != "me" {
            edit = .init(range: ByteRange(first.range.lower, first.range.lower), replacement: "who ")
        } else if let nearest = Nearest.word(to: word, among: heads + commands) {
            edit = .init(range: first.range, replacement: nearest)
        }
        reportHere(.unknownStart(first.text, edit: edit))
    }

    private func foreignHabit(_ first: Lexeme) -> (Finding.Habit, String, Finding.Edit?)? {
        let word = first.text.lowercased()
        let whole = range(0..<lexemes.count)
        let start = ByteRange(whole.lower, whole.lower)
        switch word {
        case "select" where first.kind == .word: return (.sql, "", sqlEdit())
        case "help", "exit", "quit":
            let rest = word == "help" && lexemes.count > 1 ? " " + text(1..<lexemes.count) : ""
            return (.dotless, "", .init(range: whole, replacement: (word == "help" ? ".help" : ".quit") + rest))
        case "did", "does", "has", "have", "do":
            return (
                .didFirst, "", .init(range: ByteRange(first.range.lower, first.range.upper), replacement: "what did")
            )
        case "how" where keyword(1) == "many": return manyHabit()
        case "top" where kind(1) == .number: return (.topFirst, "", topEdit())
        case "latest", "newest", "recent", "last", "first", "earliest", "oldest":
            guard Query.Noun(rawValue: keyword(1)) != nil else { return nil }
            let direction = ["first", "earliest", "oldest"].contains(word) ? "" : " desc"
            let replacement = text(1..<lexemes.count) + " order by date" + direction
            return (.latestFirst, "", .init(range: whole, replacement: replacement))
        default: break
        }
        if isMatcherStart(), first.kind == .string || first.kind == .regex {
            return (.wordsAlone, "", .init(range: start, replacement: "who said "))
        }
        let length = bareNameLength()
        guard length > 0 else { return nil }
        if length == lexemes.count {
            return (.nameAlone, "", .init(range: whole, replacement: "what did \(text(0..<length)) say"))
        }
        if SpokenVerb.isForm(keyword(length)) {
            return (.nameAlone, "", .init(range: start, replacement: "what did "))
        }
        return nil
    }

    /// `how many times did Kerry say "x"`, `how many people said "x"`.
    private func manyHabit() -> (Finding.Habit, String, Finding.Edit?)? {
        if keyword(2) == "times" {
            var edit: Finding.Edit?
            if Parser.auxiliaries.contains(keyword(3)),
                let verb = (4..<max(4, lexemes.count)).first(where: { SpokenVerb.isForm(lexemes[$0].keyword) }),
                verb > 4
            {
                let rest = verb + 1 < lexemes.count ? " " + text((verb + 1)..<lexemes.count) : ""
                edit = .init(
                    range: range(0..<lexemes.count), replacement: "how many quotes\(rest) by \(text(4..<verb))")
            }
            return (.howManyTimes, "", edit)
        }
        guard keyword(2) == "people" || keyword(2) == "persons" else { return nil }
        let takesVerb = SpokenVerb.isForm(keyword(3))
        return (
            .howManyPeople, "",
            .init(range: range(0..<(takesVerb ? 4 : 3)), replacement: "how many speakers")
        )
    }

    /// `top 5 speakers …` → `how many quotes per speaker … top 5`.
    private func topEdit() -> Finding.Edit? {
        guard let noun = Query.Noun(rawValue: keyword(2)) else { return nil }
        let number = lexemes[1].text
        let rest = lexemes.count > 3 ? " " + text(3..<lexemes.count) : ""
        let head =
            switch noun {
            case .speakers: "how many quotes per speaker"
            case .outlets: "how many quotes per outlet"
            case .articles: "how many quotes per article"
            case .quotes, .statements: noun.rawValue
            }
        return .init(range: range(0..<lexemes.count), replacement: "\(head)\(rest) top \(number)")
    }

    /// `SELECT … FROM quotes WHERE …` → `quotes where …`.
    private func sqlEdit() -> Finding.Edit? {
        guard let from = lexemes.firstIndex(where: { $0.keyword == "from" }), from + 1 < lexemes.count else {
            return nil
        }
        let table = lexemes[from + 1].text.lowercased()
        let noun = Query.Noun(rawValue: table) ?? Query.Noun(rawValue: table + "s") ?? .quotes
        return .init(range: range(0..<(from + 2)), replacement: noun.rawValue)
    }
}
