/// Finds the noun phrases that say who says it.
enum SourceFinder {
    /// The subject of a cue, which stands before it; nil where there is none.
    /// - Parameter earlier: the source of the cue before it in the sentence, which a coordinated verb or a participle shares.
    static func subject(of cue: CueCandidate, in document: Document, earlier: Range<Int>?) -> Range<Int>? {
        let sentence = document.sentence(of: cue.verb)
        let floor = clauseFloor(document, cue.tokens.lowerBound, sentence.lowerBound)
        var end = cue.tokens.lowerBound
        while end > floor, document.tokens[end - 1].isAdverb, !document.isQuoted(end - 1) { end -= 1 }
        guard end > floor else {
            return cue.tense == .gerund && end == sentence.lowerBound
                ? mainSubject(document, sentence, after: cue.tokens.upperBound) : earlier
        }
        // `Ann Lee (R-Utah) said`
        if document.lower(end - 1) == ")", let open = (floor..<end).last(where: { document.lower($0) == "(" }),
            open > floor
        {
            end = open
        }
        let before = document.tokens[end - 1]
        let isClosingDash =
            before.lower == "--" && (sentence.lowerBound..<(end - 1)).contains { document.lower($0) == "--" }
        if before.lower == "," || isClosingDash {
            if cue.tense == .gerund { return earlier ?? mainSubject(document, sentence, before: end - 1) }
            return beforeParenthesis(document, comma: end - 1, floor: sentence.lowerBound)
        }
        if ["and", "but", "or", "then", "yet"].contains(before.lower) {
            return coordinated(document, conjunction: end - 1, floor: floor) ?? earlier
                ?? mainSubject(document, sentence, before: end - 1)
        }
        if cue.tense == .gerund, WordClass.prepositions.contains(before.lower) {
            return end - 1 == sentence.lowerBound
                ? mainSubject(document, sentence, after: cue.tokens.upperBound)
                : earlier ?? mainSubject(document, sentence, before: end - 1)
        }
        if ["who", "which", "that"].contains(before.lower) {
            let antecedent = end - 1 > sentence.lowerBound && document.lower(end - 2) == "," ? end - 2 : end - 1
            return document.nounPhrase(endingBefore: antecedent, floor: sentence.lowerBound)
        }
        guard let phrase = document.nounPhrase(endingBefore: end, floor: floor) else {
            return before.lower == "while" || before.lower == "by"
                ? earlier ?? mainSubject(document, sentence, before: end - 1) : nil
        }
        return extended(phrase, in: document, floor: sentence.lowerBound)
    }

    /// The subject that a verb shares with the verb before `and`: `one group has broken away and accused …`.
    private static func coordinated(_ document: Document, conjunction: Int, floor: Int) -> Range<Int>? {
        var index = conjunction - 1
        var verb: Int?
        while index > floor, document.lower(index) != ",", !WordClass.conjunctions.contains(document.lower(index)) {
            if document.tokens[index].isVerbal || document.looksLikePast(document.lower(index)) { verb = index }
            index -= 1
        }
        guard let verb, WordClass.conjunctions.contains(document.lower(index)), index > floor else { return nil }
        return document.nounPhrase(endingBefore: verb, floor: index + 1)
    }

    /// The source after a cue: `said Ann Lee`, `according to the police`.
    static func inverted(after index: Int, in document: Document) -> Range<Int>? {
        let sentence = document.sentence(of: index - 1)
        guard index < sentence.upperBound, !document.isQuoted(index) else { return nil }
        return document.nounPhrase(from: index, before: sentence.upperBound)
    }

    /// The start of the clause that a verb stands in: after a conjunction, a colon, a dash or a quotation.
    private static func clauseFloor(_ document: Document, _ verb: Int, _ floor: Int) -> Int {
        var index = verb - 1
        while index >= floor {
            let token = document.tokens[index]
            let isOpenDash = token.lower == "--" && index < verb - 1 && document.lower(verb - 1) != "--"
            if document.isQuoted(index) || token.isMark || isOpenDash || [":", ";"].contains(token.lower) {
                return index + 1
            }
            index -= 1
        }
        return floor
    }

