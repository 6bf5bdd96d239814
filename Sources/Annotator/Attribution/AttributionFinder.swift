import SpeechVerbs

/// Finds the attributions of a document: what each cue attributes, and the quotations that no cue of their own attributes.
struct AttributionFinder {
    private let document: Document
    /// All cues, by the token of their verb.
    private let cues: [Int: CueCandidate]
    private var found: [Attribution] = []
    /// For each quotation, whether an attribution holds it.
    private var isAttributed: [Bool]

    /// The attributions, in the order of their first words.
    static func attributions(in document: Document) -> [Attribution] {
        var finder = AttributionFinder(document)
        finder.run()
        return finder.found.sorted {
            ($0.content[0].lowerBound, -$0.content[0].count) < ($1.content[0].lowerBound, -$1.content[0].count)
        }
    }

    private init(_ document: Document) {
        self.document = document
        let candidates = CueFinder.cues(in: document)
        cues = Dictionary(uniqueKeysWithValues: candidates.map { ($0.verb, $0) })
        isAttributed = [Bool](repeating: false, count: document.quotations.count)
    }

    private mutating func run() {
        for sentence in document.sentences {
            var earlier: Range<Int>?
            for token in sentence {
                guard let cue = cues[token] else { continue }
                if let attribution = attribution(of: cue, sentence, earlier) {
                    // A source inside the words of another one shares no verb with what comes after them.
                    if let source = attribution.source, !isReported(source) || earlier == nil { earlier = source }
                    claim(attribution)
                } else if let subject = SourceFinder.subject(of: cue, in: document, earlier: earlier), earlier == nil {
                    earlier = subject
                }
            }
        }
        attributeTheRest()
    }

    private mutating func claim(_ attribution: Attribution) {
        found.append(attribution)
        for part in attribution.content {
            for token in part where document.isQuoted(token) { isAttributed[document.quotationOf[token]] = true }
        }
    }

    /// Whether some tokens are words that were found to be somebody's.
    private func isReported(_ range: Range<Int>) -> Bool {
        found.contains {
            $0.content.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
        }
    }

    // MARK: One cue

    private func attribution(of cue: CueCandidate, _ sentence: Range<Int>, _ earlier: Range<Int>?) -> Attribution? {
        if cue.tense == .accordingTo { return accordingTo(cue, sentence) }
        let complement = Complement(after: cue, in: document)
        if let inverted = invertedAfterQuotation(cue) { return inverted }
        if let start = complement.start, let kind = complement.kind {
            return preposed(cue, complement, start, kind, earlier)
        }
        return postposed(cue, complement, sentence, earlier)
    }

    /// `Kerry said that …`: the words follow.
    private func preposed(
        _ cue: CueCandidate, _ complement: Complement, _ start: Int, _ kind: Complement.Kind, _ earlier: Range<Int>?
    ) -> Attribution? {
        guard !cue.complements.contains(.thought) else { return nil }
        // `…,” she said. “…` is read from behind; here the words must not belong to another sentence's quotation.
        var source = SourceFinder.subject(of: cue, in: document, earlier: earlier)
        if source == nil, document.lower(cue.tokens.upperBound) != "that",
            let behind = SourceFinder.inverted(after: cue.tokens.upperBound, in: document),
            behind.upperBound < document.tokens.count,
            document.lower(behind.upperBound) == ":"
        {
            source = behind
        }
        guard let source, isSource(source), !isHypothetical(source) else { return nil }
        if let before = quotedBefore(cue, source), kind != .thatClause { return before }
        var attribution = Attribution(cue: cue, source: source, content: [], confidence: 0.8)
        attribution.addressee = complement.addressee
        attribution.adjuncts = complement.adjuncts
        let end = ContentExtent.end(of: kind, from: start, in: document, cues: cues)
        let content = content(from: start, to: mainClause(after: start, before: end, source) ?? end)
        guard !content.isEmpty else { return nil }
        attribution.content = content
        attribution.antecedent = ellipsis(content[0], before: source.lowerBound)
        attribution.confidence =
            kind == .thatClause || kind == .quoted ? 0.95 : kind == .nominal || kind == .target ? 0.6 : 0.85
        return attribution
    }

