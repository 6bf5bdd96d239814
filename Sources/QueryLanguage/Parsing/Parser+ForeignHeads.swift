import Text

extension Parser {
    /// A statement that begins like no question here: its habit is named, and its fix given where there is one.
    mutating func foreignHead() {
        guard let first = lexeme() else {
            missing(.question)
            return
        }
        if lexeme(1)?.text == ":", first.kind == .word, lexeme(2) != nil {
            reportSearchFields()
        } else if position == 0, let (habit, found, edit) = foreignHabit(first) {
            let words = lexemes.prefix { lexeme in habit == .filler && edit?.range.contains(lexeme.range) == true }
                .count
            report(.habit(habit, found: found, edit: edit), range(0..<max(1, words)))
        } else if first.kind == .foreignComment {
            reportComment()
        } else if first.kind == .unclosedString || first.kind == .foreignString {
            string()
        } else if isClauseStart() || isCondition(first) || Parser.clauseSynonyms[first.keyword] != nil {
            let isCondition = isFieldTest()
            let start = ByteRange(first.range.lower, first.range.lower)
            let edit = Finding.Edit(range: start, replacement: isCondition ? "quotes where " : "quotes ")
            reportHere(.clauseWithoutQuestion(first.text, edit: edit))
        } else {
            unknownStart(first)
        }
        skipAll()
    }

    /// `speaker = Kerry`, of whatever spelling.
    private func isCondition(_ first: Lexeme) -> Bool { isFieldTest() && Field.suggestion(for: first.text) != nil }

    private mutating func unknownStart(_ first: Lexeme) {
        let word = first.text.lowercased()
        var edit: Finding.Edit?
        let synonyms = [
            "whom": "who", "which": "quotes", "grep": "quotes", "search": "quotes", "find": "quotes", "get": "quotes",
            "list": "quotes", "statement": "statements",
            "people": "speakers", "persons": "speakers", "newspapers": "outlets", "stories": "articles",
            "sources": "speakers", "diff": "changes", "quote": "quotes", "quotations": "quotes", "assert": "expect",
            "import": "include", "define": "let", "def": "let", "set": "let", "var": "let",
        ]
        let heads =
            ["who", "what", "when", "where", "wordings", "changes"] + Query.Noun.allCases.map(\.rawValue)
        let commands = ["let", "expect", "show", "explain", "describe", "include"]
        let start = ByteRange(first.range.lower, first.range.lower)
        if kind(1) == .equal, lexeme(2) != nil {
            edit = .init(range: start, replacement: "let ")
        } else if let synonym = synonyms[word] {
            edit = .init(range: first.range, replacement: synonym)
        } else if SpokenVerb.isForm(word), keyword(1) != "me" {
            edit =
                keyword(1) == "by"
                ? .init(range: first.range, replacement: "quotes") : .init(range: start, replacement: "who ")
        } else if first.kind == .variable {
            edit = .init(range: start, replacement: "who said ")
        } else if let nearest = Nearest.word(to: word, among: heads + commands), nearest != word {
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
        case "help", "exit", "quit", "?":
            let isHelp = word == "help" || word == "?"
            let rest = isHelp && lexemes.count > 1 ? " " + text(1..<lexemes.count) : ""
            return (.dotless, "", .init(range: whole, replacement: (isHelp ? ".help" : ".quit") + rest))
        case _ where Catalogue.entries.contains { $0.kind == .dotCommand && $0.name == "." + word }:
            return (.dotless, "", .init(range: whole, replacement: "." + text(0..<lexemes.count)))
        case "how" where ["did", "does", "do"].contains(keyword(1)):
            return (.whyDid, "how", .init(range: first.range, replacement: "what"))
        case "how": return manyHabit()
        case "top" where kind(1) == .number || Query.Noun(rawValue: keyword(1)) != nil:
            return (.topFirst, "", topEdit())
        case "most":
            return (.mostQuoted, "", .init(range: whole, replacement: "how many quotes per speaker"))
        case "latest", "newest", "recent", "last", "first", "earliest", "oldest":
            guard Query.Noun(rawValue: keyword(1)) != nil else { break }
            let direction = ["first", "earliest", "oldest"].contains(word) ? "" : " desc"
            let replacement = text(1..<lexemes.count) + " order by date" + direction
            return (.latestFirst, "", .init(range: whole, replacement: replacement))
        case "direct", "indirect", "mixed", "unnamed", "anonymous", "named":
            return kindHabit(word).map { (.kindFirst, "", $0) }
        default: break
        }
        return countHabit(word) ?? fillerHabit() ?? blankHabit(word, first) ?? didHabit(word, first)
            ?? aloneHabit(first, start)
    }

