import Text

extension Parser {
    /// Forms of `do`, `have` and `be` before a verb.
    static let auxiliaries: Set<String> = [
        "did", "does", "do", "has", "have", "had", "was", "is", "were", "are", "been",
    ]

    /// A question, to the end of the statement.
    mutating func question() {
        note(.question)
        questionStart = position
        let node = open(.question)
        if headWord() == "the", Query.Noun(rawValue: headWord(1)) != nil { position += 1 }
        if head() { clauses() } else { foreignHead() }
        if isQuestionEnd { position += 1 }
        close(node)
    }

    /// The head of a question; false where it is none that is known.
    private mutating func head() -> Bool {
        let word = headWord()
        switch word {
        case "who": whoHead()
        case "what", "when", "where":
            guard Parser.auxiliaries.contains(keyword(1)) else {
                guard word != "where", !isClauseStart(1) else { return false }
                return headWithoutAuxiliary()
            }
            didHead()
        case "how" where keyword(1) == "many" || lexeme(1) == nil: return howManyHead()
        case "wordings": wordingsHead()
        case "changes": changesHead()
        default:
            guard Query.Noun(rawValue: word) != nil, kind(1) != .equal else { return false }
            headKind = .nounHead
            let node = open(.nounHead)
            leaf(.noun)
            note(.words)
            if isSpeechStart(), !isFieldTest(), !isUnquotedHabit, !isSearchField { speechOrHabit() }
            close(node)
        }
        return true
    }

    /// `quotes not by Kerry`: no words.
    private var isUnquotedHabit: Bool { keyword() == "not" && lexeme(1) == nil }

    /// `who [AUX] VERB [object] [speech]`.
    private mutating func whoHead() {
        headKind = .whoHead
        let node = open(.whoHead)
        position += 1
        while Parser.auxiliaries.contains(keyword()) { position += 1 }
        if whoHabit() {
            close(node)
            return
        }
        if keyword() == "not" || ["didn't", "hasn't", "didn’t", "hasn’t"].contains(keyword()) {
            let whole = range(questionStart..<min(position + 2, lexemes.count))
            let edit = Finding.Edit(range: whole, replacement: "speakers without")
            report(.habit(.notSaid, found: "", edit: edit), range(position..<(position + 1)))
            skipAll()
        } else {
            verb()
            speechAfterVerb()
        }
        close(node)
    }

    /// The verb, after which `lastVerb` is what it takes.
    private mutating func verb() {
        note(.verb)
        lastVerb = nil
        guard let word = lexeme(), word.kind == .word, isVerb(position) || !isClauseStart() else {
            missing(.verb)
            return
        }
        if !SpokenVerb.isForm(word.keyword), word.isLowerCase, SpokenVerb.isForm(keyword(1)), let next = lexeme(1) {
            // `who all said`: the verb is read all the same.
            let edit = Finding.Edit(range: ByteRange(word.range.lower, next.range.lower), replacement: "")
            reportHere(.habit(.filler, found: word.text, edit: edit))
            position += 1
            return verb()
        }
        guard let verb = SpokenVerb(word.keyword, particle: particle()) else {
            let suggestion = word.isLowerCase ? SpokenVerb.nearest(to: word.text, isPast: headKind == .whoHead) : nil
            reportHere(.unknownVerb(word.text, suggestion: suggestion))
            leaf(.missing)
            return
        }
        lastVerb = verb
        leaf(.verb, verb.count)
        if verb.acts.isEmpty, keyword() == "of", isSpeechStart(1) { position += 1 }
    }

    /// The word after a verb that can belong to it; `on` before a date is a clause.
    private func particle() -> String? {
        guard let word = lexeme(1), !word.keyword.isEmpty else { return nil }
        if word.keyword == "on", lexeme(2) != nil, isDate(2) { return nil }
        return word.keyword
    }

