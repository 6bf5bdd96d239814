/// The words around an attribution's cue that are neither its source nor what was said: whom it was said to, when, where, on what occasion
/// and in what medium. Where the words stand is known by now, so that nothing in between can be a part of them.
struct AttributingClause {
    private let document: Document

    init(_ document: Document) { self.document = document }

    /// The same attribution with all of the phrases that its clause holds.
    func completed(_ attribution: Attribution) -> Attribution {
        guard let cue = attribution.cue else { return attribution }
        var attribution = attribution
        if let source = attribution.source { attribution.source = withoutAdjuncts(source) }
        var start = cue.tokens.upperBound
        if let source = attribution.source, source.lowerBound == start { start = source.upperBound }
        let sentence = document.sentence(of: cue.verb)
        let end = attribution.content.map(\.lowerBound).filter { $0 >= start }.min() ?? Int.max
        let limit = min(end, sentence.upperBound)
        if let addressee = attribution.addressee, addressee.upperBound <= limit {
            let whole = withWhatItIsOf(withItsNoun(addressee, before: limit), before: limit)
            attribution.addressee = isReply(addressee) ? nil : whole
            attribution.adjuncts.removeAll { $0.overlaps(whole) }
            start = max(start, whole.upperBound)
        }
        for phrase in phrases(from: start, before: limit) + phrases(behind: attribution.content, in: sentence) {
            if document.lower(phrase.lowerBound) == "to" {
                attribution.addressee = attribution.addressee ?? (phrase.lowerBound + 1)..<phrase.upperBound
            } else if !attribution.adjuncts.contains(where: phrase.overlaps) {
                attribution.adjuncts.append(phrase)
            }
        }
        return attribution
    }

    /// The phrases that follow what was said, where the first of them tells on what occasion or in what medium: `called for help in a
    /// statement on Monday`.
    private func phrases(behind content: [Range<Int>], in sentence: Range<Int>) -> [Range<Int>] {
        guard let last = content.last, sentence.contains(last.lowerBound), !document.isQuoted(last.upperBound - 1)
        else { return [] }
        let start = document.lower(last.upperBound) == "," ? last.upperBound + 1 : last.upperBound
        let phrases = phrases(from: start, before: sentence.upperBound)
        return phrases.first.map(isSpeech) ?? false ? phrases : []
    }

    /// The phrases that stand one after another from `start` on: prepositions with their nouns, and days.
    func phrases(from start: Int, before end: Int) -> [Range<Int>] {
        var phrases: [Range<Int>] = []
        var index = start
        while index + 1 < end, let phrase = phrase(at: index, before: end, after: phrases.last) {
            phrases.append(phrase)
            index = phrase.upperBound
        }
        return phrases
    }

    /// The day, or the preposition with its noun phrase, that begins at a token.
    private func phrase(at index: Int, before end: Int, after previous: Range<Int>?) -> Range<Int>? {
        let token = document.tokens[index]
        guard !document.isQuoted(index) else { return nil }
        if token.isWeekday { return index..<(index + 1) }
        guard WordClass.prepositions.contains(token.lower), token.lower != "as" else { return nil }
        if document.tokens[index + 1].isWeekday { return index..<(index + 2) }
        // `her` before a noun is whose it is; a noun phrase takes it for a pronoun.
        let isPossessive =
            document.lower(index + 1) == "her" && index + 2 < end && document.tokens[index + 2].isOpenClass
        let isTo = token.lower == "to"
        guard let noun = document.nounPhrase(from: index + (isPossessive ? 2 : 1), before: end, isLong: !isTo) else {
            return nil
        }
        if isTo {
            guard let previous, isSpeech(previous), isPerson(noun) else { return nil }
        }
        return index..<noun.upperBound
    }

    /// Whether a phrase after `to` is what somebody replies to: `in reply to a question`.
    private func isReply(_ phrase: Range<Int>) -> Bool {
        document.lower(phrase.lowerBound - 1) == "to"
            && ["reply", "response", "answer", "reaction"].contains(document.lower(phrase.lowerBound - 2))
    }

    /// An addressee that ends in whose it is, with its noun: `the BBC’s` → `the BBC’s Today programme`.
    private func withItsNoun(_ addressee: Range<Int>, before limit: Int) -> Range<Int> {
        var end = addressee.upperBound
        guard document.lower(end - 1) == "'s" else { return addressee }
        while end < limit, !document.isQuoted(end), !document.tokens[end].isWeekday,
            document.tokens[end].isCapitalized || document.tokens[end].isOpenClass
        {
            end += 1
        }
        return addressee.lowerBound..<end
    }

    /// An addressee with what it is of: `a crowd of farmers`, `the head of the union`; not `Kerry of plans`.
    private func withWhatItIsOf(_ addressee: Range<Int>, before limit: Int) -> Range<Int> {
        let of = addressee.upperBound
        guard of + 1 < limit, document.lower(of) == "of", !document.tokens[of - 1].isPronoun,
            let noun = document.nounPhrase(from: of + 1, before: limit, isLong: false), noun.upperBound <= limit,
            !document.tokens[of - 1].isCapitalized || document.tokens[noun.lowerBound].isCapitalized
        else { return addressee }
        return withWhatItIsOf(addressee.lowerBound..<noun.upperBound, before: limit)
    }

    /// A source up to the phrase after its name that tells where the words stand: `Jones in a letter` → `Jones`.
    private func withoutAdjuncts(_ source: Range<Int>) -> Range<Int> {
        let preposition = source.dropFirst().first { index in
            ["in", "at", "during", "through"].contains(document.lower(index))
                && document.tokens[index - 1].isCapitalized
                && isSpeech(index..<source.upperBound)
        }
        return source.lowerBound..<(preposition ?? source.upperBound)
    }

    /// What people speak on, or in, that is the head of a noun phrase.
    enum Setting { case occasion, medium }

    /// What a noun phrase names, by its head: its last word before a preposition, in the singular. A name tells nothing: the `Washington
    /// Post` is no post. An interview is a medium after `in`, and an occasion after `during`.
    func setting(_ phrase: Range<Int>, after preposition: String) -> Setting? {
        let end = phrase.first { WordClass.prepositions.contains(document.lower($0)) } ?? phrase.upperBound
        guard end > phrase.lowerBound else { return nil }
        let word = document.lower(end - 1)
        let noun = word.hasSuffix("s") && !WordClass.occasionNouns.contains(word) ? String(word.dropLast()) : word
        let isName = document.tokens[end - 1].isCapitalized
        let isMedium = isName ? WordClass.mediumNames.contains(noun) : WordClass.mediumNouns.contains(noun)
        if isMedium, ["in", "on", "over", "through", "via", "by", "to"].contains(preposition) { return .medium }
        return !isName && WordClass.occasionNouns.contains(noun) ? .occasion : nil
    }

    /// Whether a phrase with its preposition names what people speak on or in, and to somebody: `in a speech`, `in a letter`.
    private func isSpeech(_ phrase: Range<Int>) -> Bool {
        setting((phrase.lowerBound + 1)..<phrase.upperBound, after: document.lower(phrase.lowerBound)) != nil
    }

    /// Whether what follows `to` is somebody, and not an infinitive.
    private func isPerson(_ phrase: Range<Int>) -> Bool {
        let first = document.tokens[phrase.lowerBound]
        guard !first.isCapitalized, !WordClass.determiners.contains(first.lower) else { return true }
        return phrase.count == 1
            && (WordClass.audiences.contains(first.lower)
                || ["ers", "ists", "ors", "ants", "ents", "ees"].contains { first.lower.hasSuffix($0) })
    }
}