    /// Words or a name alone: `"ceasefire"`, `Kerry`, `Kerry said "aid"`, `Kerry's quotes`.
    private func aloneHabit(_ first: Lexeme, _ start: ByteRange) -> (Finding.Habit, String, Finding.Edit?)? {
        if isMatcherStart(), first.kind == .string || first.kind == .regex {
            return (.wordsAlone, "", .init(range: start, replacement: "who said "))
        }
        let length = max(bareNameLength(), SpokenVerb.isForm(keyword(1)) && isBareWord() ? 1 : 0)
        guard length > 0, !SpokenVerb.isForm(first.keyword) else { return nil }
        let name = text(0..<length)
        if keyword(length) == "quotes" {
            let owner = name.hasSuffix("'s") || name.hasSuffix("’s") ? String(name.dropLast(2)) : name
            return (.nameAlone, "", .init(range: range(0..<(length + 1)), replacement: "quotes by \(owner)"))
        }
        if length == lexemes.count {
            return (.nameAlone, "", .init(range: range(0..<length), replacement: "what did \(name) say"))
        }
        if SpokenVerb.isForm(keyword(length)) {
            let verb = SpokenVerb.infinitive(of: keyword(length))
            return (
                .nameAlone, "", .init(range: range(0..<(length + 1)), replacement: "what did \(name) \(verb)")
            )
        }
        return nil
    }

    /// `did Kerry say "aid"`, `why …` is no verb here.
    private func didHabit(_ word: String, _ first: Lexeme) -> (Finding.Habit, String, Finding.Edit?)? {
        guard ["did", "does", "has", "have", "do"].contains(word) else { return nil }
        return (.didFirst, "", .init(range: first.range, replacement: "what did"))
    }

    /// `count(*)`, `count quotes`, `number of quotes`.
    private func countHabit(_ word: String) -> (Finding.Habit, String, Finding.Edit?)? {
        guard word == "count" || word == "number" else { return nil }
        let end = lexemes.firstIndex { Query.Noun(rawValue: $0.keyword) != nil }
        if let end {
            return (
                .howManyTimes, "", .init(range: range(0..<(end + 1)), replacement: "how many \(text(end..<(end + 1)))")
            )
        }
        let close = lexemes.firstIndex { $0.kind == .closeParenthesis } ?? 0
        return (.howManyTimes, "", .init(range: range(0..<(close + 1)), replacement: "how many quotes"))
    }

    /// `please …`, `list all …`, `can you tell me …`: words before the question.
    private func fillerHabit() -> (Finding.Habit, String, Finding.Edit?)? {
        let fillers: Set<String> = [
            "please", "can", "could", "would", "will", "you", "tell", "give", "get", "find", "list", "show", "me", "us",
            "all", "the", "a", "an", "any", "every", "some", "search", "for", "fetch", "display", "print", "i", "want",
            "to", "know",
            "see", "like", "distinct", "unique", "is", "are", "there", "and", "ok", "now", "then", "so", "of",
        ]
        let count = lexemes.prefix { fillers.contains($0.text.lowercased()) || $0.text == "," }.count
        guard count > 0, count < lexemes.count else { return nil }
        let head = lexemes[count]
        let heads: Set<String> = ["who", "what", "when", "where", "how", "wordings", "changes"]
        let plural = Query.Noun(rawValue: head.keyword + "s")
        let isHead = heads.contains(head.keyword) || Query.Noun(rawValue: head.keyword) != nil || plural != nil
        guard isHead else { return nil }
        let range = ByteRange(lexemes[0].range.lower, plural == nil ? head.range.lower : head.range.upper)
        return (.filler, text(0..<count), .init(range: range, replacement: plural?.rawValue ?? ""))
    }

