import SpeechVerbs

/// What follows a cue: whom it was said to, when and where, and the words.
struct Complement {
    enum Kind {
        /// `that …`.
        case thatClause
        /// A clause without `that`.
        case bareClause
        /// `whether …`, `what …`.
        case question
        /// Quoted words at once.
        case quoted
        /// A noun phrase that names what was said.
        case nominal
        /// A person and what is said of them: `Iran of backing …`.
        case target
    }

    /// The first token of the words; nil where none follow.
    var start: Int?
    var kind: Kind?
    var addressee: Range<Int>?
    var adjuncts: [Range<Int>] = []

    /// Nothing follows.
    init() {}

    /// Reads what follows a cue in its sentence.
    init(after cue: CueCandidate, in document: Document) {
        let end = document.sentence(of: cue.verb).upperBound
        var index = cue.tokens.upperBound
        index = Complement.skipAdverbs(index, end, document)
        if cue.complements.contains(.person), let phrase = Complement.addressee(index, end, document) {
            addressee = phrase
            index = phrase.upperBound
        }
        index = skipAdjuncts(index, end, document)
        if document.lower(index) == ",", index + 2 < end {
            // `said, in a statement, that …`; `said, “…`
            let next = skipAdjuncts(index + 1, end, document)
            if next > index + 1, document.lower(next) == "," {
                index = next + 1
            } else if document.tokens[next].isMark || document.tokens[next].kind == .singleMark {
                index = next
            }
        }
        guard index < end else { return }
        read(cue, at: index, end, document)
        if start == nil, !cue.complements.isDisjoint(with: [.clause, .thatClause]),
            let that = Complement.laterThat(index, end, document)
        {
            adjuncts.append(index..<that)
            (start, kind) = (that + 1, .thatClause)
        }
    }

    /// A `that` a few words on, before any verb or mark: `told the morning show on Monday that …`.
    private static func laterThat(_ index: Int, _ end: Int, _ document: Document) -> Int? {
        for position in index..<max(index, min(index + 14, end - 1)) {
            let token = document.tokens[position]
            if token.lower == "that" {
                return position > index && !document.tokens[position + 1].isVerbal ? position : nil
            }
            // An infinitive begins other words: `agreed to a plan that …`.
            if token.lower == "to" { return nil }
            let isBarrier = token.kind == .punctuation || token.isMark || document.looksLikeVerb(position)
            if isBarrier || document.isQuoted(position) { return nil }
        }
        return nil
    }

    private mutating func read(_ cue: CueCandidate, at index: Int, _ end: Int, _ document: Document) {
        let token = document.tokens[index]
        let opensQuotation = index + 1 < end && document.isQuoted(index + 1) && !document.isQuoted(index)
        if token.lower == ":" || token.lower == "--" {
            guard index + 1 < end, token.lower == ":" || document.tokens[index + 1].isMark,
                !cue.complements.isDisjoint(with: [.clause, .quoted, .thatClause])
            else { return }
            (start, kind) = (index + 1, index + 2 < end && document.isQuoted(index + 2) ? .quoted : .bareClause)
        } else if token.lower == "that", index + 1 < end, !cue.complements.isDisjoint(with: [.clause, .thatClause]) {
            (start, kind) = (index + 1, .thatClause)
        } else if opensQuotation,
            !cue.complements.isDisjoint(with: [.quoted, .clause, .target])
                || Complement.nominalLemmas.contains(cue.lemma)
        {
            (start, kind) = (index, .quoted)
        } else if WordClass.questionWords.contains(token.lower), cue.complements.contains(.question) {
            (start, kind) = (index, .question)
        } else if cue.complements.contains(.clause), startsClause(index, end, document),
            document.hasFiniteVerb(index..<end)
        {
            (start, kind) = (index, .bareClause)
        } else if cue.complements.contains(.target),
            let target = document.nounPhrase(from: index, before: end, isLong: false),
            readTarget(cue, target, end, document)
        {
            return
        } else if cue.complements.contains(.nominal), startsNominal(index, document),
            Complement.nominalLemmas.contains(cue.lemma)
        {
            (start, kind) = (index, .nominal)
        } else if Complement.confesses(cue, index, document) {
            (start, kind) = (index, .nominal)
        }
    }

    /// `accused Iran of …`, `calls both ‘critical countries’`, `described it as …`.
    private mutating func readTarget(_ cue: CueCandidate, _ target: Range<Int>, _ end: Int, _ document: Document)
        -> Bool
    {
        let next = target.upperBound
        guard next < end else { return false }
        let reach = cue.act == .describe ? 5 : 2
        let isQuoted = (next..<min(next + reach, end)).contains { document.isQuoted($0) }
        let takesOf = cue.act == .accuse && ["of", "for"].contains(document.lower(next))
        let takesAs = ["as", "to"].contains(document.lower(next)) && cue.act == .describe
        guard isQuoted || takesOf || takesAs else { return false }
        (start, kind) = (target.lowerBound, .target)
        return true
    }

    private func startsClause(_ index: Int, _ end: Int, _ document: Document) -> Bool {
        let token = document.tokens[index]
        if token.isPronoun || token.lower == "there" { return true }
        return WordClass.determiners.contains(token.lower) || token.isOpenClass || token.isAdverb
            || [
                "if", "once", "as", "when", "after", "while", "in", "at", "because", "for", "under", "until", "unless",
                "despite",
            ]
            .contains(token.lower)
    }