    /// What an elliptic clause (`it should`, `could do so only if …`) leaves out: the last `whether …` before it in the paragraph.
    private func ellipsis(_ content: Range<Int>, before source: Int) -> Range<Int>? {
        let isShort = content.count <= 3 && document.tokens[content.upperBound - 1].isVerbal
        let doesSo = content.prefix(5).contains {
            document.lower($0) == "so" && ["do", "does", "did", "doing", "done"].contains(document.lower($0 - 1))
        }
        guard isShort || doesSo else { return nil }
        let paragraph = document.tokens[source].paragraph
        var index = source - 1
        while index >= 0, document.tokens[index].paragraph == paragraph {
            if document.lower(index) == "whether" {
                let end = ContentExtent.trimmed(document.sentence(of: index).upperBound, from: index, document)
                return index + 1 < end ? (index + 1)..<end : nil
            }
            index -= 1
        }
        return nil
    }

    /// The comma before the main clause, where the source stands in a clause that leads up to it: `After aides said it rained, she left`.
    private func mainClause(after start: Int, before end: Int, _ source: Range<Int>) -> Int? {
        let opening = document.lower(source.lowerBound - 1)
        let isLeading = source.lowerBound - 1 == document.sentence(of: source.lowerBound).lowerBound
        guard isLeading,
            ["after", "when", "while", "although", "though", "as", "because", "since", "before", "once"].contains(
                opening)
        else { return nil }
        return (start..<max(start, end)).last { comma in
            guard document.lower(comma) == ",", !document.isQuoted(comma) || document.tokens[comma + 1].isMark,
                let subject = document.nounPhrase(from: document.isQuoted(comma) ? comma + 2 : comma + 1, before: end)
            else { return false }
            return document.looksLikeVerb(subject.upperBound) || document.tokens[subject.upperBound].isAdverb
        }
    }

    /// Whether a source's clause is only a condition or a noun: `if it agreed that …`, `what he says his plan would do`.
    private func isHypothetical(_ source: Range<Int>) -> Bool {
        let before = document.lower(source.lowerBound - 1)
        return ["if", "unless", "whether", "what", "whatever"].contains(before)
            && source.lowerBound > document.sentence(of: source.lowerBound).lowerBound
    }

    /// The direct quote just before an attribution whose clause goes on: `“…,” he told her before leaving`.
    private func quotedBefore(_ cue: CueCandidate, _ source: Range<Int>) -> Attribution? {
        guard source.upperBound <= cue.tokens.lowerBound, let quotation = quotation(endingBefore: source.lowerBound)
        else { return nil }
        return attributed(quotation, to: source, cue, Complement(after: cue, in: document))
    }

    /// `“…,” said Ann Lee, who …`: a quotation, the verb, the source.
    private func invertedAfterQuotation(_ cue: CueCandidate) -> Attribution? {
        let verb = cue.tokens.lowerBound
        guard cue.complements.contains(.quoted), cue.tense == .past || cue.tense == .present, verb > 0,
            isQuoteMark(verb - 1),
            let quotation = quotation(endingBefore: verb),
            let source = SourceFinder.inverted(after: cue.tokens.upperBound, in: document), isSource(source)
        else { return nil }
        return attributed(quotation, to: source, cue, Complement())
    }

