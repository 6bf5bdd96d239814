/// Whole quotations that no cue of their own attributes: the layout does, or the quote before goes on.
extension AttributionFinder {
    /// Attributes the quotations that are left, in the order of the text.
    mutating func attributeTheRest() {
        let starts = found.indices.sorted { found[$0].content[0].lowerBound < found[$1].content[0].lowerBound }
        var next = 0
        // Where the words of the latest attribution before the quotation at hand end.
        var lastEnd: (start: Int, end: Int)?
        for (index, quotation) in document.quotations.enumerated() {
            while next < starts.count, found[starts[next]].content[0].lowerBound < quotation.start {
                let content = found[starts[next]].content
                lastEnd = (content[0].lowerBound, content[content.count - 1].upperBound)
                next += 1
            }
            guard !isAttributed[index], !quotation.isSingle, let attribution = uncued(quotation, after: lastEnd?.end)
            else { continue }
            claim(attribution)
            lastEnd = (quotation.start, attribution.content[attribution.content.count - 1].upperBound)
        }
    }

    /// The attribution of one quotation by a signature, an announcement, or the quote before, whose words end at `lastEnd`.
    private func uncued(_ quotation: Quotation, after lastEnd: Int?) -> Attribution? {
        let content = quotation.parts.map(withoutFinalComma)
        if let source = signature(after: quotation) {
            return Attribution(cue: nil, source: source, content: content, confidence: 0.9)
        }
        if let (cue, source) = announcer(of: quotation) {
            return Attribution(cue: cue, source: source, content: content, confidence: 0.9)
        }
        let opensSentence = quotation.start - 1 <= document.sentence(of: quotation.start).lowerBound
        guard opensSentence, quotation.count >= 4, isWholeSentence(quotation) else { return nil }
        if let source = subject(before: quotation, after: lastEnd ?? 0) {
            return Attribution(cue: nil, source: source, content: content, confidence: 0.6)
        }
        guard let lastEnd,
            document.tokens[quotation.start].paragraph - document.tokens[lastEnd - 1].paragraph <= 2
        else { return nil }
        return Attribution(cue: nil, source: nil, content: content, confidence: 0.7)
    }

    /// Whether a quotation is a sentence of its own, or several.
    private func isWholeSentence(_ quotation: Quotation) -> Bool {
        let last = document.tokens[quotation.end - 1]
        let after = quotation.end + 1
        let endsParagraph = after >= document.tokens.count || document.tokens[after].paragraph != last.paragraph
        return last.isSentenceEnd || last.lower == "…" || endsParagraph || document.tokens[after].isSentenceEnd
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

    /// The person whom the sentence before is about, where nothing in it was said: `Lee had a question for the crowd. “Who …?”`.
    private func subject(before quotation: Quotation, after lastEnd: Int) -> Range<Int>? {
        let opening = document.sentenceOf[max(0, quotation.start - 1)]
        guard opening > 0 else { return nil }
        let sentence = document.sentences[opening - 1]
        guard sentence.lowerBound >= lastEnd, !document.isQuoted(sentence.lowerBound),
            document.tokens[quotation.start].paragraph - document.tokens[sentence.lowerBound].paragraph <= 1,
            let subject = document.nounPhrase(from: sentence.lowerBound, before: sentence.upperBound, isLong: false),
            subject.upperBound < sentence.upperBound
        else { return nil }
        let verb = document.tokens[subject.upperBound]
        guard verb.isAdverb || document.looksLikeVerb(subject.upperBound) else { return nil }
        let isPerson =
            ["he", "she"].contains(document.lower(subject.lowerBound))
            || SourcePhrase.personName(in: subject, document, nil) != nil
        return isPerson && isSource(subject) ? subject : nil
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
}