    /// `[object] [speech]`.
    private mutating func speechAfterVerb() {
        if let verb = lastVerb, verb.takesPerson || verb.takesTarget {
            note(.value(.to))
            if isObject(of: verb) {
                names(of: .to)
                if let words = lastWords, words.end == position, isBareWord(), !isMatcherStart() {
                    reportPhrase(from: words.start)
                    skipToClause()
                    return
                }
                if ["of", "for", "as"].contains(keyword()), isSpeechStart(1) { position += 1 }
            }
        }
        if keyword() == "that", isSpeechStart(1) { position += 1 }
        note(.words)
        if lastVerb != nil, Parser.askingWords.contains(keyword()), keyword() != "where" || lexeme(1) == nil,
            let word = lexeme(),
            lexeme(1) == nil || isClauseStart(1)
        {
            let edit = Finding.Edit(range: ByteRange(previousEnd, word.range.upper), replacement: "")
            reportHere(.habit(.filler, found: word.text, edit: edit))
            position += 1
        }
        if isSpeechStart() { speechOrHabit() }
    }

    /// After a verb that takes a person, a name is that person; words in quotation marks only before further words.
    private func isObject(of verb: SpokenVerb) -> Bool {
        if bareNameLength() > 0 || keyword() == "the" && bareNameLength(1) > 0 { return true }
        if isBareWord() { return verb.takesPerson && !verb.takesNominal }
        let isQuoted = kind() == .string || kind() == .variable
        let joints = verb.takesTarget ? ["that", "of", "for", "as"] : ["that"]
        return isQuoted && (verb.takesPerson || verb.takesTarget)
            && (isSpeechStart(1) || joints.contains(keyword(1)) && isSpeechStart(2))
    }

    /// `what did SUBJECT VERB [object] [speech]`.
    private mutating func didHead() {
        headKind = .didHead
        let node = open(.didHead)
        position += 1
        while Parser.auxiliaries.contains(keyword()) { position += 1 }
        note(.subject)
        if passiveHabit() {
            close(node)
            return
        }
        subject()
        if subjectFailed {
            close(node)
            return
        }
        while Parser.auxiliaries.contains(keyword()) { position += 1 }
        verb()
        speechAfterVerb()
        close(node)
    }

    /// The words up to the last of the first run of small verbs of the catalogue.
    private mutating func subject() {
        subjectFailed = false
        let start = position
        guard let verb = verbPosition() else {
            subjectWithoutVerb()
            return
        }
        if keyword() == "the", position + 1 < verb { position += 1 }
        if position == verb {
            missing(.subject)
            return
        }
        subject(from: position, to: verb, start)
    }

    private mutating func subject(from first: Int, to verb: Int, _ start: Int) {
        let node = open(.subject)
        var part = first
        for index in first...verb {
            let word = index < verb ? lexemes[index].keyword : "or"
            if index < verb, word == "not" || word == "never" {
                report(.habit(.notSaid, found: "", edit: nil), lexemes[index].range)
            }
            guard word == "or" || word == "and" && index + 1 < verb && index > part else { continue }
            if word == "and", !problems.contains(where: { $0.finding.code == "E0422" }) {
                let names = (text(first..<index), text((index + 1)..<verb))
                let found = "where speaker = \(names.0) and speaker = \(names.1)"
                let range = lexemes[index].range
                report(.habit(.jointOrEither, found: found, edit: .init(range: range, replacement: "or")), range)
            }
            position = part
            if index > part {
                let kind = lexemes[part].kind
                let isString = kind == .string || kind == .unclosedString || kind == .foreignString
                if index == part + 1, isString {
                    string()
                } else if index == part + 1, kind == .variable {
                    leaf(.variable)
                } else {
                    leaf(.name, index - part)
                }
            } else {
                missing(.subject)
            }
            part = index + 1
        }
        position = verb
        close(node)
    }

    /// Where the verb of a `did` question stands.
    private func verbPosition() -> Int? {
        var index = position
        while index < lexemes.count, !isVerb(index) {
            let lexeme = lexemes[index]
            guard
                lexeme.kind == .word || lexeme.kind == .string || lexeme.kind == .variable || lexeme.kind == .number
                    || lexeme.kind == .foreignString, lexeme.keyword.isEmpty || !isClauseKeyword(index, in: position)
            else { return nil }
            index += 1
        }
        guard index < lexemes.count else { return nil }
        while index + 1 < lexemes.count, isVerb(index + 1) { index += 1 }
        return index
    }

    /// Inside a subject `of`, `to` and their kin may be part of a name; `where`, `about` and such never are.
    private func isClauseKeyword(_ index: Int, in start: Int) -> Bool {
        index > start
            && ["where", "about", "with", "without", "per", "since", "until", "between", "as"].contains(
                lexemes[index].keyword)
    }

