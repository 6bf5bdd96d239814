/// Words between quotation marks, and where the words of an attribution begin and end.
extension AttributionFinder {
    /// The tokens of the words from `start` to `end`: without outer marks, and cut where a quotation runs over paragraphs.
    func content(from start: Int, to end: Int) -> [Range<Int>] {
        AttributionFinder.content(from: start, to: end, in: document)
    }

    /// The tokens of the words from `start` to `end` of a document.
    static func content(from start: Int, to end: Int, in document: Document) -> [Range<Int>] {
        var start = start
        var end = end
        while start < end, !document.isQuoted(start), document.tokens[start].kind == .punctuation { start += 1 }
        guard start < end else { return [] }
        if document.isQuoteMark(start), start + 1 < document.tokens.count, document.isQuoted(start + 1) {
            // Wholly between its marks: a direct quote.
            let quotation = document.quotations[document.quotationOf[start + 1]]
            if quotation.end + 1 >= end { return quotation.parts.map(document.withoutFinalComma) }
        }
        // The closing mark of a part stays with its opening one.
        if end < document.tokens.count, document.isQuoteMark(end), end > start, document.isQuoted(end - 1),
            !document.isQuoteMark(start)
        {
            end += 1
        }
        end = ContentExtent.trimmed(end, from: start, document)
        return start < end ? [start..<end] : []
    }

    /// Whether a token is a quotation mark of either sort.
    func isQuoteMark(_ index: Int) -> Bool { document.isQuoteMark(index) }

    /// A quoted stretch without the comma that belongs to the attribution.
    func withoutFinalComma(_ part: Range<Int>) -> Range<Int> { document.withoutFinalComma(part) }

    /// The quotation whose closing mark, and perhaps a comma, stands just before `index`.
    func quotation(endingBefore index: Int) -> Quotation? {
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
    func attributed(
        _ quotation: Quotation, to source: Range<Int>, _ cue: CueCandidate, _ complement: Complement
    ) -> Attribution? {
        let sentence = document.sentence(of: cue.verb)
        let start = leadingWords(sentence.lowerBound, before: quotation.start)
        var content = quotation.parts.map(withoutFinalComma)
        if start < quotation.start - 1, quotation.parts.count == 1 {
            guard cueFree(start..<(quotation.start - 1)) else { return nil }
            content = self.content(from: start, to: quotation.end)
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
    func continuation(after end: Int) -> Quotation? {
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
}

extension Document {
    /// Whether a token is a quotation mark of either sort.
    fileprivate func isQuoteMark(_ index: Int) -> Bool {
        tokens.indices.contains(index) && (tokens[index].isMark || tokens[index].kind == .singleMark)
    }

    /// A quoted stretch without the comma that belongs to the attribution.
    func withoutFinalComma(_ part: Range<Int>) -> Range<Int> {
        guard part.count > 1, [",", "--"].contains(lower(part.upperBound - 1)) else { return part }
        return part.lowerBound..<(part.upperBound - 1)
    }
}
