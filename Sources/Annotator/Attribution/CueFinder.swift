import SpeechVerbs

/// A verb, or `according to`, that may attribute words to somebody, with its auxiliaries.
struct CueCandidate {
    /// The tokens from the first auxiliary to the verb, and its particle: `has said`, `calls for`.
    let tokens: Range<Int>
    /// The token of the verb itself.
    let verb: Int
    let lemma: String
    let act: SpeechAct
    let complements: SpeechVerb.Complements
    let tense: Tense

    /// The same expression, taken for another act.
    func performing(_ act: SpeechAct) -> CueCandidate {
        CueCandidate(tokens: tokens, verb: verb, lemma: lemma, act: act, complements: complements, tense: tense)
    }

    /// The forms in which a verb attributes.
    enum Tense {
        case past, present, perfect, pastPerfect, gerund, accordingTo
    }
}

extension CueCandidate {
    /// A cue that only its surroundings tell: a verb or a noun that no catalogue has, or a form that the rules pass over.
    init(learnedAt index: Int, in document: Document) {
        let word = document.lower(index)
        let next = document.lower(index + 1)
        let reading = SpeechVerb.readings(ofForm: word).first { $0.verb.particle == nil || $0.verb.particle == next }
        let isPreposition = word == "according" && next == "to"
        let hasParticle = reading?.verb.particle != nil
        let isSaying = isPreposition || word == ":"
        self.init(
            tokens: index..<(isPreposition || hasParticle ? index + 2 : index + 1), verb: index,
            lemma: isPreposition ? "according to" : reading?.verb.lemma ?? word,
            act: isSaying ? .say : reading?.verb.act ?? .think,
            complements: isSaying ? .clause : reading?.verb.complements ?? [],
            tense: isPreposition ? .accordingTo : .present)
    }
}

/// Finds the verbs of saying of a document, outside of quotations.
enum CueFinder {
    /// The candidates in the order of the text; negated, passive, modal and infinitive ones are left out.
    static func cues(in document: Document) -> [CueCandidate] {
        var cues: [CueCandidate] = []
        for index in document.tokens.indices where !document.isQuoted(index) {
            if let cue = accordingTo(document, index) ?? verb(document, index) { cues.append(cue) }
        }
        return cues
    }

    /// Whether a word is a form of a verb that introduces quoted words.
    static func isQuotingVerb(_ word: String) -> Bool {
        SpeechVerb.readings(ofForm: word).contains { $0.verb.complements.contains(.quoted) && $0.inflection != .base }
    }

    /// Whether a verb says, by its auxiliaries or by the verb above it, that nothing was said: `did not say`, `might say`, `wants to say`.
    static func isUnsaid(_ document: Document, _ index: Int) -> Bool {
        let group = auxiliaries(document, before: index)
        if group.isNegated || group.words.contains(where: { WordClass.modals.contains($0) }) { return true }
        guard group.words.first == "to" else { return false }
        return SpeechVerb.readings(ofForm: document.lower(group.start - 1)).contains {
            $0.verb.complements.contains(.thought) || $0.verb.act == .reject
        }
    }

    private static func accordingTo(_ document: Document, _ index: Int) -> CueCandidate? {
        guard document.lower(index) == "according", document.lower(index + 1) == "to" else { return nil }
        return CueCandidate(
            tokens: index..<(index + 2), verb: index, lemma: "according to", act: .say, complements: .clause,
            tense: .accordingTo)
    }

    private static func verb(_ document: Document, _ index: Int) -> CueCandidate? {
        let token = document.tokens[index]
        // A capital starts a sentence (`Said Kerry: …`) or a headline; elsewhere it is a name.
        guard token.kind == .word || token.kind == .capitalized && index == document.sentence(of: index).lowerBound
        else {
            return nil
        }
        let readings = SpeechVerb.readings(ofForm: token.lower)
        guard let reading = choose(readings, document, index) else { return nil }
        let end = reading.verb.particle == nil ? index + 1 : index + 2
        let group = auxiliaries(document, before: index)
        guard let tense = tense(of: reading.inflection, after: group, document, index) else { return nil }
        return CueCandidate(
            tokens: group.start..<end, verb: index, lemma: reading.verb.lemma, act: reading.verb.act,
            complements: reading.verb.complements, tense: tense)
    }

    /// The reading whose particle follows; else one without a particle.
    private static func choose(
        _ readings: [SpeechVerb.Reading], _ document: Document, _ index: Int
    ) -> SpeechVerb.Reading? {
        let next = document.lower(index + 1)
        if let phrasal = readings.first(where: { $0.verb.particle == next }) { return phrasal }
        return readings.first { $0.verb.particle == nil && $0.inflection != .base }
            ?? readings.first { $0.verb.particle == nil }
    }

    /// What stands before a verb and belongs to it.
    private struct Group {
        var start: Int
        var words: [String] = []
        var isNegated = false
    }

