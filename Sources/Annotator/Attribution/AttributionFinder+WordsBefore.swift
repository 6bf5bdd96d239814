import SpeechVerbs

/// Words that stand before their cue, or around it: `…, Kerry said`, `…, according to the police`.
extension AttributionFinder {
    /// `“…,” said Ann Lee, who …`: a quotation, the verb, the source.
    func invertedAfterQuotation(_ cue: CueCandidate) -> Attribution? {
        let verb = cue.tokens.lowerBound
        guard cue.complements.contains(.quoted), cue.tense == .past || cue.tense == .present, verb > 0,
            isQuoteMark(verb - 1),
            let quotation = quotation(endingBefore: verb),
            let source = SourceFinder.inverted(after: cue.tokens.upperBound, in: document), isSource(source)
        else { return nil }
        return attributed(quotation, to: source, cue, Complement())
    }

    /// `…, Kerry said`: the words stand before.
    func postposed(_ cue: CueCandidate, _ complement: Complement, _ sentence: Range<Int>) -> Attribution? {
        if let denial = relativeDenial(cue, sentence) { return denial }
        guard !cue.complements.isDisjoint(with: [.clause, .thatClause, .quoted]) else { return nil }
        var source = SourceFinder.subject(of: cue, in: document, earlier: nil)
        var head = source?.lowerBound ?? cue.tokens.lowerBound
        if source == nil || source.map({ $0.upperBound > cue.tokens.lowerBound }) == true {
            head = cue.tokens.lowerBound
            source = SourceFinder.inverted(after: cue.tokens.upperBound, in: document)
        }
        guard let source, isSource(source) else { return nil }
        if let quotation = quotation(endingBefore: head) { return attributed(quotation, to: source, cue, complement) }
        guard cue.tense != .gerund, !cue.complements.contains(.thought), head > sentence.lowerBound + 1,
            document.lower(head - 1) == ",",
            !cue.complements.isDisjoint(with: [.clause, .thatClause])
        else { return nil }
        let start = leadingWords(sentence.lowerBound, before: head - 1)
        var end = max(cue.tokens.upperBound, source.upperBound, complement.adjuncts.last?.upperBound ?? 0)
        while end < sentence.upperBound, document.tokens[end].isAdverb { end += 1 }
        let rest = resumption(after: end, sentence, isShortBefore: head - start < 7)
        guard rest != nil || endsClause(end, sentence) else { return nil }
        guard rest != nil || start + 2 < head - 1 && document.hasFiniteVerb(start..<(head - 1)),
            cueFree(start..<(head - 1))
        else { return nil }
        var words = content(from: start, to: head - 1)
        if let rest {
            words += content(
                from: rest, to: ContentExtent.end(of: .bareClause, from: rest, in: document, cues: cues))
        }
        var attribution = Attribution(cue: cue, source: source, content: words, confidence: 0.85)
        attribution.addressee = complement.addressee
        attribution.adjuncts = complement.adjuncts
        return attribution.content.isEmpty ? nil : attribution
    }

    /// Where words go on after an attribution between commas: `Protest, Ann Lee said, is a right.`
    func resumption(after end: Int, _ sentence: Range<Int>, isShortBefore: Bool) -> Int? {
        guard end + 2 < sentence.upperBound, document.lower(end) == ",", !document.isQuoted(end) else { return nil }
        let next = document.tokens[end + 1]
        let asides: Set = ["who", "which", "whose", "where", "when", "although", "though", "while", "according"]
        let opensApposition = ["a", "an", "the"].contains(next.lower) && !isShortBefore
        let opensAside =
            next.lower.hasSuffix("ing") || WordClass.prepositions.contains(next.lower) || asides.contains(next.lower)
        return next.isMark || opensAside || opensApposition || next.isCapitalized ? nil : end + 1
    }

    /// Whether an attribution that stands behind its words ends at a token: an object would make it another clause's.
    func endsClause(_ end: Int, _ sentence: Range<Int>) -> Bool {
        guard end < sentence.upperBound else { return true }
        let token = document.tokens[end]
        return token.kind == .punctuation || token.isMark || WordClass.conjunctions.contains(token.lower)
            || WordClass.prepositions.contains(token.lower) || token.lower.hasSuffix("ing")
    }

    /// `…, an accusation the government has rejected`: what was said is the noun, which stands for the words before it.
    func relativeDenial(_ cue: CueCandidate, _ sentence: Range<Int>) -> Attribution? {
        guard [.deny, .reject].contains(cue.act), cue.complements.contains(.nominal),
            let noun = (sentence.lowerBound..<cue.tokens.lowerBound).last(where: {
                WordClass.speechNouns.contains(document.lower($0))
            }),
            noun > sentence.lowerBound + 1, ["a", "an", "the"].contains(document.lower(noun - 1))
        else { return nil }
        let start = ["that", "which"].contains(document.lower(noun + 1)) ? noun + 2 : noun + 1
        guard let source = document.nounPhrase(endingBefore: cue.tokens.lowerBound, floor: start),
            source.lowerBound == start
        else { return nil }
        var attribution = Attribution(cue: cue, source: source, content: [(noun - 1)..<(noun + 1)], confidence: 0.7)
        if let before = found.last, document.sentenceOf[before.content[0].lowerBound] == document.sentenceOf[cue.verb] {
            attribution.antecedent = before.content.last
        }
        return attribution
    }

    /// `…, according to the police`, `According to the police, …`.
    func accordingTo(_ cue: CueCandidate, _ sentence: Range<Int>) -> Attribution? {
        guard let source = SourceFinder.inverted(after: cue.tokens.upperBound, in: document) else { return nil }
        let content: [Range<Int>]
        if cue.tokens.lowerBound <= sentence.lowerBound + 1 {
            var start = source.upperBound
            while start < sentence.upperBound, document.lower(start) != "," { start += 1 }
            guard start + 2 < sentence.upperBound else { return nil }
            content = self.content(
                from: start + 1, to: ContentExtent.end(of: .bareClause, from: start + 1, in: document, cues: cues))
        } else {
            var end = cue.tokens.lowerBound
            if document.lower(end - 1) == "," { end -= 1 }
            content = self.content(from: clauseStart(sentence, before: end), to: end)
        }
        return content.isEmpty ? nil : Attribution(cue: cue, source: source, content: content, confidence: 0.85)
    }

    /// Where the clause that ends at `end` starts: at the sentence's start, or, where another cue governs what is before, after the
    /// last relative word.
    func clauseStart(_ sentence: Range<Int>, before end: Int) -> Int {
        let start = leadingWords(sentence.lowerBound, before: end)
        guard (start..<end).contains(where: { cues[$0] != nil && cues[$0]?.complements.contains(.thought) == false })
        else { return start }
        let boundary = (start..<end).last {
            document.lower($0) == ","
                && ["where", "which", "and", "but", "while", "who"].contains(document.lower($0 + 1))
        }
        return boundary.map { $0 + 2 } ?? start
    }

    func cueFree(_ range: Range<Int>) -> Bool {
        !range.contains { cues[$0].map { $0.complements.contains(.clause) && $0.tense == .past } ?? false }
    }

    /// Steps over a conjunction or an adverb before the words.
    func leadingWords(_ start: Int, before end: Int) -> Int {
        var index = start
        while index < end, ["but", "and", "yet", "still", "meanwhile", "however", ","].contains(document.lower(index)),
            !document.isQuoted(index)
        { index += 1 }
        return index
    }
}