    /// `whosaid "aid"`, `whatdid Kerry say`.
    private func blankHabit(_ word: String, _ first: Lexeme) -> (Finding.Habit, String, Finding.Edit?)? {
        for head in ["who", "what", "when", "where", "howmany"] where word.hasPrefix(head) {
            let rest = String(word.dropFirst(head.count))
            let isTwoWords =
                head == "howmany"
                ? rest.isEmpty
                : head == "who" ? SpokenVerb.isForm(rest) : Parser.auxiliaries.contains(rest)
            guard isTwoWords else { continue }
            let apart = head == "howmany" ? "how many" : "\(head) \(rest)"
            return (.missingBlank, first.text, .init(range: first.range, replacement: apart))
        }
        return nil
    }

    /// `direct quotes`, `unnamed sources`.
    private func kindHabit(_ word: String) -> Finding.Edit? {
        let synonyms = ["sources": Query.Noun.speakers, "people": .speakers, "quotations": .quotes, "speech": .quotes]
        guard let noun = Query.Noun(rawValue: keyword(1)) ?? synonyms[keyword(1)] else { return nil }
        let condition =
            Catalogue.kinds.contains(word) ? "kind = \(word)" : "speaker is \(word == "named" ? word : "unnamed")"
        return .init(range: range(0..<2), replacement: "\(noun.rawValue) where \(condition)")
    }

    /// `how many times did Kerry say "x"`, `how often …`, `how many people said "x"`, `how much quotes`.
    private func manyHabit() -> (Finding.Habit, String, Finding.Edit?)? {
        let second = keyword(1)
        if second == "much" {
            return (.howManyTimes, "", .init(range: range(0..<2), replacement: "how many"))
        }
        if second == "often" || keyword(2) == "times" || second == "many" && Parser.auxiliaries.contains(keyword(2)) {
            let start = keyword(2) == "times" ? 3 : 2
            var edit: Finding.Edit?
            if Parser.auxiliaries.contains(keyword(start)),
                let verb = (start + 1..<max(start + 1, lexemes.count)).first(where: {
                    SpokenVerb.isForm(lexemes[$0].keyword)
                }), verb > start + 1
            {
                let rest = verb + 1 < lexemes.count ? " " + text((verb + 1)..<lexemes.count) : ""
                edit = .init(
                    range: range(0..<lexemes.count),
                    replacement: "how many quotes\(rest) by \(text((start + 1)..<verb))")
            }
            return (.howManyTimes, "", edit)
        }
        guard second == "many", keyword(2) == "people" || keyword(2) == "persons" else { return nil }
        let takesVerb = SpokenVerb.isForm(keyword(3))
        return (
            .howManyPeople, "",
            .init(range: range(0..<(takesVerb ? 4 : 3)), replacement: "how many speakers")
        )
    }

    /// `top 5 speakers …` → `how many quotes per speaker … top 5`.
    private func topEdit() -> Finding.Edit? {
        let place = kind(1) == .number ? 2 : 1
        guard let noun = Query.Noun(rawValue: keyword(place)) else { return nil }
        let rest = lexemes.count > place + 1 ? " " + text((place + 1)..<lexemes.count) : ""
        let head =
            switch noun {
            case .speakers: "how many quotes per speaker"
            case .outlets: "how many quotes per outlet"
            case .articles: "how many quotes per article"
            case .quotes, .statements: noun.rawValue
            }
        let top = place == 2 ? " top \(lexemes[1].text)" : ""
        return .init(range: range(0..<lexemes.count), replacement: head + rest + top)
    }

    /// `SELECT … FROM quotes WHERE …` → `quotes where …`; `SELECT count(*) …` → `how many quotes …`.
    private func sqlEdit() -> Finding.Edit? {
        guard let from = lexemes.firstIndex(where: { $0.keyword == "from" }), from + 1 < lexemes.count else {
            return nil
        }
        let columns = lexemes[1..<from].map { $0.text.lowercased() }
        let table = lexemes[from + 1].text.lowercased()
        var noun = Query.Noun(rawValue: table) ?? Query.Noun(rawValue: table + "s") ?? .quotes
        if columns.first == "distinct", let column = columns.last, let things = Query.Noun(rawValue: column + "s") {
            noun = things
        }
        let head = columns.contains("count") ? "how many \(noun.rawValue)" : noun.rawValue
        return .init(range: range(0..<(from + 2)), replacement: head)
    }
}