    private static func auxiliaries(_ document: Document, before verb: Int) -> Group {
        var group = Group(start: verb)
        let floor = document.sentence(of: verb).lowerBound
        var index = verb - 1
        while index >= floor, !document.isQuoted(index) {
            let token = document.tokens[index]
            if WordClass.negations.contains(token.lower) { group.isNegated = true }
            if token.isVerbal || token.lower == "to" || token.lower == "not" {
                group.words.insert(token.lower, at: 0)
                group.start = index
            } else if !token.isAdverb {
                break
            }
            index -= 1
        }
        return group
    }

    /// The tense of a verb after its auxiliaries; nil where it attributes nothing: negated, passive, modal, infinitive, or a noun.
    private static func tense(
        of inflection: SpeechVerb.Inflection, after group: Group, _ document: Document, _ index: Int
    ) -> CueCandidate.Tense? {
        guard !group.isNegated, !group.words.contains("to") else { return nil }
        guard !group.words.contains(where: { WordClass.modals.contains($0) }) else { return nil }
        let hasBe = group.words.contains {
            ["is", "are", "was", "were", "be", "been", "being", "am", "'re", "i'm"].contains($0)
        }
        let have = group.words.first {
            ["has", "have", "had", "having", "'ve", "i've", "we've", "they've"].contains($0)
        }
        switch inflection {
        case .gerund:
            if hasBe { return .present }
            let isAfterPreposition = ["after", "by", "before", "without"].contains(document.lower(index - 1))
            return isNominal(document, index) && !isAfterPreposition ? nil : .gerund
        case .past, .participle:
            if hasBe { return nil }
            if let have { return have == "had" ? .pastPerfect : .perfect }
            return inflection == .participle && !hasPastReading(document, index) || isNominal(document, index)
                ? nil : .past
        case .thirdPerson, .base:
            if hasBe || have != nil || isNominal(document, index) { return nil }
            if inflection == .thirdPerson, nounLike.contains(document.lower(index)),
                !hasNamedSubject(document, before: group.start)
            {
                return nil
            }
            return inflection == .base && !hasPluralSubject(document, before: group.start) ? nil : .present
        }
    }

    private static func hasPastReading(_ document: Document, _ index: Int) -> Bool {
        SpeechVerb.readings(ofForm: document.lower(index)).contains { $0.inflection == .past }
    }

    /// Third-person forms that are plurals of nouns more often than verbs.
    private static let nounLike: Set<String> = [
        "protests", "claims", "reports", "states", "notes", "calls", "questions", "demands", "charges", "orders",
        "comments",
        "remarks", "attacks", "supports", "requests", "estimates", "forecasts", "posts", "tweets", "blogs", "details",
        "answers",
        "counters", "objects", "plans", "hopes", "fears", "doubts", "worries", "jokes", "laughs", "cries", "labels",
        "brands",
        "quotes", "signals", "commands", "hints", "starts", "figures", "appeals", "judges",
    ]

    /// Whether a name, a pronoun or a comma stands before a verb, so that it can hardly be a noun.
    private static func hasNamedSubject(_ document: Document, before verb: Int) -> Bool {
        let floor = document.sentence(of: verb).lowerBound
        var index = verb - 1
        while index > floor, document.tokens[index].isAdverb { index -= 1 }
        guard index >= floor else { return false }
        let token = document.tokens[index]
        return token.isCapitalized || token.isPronoun || [",", ")", "which", "that"].contains(token.lower)
    }

    /// Whether what stands before a bare form can be its subject: `officials say`, `they say`, `Lee and Roe say`; not `the state`.
    private static func hasPluralSubject(_ document: Document, before verb: Int) -> Bool {
        let floor = document.sentence(of: verb).lowerBound
        var index = verb - 1
        while index > floor, document.tokens[index].isAdverb { index -= 1 }
        guard index >= floor, !document.isQuoted(index) else { return false }
        let token = document.tokens[index]
        let plurals: Set = [
            "who", "that", "which", "i", "we", "you", "they", "people", "police", "some", "many", "others",
        ]
        if [",", ")", "--"].contains(token.lower) || plurals.contains(token.lower) { return true }
        if token.lower.hasSuffix("s"), token.isWord, !token.isVerbal, token.lower != "'s" { return true }
        return token.isCapitalized && (max(floor, index - 4)..<index).contains { document.lower($0) == "and" }
    }

    /// Whether a form that can be a noun or an adjective stands where only one of those can: after a determiner, a preposition, a
    /// possessive or an adjective.
    private static func isNominal(_ document: Document, _ index: Int) -> Bool {
        guard index > document.sentence(of: index).lowerBound else { return false }
        let before = document.tokens[index - 1]
        if before.lower == "'s" || WordClass.prepositions.contains(before.lower) && before.lower != "as" { return true }
        return WordClass.determiners.contains(before.lower)
            && !["this", "that", "these", "those", "some", "many", "both", "all"].contains(before.lower)
    }
}