    private func startsNominal(_ index: Int, _ document: Document) -> Bool {
        let token = document.tokens[index]
        return token.isOpenClass && !token.isAdverb || WordClass.determiners.contains(token.lower) || token.isMark
    }

    /// Whether a gerund after a verb of confessing tells what somebody did, or did not do: `denied having closed it`, `admitted lying to
    /// them`.
    static func confesses(_ cue: CueCandidate, _ index: Int, _ document: Document) -> Bool {
        let token = document.tokens[index]
        return ["deny", "admit", "acknowledge"].contains(cue.lemma) && token.kind == .word
            && token.lower.hasSuffix("ing")
            && !WordClass.prepositions.contains(token.lower) && !document.isQuoted(index)
    }

    /// The verbs whose noun phrase names what was said often enough to be taken for it.
    private static let nominalLemmas: Set<String> = [
        "stress", "emphasise", "emphasize", "underline", "underscore", "reiterate", "cite", "question", "reject",
        "deny", "deride",
        "object", "denounce", "condemn", "demand", "call", "criticise", "criticize", "blast", "mock", "ridicule",
        "dismiss", "dispute",
        "voice", "express", "tell", "speak", "predict",
    ]
}

// MARK: - Addressees and adjuncts

extension Complement {
    static func skipAdverbs(_ index: Int, _ end: Int, _ document: Document) -> Int {
        var index = index
        while index < end, document.tokens[index].isAdverb, document.lower(index) != "there",
            !isDayWord(index, document),
            !document.isQuoted(index)
        {
            index += 1
        }
        return index
    }

    private static func isDayWord(_ index: Int, _ document: Document) -> Bool {
        ["yesterday", "today", "tonight"].contains(document.lower(index))
    }

    /// The person addressed: `told him`, `told reporters`, `told Al Jazeera`, `warned the council`.
    private static func addressee(_ index: Int, _ end: Int, _ document: Document) -> Range<Int>? {
        guard index < end, !document.isQuoted(index) else { return nil }
        let token = document.tokens[index]
        if token.isPronoun {
            return WordClass.objectPronouns.contains(token.lower) ? index..<(index + 1) : nil
        }
        guard WordClass.determiners.contains(token.lower) || token.isOpenClass else { return nil }
        guard token.lower != "that", let phrase = document.nounPhrase(from: index, before: end, isLong: false) else {
            return nil
        }
        return phrase
    }

    /// Steps over phrases of time, place, occasion and medium, and over a further addressee (`said to reporters`).
    private mutating func skipAdjuncts(_ index: Int, _ end: Int, _ document: Document) -> Int {
        var index = index
        while index < end, !document.isQuoted(index) {
            index = Complement.skipAdverbs(index, end, document)
            guard index < end else { break }
            let token = document.tokens[index]
            if token.isWeekday || Complement.isDayWord(index, document) {
                adjuncts.append(index..<(index + 1))
                index += 1
            } else if ["last", "this", "earlier"].contains(token.lower), index + 1 < end,
                WordClass.timeNouns.contains(document.lower(index + 1)) || document.tokens[index + 1].isWeekday
            {
                adjuncts.append(index..<(index + 2))
                index += 2
            } else if WordClass.prepositions.contains(token.lower), index + 1 < end,
                document.tokens[index + 1].isWeekday
            {
                adjuncts.append(index..<(index + 2))
                index += 2
            } else if [
                "in", "on", "at", "during", "after", "before", "from", "through", "via", "to", "of", "with", "by",
            ].contains(token.lower),
                let phrase = document.nounPhrase(from: index + 1, before: end),
                isAdjunct(phrase, after: token.lower, document)
            {
                if token.lower == "to" { addressee = addressee ?? phrase }
                let next = Complement.yearEnd(after: phrase, document) ?? phrase.upperBound
                adjuncts.append(index..<next)
                index = next
            } else {
                break
            }
        }
        return index
    }

    /// The end of `, 2021,` after `June 3`.
    private static func yearEnd(after phrase: Range<Int>, _ document: Document) -> Int? {
        let comma = phrase.upperBound
        guard document.lower(comma) == ",", document.lower(comma + 1).utf8.count == 4,
            Int(document.lower(comma + 1)) != nil,
            phrase.contains(where: { WordClass.months.contains(document.lower($0)) })
        else { return nil }
        return document.lower(comma + 2) == "," ? comma + 3 : comma + 2
    }

    /// Whether what follows `to` is somebody, and not an infinitive.
    private func isPerson(_ phrase: Range<Int>, _ document: Document) -> Bool {
        let first = document.tokens[phrase.lowerBound]
        let last = document.lower(phrase.upperBound - 1)
        return first.isCapitalized || first.isPronoun || WordClass.determiners.contains(first.lower)
            || ["ers", "ists", "ors", "ants", "ents"].contains { last.hasSuffix($0) }
    }

    /// Whether a prepositional phrase after a cue belongs to the attribution: it does where a clause, a mark, or the sentence's end
    /// follows, and not where its noun is the subject of a verb.
    private func isAdjunct(_ phrase: Range<Int>, after preposition: String, _ document: Document) -> Bool {
        guard document.lower(phrase.lowerBound) != "least", document.lower(phrase.lowerBound) != "all" else {
            return false
        }
        if preposition == "to", !isPerson(phrase, document) { return false }
        let next = phrase.upperBound
        guard document.tokens.indices.contains(next),
            document.tokens[next].paragraph == document.tokens[phrase.lowerBound].paragraph
        else { return true }
        return !document.looksLikeVerb(next) || document.tokens[next].lower == "that"
    }
}
