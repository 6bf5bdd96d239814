import SpeechVerbs

/// Where reported words end, and where they begin when they stand before their cue.
enum ContentExtent {
    /// The end of words that begin at `start`: before the next attribution of the same sentence, an aside about the words, or the
    /// sentence's end.
    /// - Parameter cues: the sentence's cues, by the token of their verb.
    static func end(
        of kind: Complement.Kind, from start: Int, in document: Document, cues: [Int: CueCandidate]
    ) -> Int {
        let sentence = document.sentence(of: start)
        var index = start + 1
        while index < sentence.upperBound {
            if document.isQuoted(index) {
                // American style puts the comma before the closing mark.
                if document.lower(index) == ",", index + 1 < sentence.upperBound, !document.isQuoted(index + 1),
                    startsAttribution(after: index + 1, sentence, document, cues)
                {
                    return index
                }
                index += 1
                continue
            }
            let token = document.tokens[index]
            if kind == .nominal, index > start + 1, startsSubordinate(index, sentence, document) { return index }
            if [",", "and", "but", "--", ";"].contains(token.lower) {
                if startsAttribution(after: index, sentence, document, cues) { return index }
                if token.lower == ",", startsAside(after: index, kind, sentence, document) { return index }
                if token.lower == "--", isUnpaired(index, start, sentence, document) { return index }
            }
            index += 1
        }
        return trimmed(sentence.upperBound, from: start, document)
    }

    /// The end without the sentence's final punctuation.
    static func trimmed(_ end: Int, from start: Int, _ document: Document) -> Int {
        var end = end
        while end > start + 1, !document.isQuoted(end - 1), document.tokens[end - 1].kind == .punctuation,
            [".", ",", "?", "!", ";", ":", "--"].contains(document.lower(end - 1))
        {
            end -= 1
        }
        return end
    }

    /// Whether `, adding that`, `, but warned`, `, while Mr Kerry said` or `, according to` stands at a comma or a conjunction.
    private static func startsAttribution(
        after index: Int, _ sentence: Range<Int>, _ document: Document, _ cues: [Int: CueCandidate]
    ) -> Bool {
        var position = index + 1
        let isComma =
            document.lower(index) == "," || document.tokens[index].isMark || document.tokens[index].kind == .singleMark
        while position < sentence.upperBound,
            ["and", "but", "while", "though", "although", "yet", "then", "as"].contains(document.lower(position))
                || document.tokens[position].isAdverb
        {
            position += 1
        }
        guard position < sentence.upperBound, !document.isQuoted(position) else { return false }
        if let cue = cues[position] ?? cueVerb(of: position, cues) {
            guard takesWords(cue) else { return false }
            return cue.tense == .accordingTo
                ? isComma : isComma && cue.tense == .gerund || cue.tense == .past || cue.tense == .perfect
        }
        // A new subject: only after a comma or a dash, and where its verb is a cue that takes words.
        guard isComma, let subject = document.nounPhrase(from: position, before: sentence.upperBound, isLong: false)
        else { return false }
        var verb = subject.upperBound
        while verb < sentence.upperBound, document.tokens[verb].isAdverb { verb += 1 }
        guard let cue = cues[verb] ?? cueVerb(of: verb, cues) else { return false }
        return cue.tense != .gerund && takesWords(cue)
            && (document.tokens[subject.lowerBound].isCapitalized || document.tokens[subject.lowerBound].isPronoun
                || WordClass.determiners.contains(document.lower(subject.lowerBound)))
    }

    /// Whether a cue introduces words, and not only the name of what was said or a thought.
    private static func takesWords(_ cue: CueCandidate) -> Bool {
        !cue.complements.isDisjoint(with: [.clause, .thatClause, .quoted]) && !cue.complements.contains(.thought)
    }

    /// The cue whose auxiliaries begin at a token.
    private static func cueVerb(of token: Int, _ cues: [Int: CueCandidate]) -> CueCandidate? {
        (1...3).lazy.compactMap { cues[token + $0] }.first { $0.tokens.lowerBound == token }
    }

    /// Whether what follows a comma speaks about the words: `, an accusation the government rejected`; of a noun phrase also a
    /// relative clause.
    private static func startsAside(
        after comma: Int, _ kind: Complement.Kind, _ sentence: Range<Int>, _ document: Document
    ) -> Bool {
        guard comma + 1 < sentence.upperBound else { return false }
        let next = document.lower(comma + 1)
        if kind == .nominal, ["which", "where", "who", "whose", "saying"].contains(next) { return true }
        return ["a", "an", "the"].contains(next) && WordClass.speechNouns.contains(document.lower(comma + 2))
    }

    /// Whether a clause of its own begins in a noun phrase: `aid as rebels fight`.
    private static func startsSubordinate(_ index: Int, _ sentence: Range<Int>, _ document: Document) -> Bool {
        let next = document.lower(index + 1)
        switch document.lower(index) {
        case "while", "because", "when", "amid", "although", "though": return true
        case "as": return next.hasSuffix("s") || ["the", "he", "she", "they", "it"].contains(next)
        default: return false
        }
    }

    /// Whether the dash at `index` opens an aside that no second dash closes.
    private static func isUnpaired(_ index: Int, _ start: Int, _ sentence: Range<Int>, _ document: Document) -> Bool {
        let dashes = (start..<sentence.upperBound).filter { document.lower($0) == "--" && !document.isQuoted($0) }
        return dashes.count == 1 && dashes[0] == index
    }
}