    /// The noun phrase before a pair of commas that encloses an apposition, a relative clause or an aside; where there is only one
    /// comma, before a relative pronoun.
    private static func beforeParenthesis(_ document: Document, comma: Int, floor: Int) -> Range<Int>? {
        var index = comma - 1
        var relative: Int?
        while index > floor, comma - index < 32, !document.isQuoted(index) {
            if document.lower(index) == document.lower(comma), index < comma - 1 { break }
            if ["who", "whose", "which"].contains(document.lower(index)) { relative = index }
            index -= 1
        }
        if index > floor, document.lower(index) == document.lower(comma) {
            guard let phrase = document.nounPhrase(endingBefore: index, floor: floor) else { return nil }
            let aside = (index + 1)..<comma
            // A name after its role belongs to the source: `the foreign minister, Ann Lee, said`.
            let isName =
                document.nounPhrase(from: aside.lowerBound, before: comma) == aside
                && document.tokens[aside.lowerBound].isCapitalized
            return extended(phrase.lowerBound..<(isName ? comma : phrase.upperBound), in: document, floor: floor)
        }
        guard let relative else { return nil }
        return document.nounPhrase(endingBefore: relative, floor: floor)
    }

    /// A source with what is coordinated before it: `Ann Lee, left, and Bob Roe`; `the minister, Ann Lee, and Bob Roe`.
    private static func extended(_ phrase: Range<Int>, in document: Document, floor: Int) -> Range<Int> {
        let start = phrase.lowerBound
        guard start - 2 > floor, document.lower(start - 1) == "and" else {
            return phrase
        }
        let beforeAnd = start - 2
        guard document.lower(beforeAnd) == "," else {
            guard let other = document.nounPhrase(endingBefore: start - 1, floor: floor),
                document.tokens[other.upperBound - 1].isCapitalized,
                document.tokens[phrase.upperBound - 1].isCapitalized,
                !WordClass.prepositions.contains(document.lower(other.lowerBound - 1))
            else { return phrase }
            return other.lowerBound..<phrase.upperBound
        }
        var comma = beforeAnd - 1
        while comma > floor, beforeAnd - comma < 6, document.lower(comma) != "," { comma -= 1 }
        guard document.lower(comma) == ",", comma > floor,
            let other = document.nounPhrase(endingBefore: comma, floor: floor),
            WordClass.positions.contains(document.lower(comma + 1)) || !document.hasFiniteVerb((comma + 1)..<beforeAnd)
        else { return phrase }
        return other.lowerBound..<phrase.upperBound
    }

    /// The subject of a sentence's main clause: the first noun phrase after its conjunction, adverbs and opening phrases.
    private static func mainSubject(
        _ document: Document, _ sentence: Range<Int>, after start: Int? = nil, before end: Int? = nil
    ) -> Range<Int>? {
        let limit = end ?? sentence.upperBound
        var index = start ?? sentence.lowerBound
        if start != nil {
            // `Speaking in Paris, Kerry …`: the main clause begins after the comma.
            while index < limit, document.lower(index) != "," { index += 1 }
            index += 1
        }
        while index < limit {
            let token = document.tokens[index]
            if WordClass.conjunctions.contains(token.lower) || token.isAdverb || token.isMark || token.lower == "," {
                index += 1
            } else if WordClass.prepositions.contains(token.lower)
                || token.lower.hasSuffix("ing") && token.isCapitalized
            {
                while index < limit, document.lower(index) != "," { index += 1 }
                index += 1
            } else {
                break
            }
        }
        return index < limit ? document.nounPhrase(from: index, before: limit, isLong: false) : nil
    }
}