    /// `…, Kerry said`: the words stand before.
    private func postposed(
        _ cue: CueCandidate, _ complement: Complement, _ sentence: Range<Int>, _ earlier: Range<Int>?
    ) -> Attribution? {
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

    /// `…, an accusation the government has rejected`: what was said is the noun, which stands for the words before it.
    private func relativeDenial(_ cue: CueCandidate, _ sentence: Range<Int>) -> Attribution? {
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
        attribution.antecedent =
            found.last { document.sentenceOf[$0.content[0].lowerBound] == document.sentenceOf[cue.verb] }?.content.last
        return attribution
    }

    /// Where words go on after an attribution between commas: `Protest, Ann Lee said, is a right.`
    private func resumption(after end: Int, _ sentence: Range<Int>, isShortBefore: Bool) -> Int? {
        guard end + 2 < sentence.upperBound, document.lower(end) == ",", !document.isQuoted(end) else { return nil }
        let next = document.tokens[end + 1]
        let asides: Set = ["who", "which", "whose", "where", "when", "although", "though", "while", "according"]
        let opensApposition = ["a", "an", "the"].contains(next.lower) && !isShortBefore
        let opensAside =
            next.lower.hasSuffix("ing") || WordClass.prepositions.contains(next.lower) || asides.contains(next.lower)
        return next.isMark || opensAside || opensApposition || next.isCapitalized ? nil : end + 1
    }

    /// Whether an attribution that stands behind its words ends at a token: an object would make it another clause's.
    private func endsClause(_ end: Int, _ sentence: Range<Int>) -> Bool {
        guard end < sentence.upperBound else { return true }
        let token = document.tokens[end]
        return token.kind == .punctuation || token.isMark || WordClass.conjunctions.contains(token.lower)
            || WordClass.prepositions.contains(token.lower) || token.lower.hasSuffix("ing")
    }

    /// `…, according to the police`, `According to the police, …`.
    private func accordingTo(_ cue: CueCandidate, _ sentence: Range<Int>) -> Attribution? {
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

    // MARK: Words

    /// Where the clause that ends at `end` starts: at the sentence's start, or, where another cue governs what is before, after the
    /// last relative word.
    private func clauseStart(_ sentence: Range<Int>, before end: Int) -> Int {
        let start = leadingWords(sentence.lowerBound, before: end)
        guard (start..<end).contains(where: { cues[$0] != nil && cues[$0]?.complements.contains(.thought) == false })
        else { return start }
        let boundary = (start..<end).last {
            document.lower($0) == ","
                && ["where", "which", "and", "but", "while", "who"].contains(document.lower($0 + 1))
        }
        return boundary.map { $0 + 2 } ?? start
    }

    private func cueFree(_ range: Range<Int>) -> Bool {
        !range.contains { cues[$0].map { $0.complements.contains(.clause) && $0.tense == .past } ?? false }
    }

    /// Steps over a conjunction or an adverb before the words.
    private func leadingWords(_ start: Int, before end: Int) -> Int {
        var index = start
        while index < end, ["but", "and", "yet", "still", "meanwhile", "however", ","].contains(document.lower(index)),
            !document.isQuoted(index)
        { index += 1 }
        return index
    }

    /// The tokens of the words from `start` to `end`: without outer marks, and cut where a quotation runs over paragraphs.
    private func content(from start: Int, to end: Int) -> [Range<Int>] {
        var start = start
        var end = end
        while start < end, !document.isQuoted(start), document.tokens[start].kind == .punctuation { start += 1 }
        guard start < end else { return [] }
        let opensAt =
            isQuoteMark(start) && start + 1 < document.tokens.count && document.isQuoted(start + 1) ? start + 1 : nil
        if let first = opensAt {
            let quotation = document.quotations[document.quotationOf[first]]
            if quotation.end + 1 >= end {
                // Wholly between its marks: a direct quote.
                return quotation.parts.map(withoutFinalComma)
            }
        }
        // The closing mark of a part stays with its opening one.
        if end < document.tokens.count, isQuoteMark(end), end > start, document.isQuoted(end - 1), !isQuoteMark(start) {
            end += 1
        }
        end = ContentExtent.trimmed(end, from: start, document)
        return start < end ? [start..<end] : []
    }

    private func isQuoteMark(_ index: Int) -> Bool {
        document.tokens.indices.contains(index)
            && (document.tokens[index].isMark || document.tokens[index].kind == .singleMark)
    }

    /// A quoted stretch without the comma that belongs to the attribution.
    private func withoutFinalComma(_ part: Range<Int>) -> Range<Int> {
        guard part.count > 1, [",", "--"].contains(document.lower(part.upperBound - 1)) else { return part }
        return part.lowerBound..<(part.upperBound - 1)
    }

    // MARK: Quotations

    /// The quotation whose closing mark, and perhaps a comma, stands just before `index`.
    private func quotation(endingBefore index: Int) -> Quotation? {
        var mark = index - 1
        while mark > 0,
            [",", "--", "."].contains(document.lower(mark)) || document.tokens[mark].isAdverb
                || ["and", "but"].contains(document.lower(mark))
        { mark -= 1 }
        guard mark > 0, isQuoteMark(mark), document.isQuoted(mark - 1),
            document.tokens[mark].paragraph == document.tokens[index].paragraph
        else { return nil }
        return document.quotations[document.quotationOf[mark - 1]]
    }

    /// A quotation before its attribution: with the words before it in the sentence where it is only their end, and with the
    /// quotation that goes on after the attribution.
    private func attributed(
        _ quotation: Quotation, to source: Range<Int>, _ cue: CueCandidate, _ complement: Complement
    ) -> Attribution? {
        let sentence = document.sentence(of: cue.verb)
        let start = leadingWords(sentence.lowerBound, before: quotation.start)
        var content = quotation.parts.map(withoutFinalComma)
        if start < quotation.start - 1, quotation.parts.count == 1 {
            guard cueFree(start..<(quotation.start - 1)) else { return nil }
            content = [start..<content[0].upperBound + (isQuoteMark(start) ? 0 : 1)]
            if content[0].upperBound - 1 < document.tokens.count, !isQuoteMark(content[0].upperBound - 1),
                !isQuoteMark(start)
            {
                content = [start..<(content[0].upperBound - 1)]
            }
        }
        let end = max(
            cue.tokens.upperBound, source.upperBound, complement.addressee?.upperBound ?? 0,
            complement.adjuncts.last?.upperBound ?? 0)
        if let next = continuation(after: end) { content += next.parts.map(withoutFinalComma) }
        var attribution = Attribution(cue: cue, source: source, content: content, confidence: 0.97)
        attribution.addressee = complement.addressee
        attribution.adjuncts = complement.adjuncts
        return attribution
    }

    /// The quotation that goes on after an attribution, in the same sentence (perhaps after a phrase between commas) or at the start of
    /// the next one.
    private func continuation(after end: Int) -> Quotation? {
        guard end > 0, end < document.tokens.count else { return nil }
        let paragraph = document.tokens[end - 1].paragraph
        let sentence = document.sentenceOf[end - 1]
        var index = end
        while index < document.tokens.count, document.tokens[index].paragraph == paragraph, !isQuoteMark(index) {
            let isBetween = document.sentenceOf[index] == sentence
            if !isBetween && !document.isQuoted(index) || document.lower(index) == ":" || cues[index] != nil {
                return nil
            }
            index += 1
        }
        guard index + 1 < document.tokens.count, document.isQuoted(index + 1),
            document.tokens[index].paragraph == paragraph,
            index > end, document.tokens[index - 1].kind == .punctuation
        else { return nil }
        let quotation = document.quotations[document.quotationOf[index + 1]]
        let after = quotation.end + 1
        // Its own attribution follows: `“A,” said Ann. “B,” said Bob.`
        guard after < document.tokens.count, document.sentenceOf[after] == document.sentenceOf[index],
            document.tokens[after].paragraph == paragraph
        else { return quotation }
        return document.sentence(of: index).contains { cues[$0] != nil && $0 > quotation.end } ? nil : quotation
    }

    /// What the layout attributes: `“…” -- Ann Lee` at a paragraph's end.
    private func signature(after quotation: Quotation) -> Range<Int>? {
        let dash = quotation.end + 1
        guard quotation.isClosed, document.lower(dash) == "--", dash + 1 < document.tokens.count else { return nil }
        let end =
            document.tokens[dash...].firstIndex { $0.paragraph != document.tokens[dash].paragraph }
            ?? document.tokens.count
        guard document.tokens[dash].paragraph == document.tokens[quotation.end].paragraph,
            document.tokens[dash + 1].isCapitalized, end - dash <= 10
        else { return nil }
        return document.nounPhrase(from: dash + 1, before: end)
    }

    /// The source that the paragraph before announces: `The agency reported:`.
    private func announcer(of quotation: Quotation) -> (cue: CueCandidate, source: Range<Int>)? {
        let colon = quotation.start - 2
        guard colon > 0, document.lower(colon) == ":" else { return nil }
        for token in document.sentence(of: colon).reversed() {
            if let cue = cues[token], let source = SourceFinder.subject(of: cue, in: document, earlier: nil),
                isSource(source)
            {
                return (cue, source)
            }
        }
        return nil
    }

    /// Whole quotations without a cue of their own: they go on from the quote before.
    private mutating func attributeTheRest() {
        var sorted = found.sorted { $0.content[0].lowerBound < $1.content[0].lowerBound }
        for (index, quotation) in document.quotations.enumerated() where !isAttributed[index] && !quotation.isSingle {
            if let source = signature(after: quotation) {
                claim(
                    Attribution(
                        cue: nil, source: source, content: quotation.parts.map(withoutFinalComma), confidence: 0.9))
                continue
            }
            if let (cue, source) = announcer(of: quotation) {
                claim(
                    Attribution(
                        cue: cue, source: source, content: quotation.parts.map(withoutFinalComma), confidence: 0.9))
                continue
            }
            let sentence = document.sentence(of: quotation.start)
            let opensSentence = quotation.start - 1 <= sentence.lowerBound
            guard opensSentence, quotation.count >= 4, isWholeSentence(quotation) else { continue }
            guard let before = sorted.last(where: { $0.content[0].lowerBound < quotation.start }),
                document.tokens[quotation.start].paragraph
                    - document.tokens[before.content[before.content.count - 1].upperBound - 1].paragraph <= 2
            else { continue }
            let attribution = Attribution(
                cue: nil, source: nil, content: quotation.parts.map(withoutFinalComma), confidence: 0.7)
            claim(attribution)
            sorted.append(attribution)
            sorted.sort { $0.content[0].lowerBound < $1.content[0].lowerBound }
        }
    }

    private func isWholeSentence(_ quotation: Quotation) -> Bool {
        let last = document.tokens[quotation.end - 1]
        let after = quotation.end + 1
        let endsParagraph = after >= document.tokens.count || document.tokens[after].paragraph != last.paragraph
        return last.isSentenceEnd || last.lower == "…" || endsParagraph || document.tokens[after].isSentenceEnd
    }

    /// Whether a noun phrase can be a source: not `it` as a dummy, not a relative pronoun, not a time.
    private func isSource(_ phrase: Range<Int>) -> Bool {
        let first = document.lower(phrase.lowerBound)
        if phrase.count == 1,
            ["there", "which", "that", "who", "what", "this", "these", "i", "you", "we"].contains(first)
        {
            return false
        }
        let head = document.tokens[phrase.upperBound - 1]
        let isNoun =
            head.isOpenClass && head.kind != .number || head.isPronoun || WordClass.determiners.contains(head.lower)
        if phrase.count == 1, ["a", "an", "the"].contains(first) || head.kind == .word && document.looksLikePast(first)
        {
            return false
        }
        return isNoun && !WordClass.timeNouns.contains(head.lower) && !document.isQuoted(phrase.lowerBound)
    }
}