    private func isVerb(_ index: Int) -> Bool {
        let word = lexemes[index]
        guard word.kind == .word, word.isLowerCase || !word.keyword.isEmpty && index > position else { return false }
        if word.keyword == "order", index + 1 == lexemes.count || lexemes[index + 1].keyword != "by" { return true }
        return SpokenVerb.isForm(word.keyword) && !Catalogue.clauseKeywords.contains(word.keyword)
    }

    /// `what did Kerry`, `what did Kerry sya about Iran`.
    private mutating func subjectWithoutVerb() {
        var end = position
        while end < lexemes.count,
            lexemes[end].kind == .word || lexemes[end].kind == .string || lexemes[end].kind == .variable,
            end == position || !Catalogue.clauseKeywords.contains(lexemes[end].keyword)
        {
            end += 1
        }
        if end == position {
            missing(.subject)
        } else if let wrong = (position..<end).last(where: {
            lexemes[$0].isLowerCase && lexemes[$0].kind == .word && !["and", "or"].contains(lexemes[$0].keyword)
        }), wrong > position {
            let suggestion = SpokenVerb.nearest(to: lexemes[wrong].text, isPast: false)
            report(.unknownVerb(lexemes[wrong].text, suggestion: suggestion), lexemes[wrong].range)
            leaf(.subject, wrong - position)
            leaf(.missing)
            if isSpeechStart() { speech() }
        } else {
            let verbEnd = lexemes[end - 1].range.upper
            leaf(.subject, end - position)
            note(.verb, .subject)
            missing(.verb, edit: .init(range: ByteRange(verbEnd, verbEnd), replacement: " say"))
        }
        subjectFailed = true
    }

    /// `what Kerry said`: an auxiliary is missing.
    private mutating func headWithoutAuxiliary() -> Bool {
        headKind = .didHead
        let node = open(.didHead)
        position += 1
        note(.auxiliary)
        // `what Kerry said` becomes `what did Kerry say`.
        let verb = (position..<lexemes.count).first { $0 > position && SpokenVerb.isForm(lexemes[$0].keyword) }
        let edit = verb.map { verb in
            Finding.Edit(
                range: range(position..<(verb + 1)),
                replacement: "did \(text(position..<verb)) \(SpokenVerb.infinitive(of: lexemes[verb].keyword))")
        }
        missing(.auxiliary, edit: edit)
        skipAll()
        close(node)
        return true
    }

    private mutating func howManyHead() -> Bool {
        if lexeme(1) != nil, ["times", "people", "persons"].contains(keyword(2)) { return false }
        if Parser.auxiliaries.contains(keyword(2)) { return false }
        headKind = .howManyHead
        let node = open(.howManyHead)
        position = min(position + 2, lexemes.count)
        note(.noun)
        if let word = lexeme(), word.kind == .word, !isClauseStart() {
            if Query.Noun(rawValue: word.keyword) == nil {
                let synonyms = [
                    "stories": "articles", "newspapers": "outlets", "papers": "outlets", "persons": "speakers",
                ]
                let nearest = Nearest.word(to: word.text, among: Query.Noun.allCases.map(\.rawValue))
                reportHere(.unknownNoun(word.text, suggestion: synonyms[word.keyword] ?? nearest))
            }
            leaf(.noun)
            note(.words)
            if isSpeechStart(), !isFieldTest() { speechOrHabit() }
        } else {
            missing(.noun)
        }
        close(node)
        return true
    }

    private mutating func wordingsHead() {
        headKind = .wordingsHead
        let node = open(.wordingsHead)
        position += 1
        if keyword() == "of" { position += 1 }
        speech()
        close(node)
    }

    private mutating func changesHead() {
        headKind = .changesHead
        let node = open(.changesHead)
        position += 1
        if keyword() == "of" {
            position += 1
            if keyword() == "quotes" { leaf(.noun) } else { missing(.noun) }
        }
        let isClause = keyword(1) == "any" && keyword(2) == "version"
        if keyword() == "in", !isClause, isNameStart(1), DateReading(lexemes[(position + 1)...]) == nil {
            position += 1
            name(of: .article)
        }
        close(node)
    }
}
