/// Whole quotations that no cue of their own attributes: the layout does, or the quote before goes on.
extension AttributionFinder {
    /// Whole quotations without a cue of their own: they go on from the quote before.
    mutating func attributeTheRest() {
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

    func isWholeSentence(_ quotation: Quotation) -> Bool {
        let last = document.tokens[quotation.end - 1]
        let after = quotation.end + 1
        let endsParagraph = after >= document.tokens.count || document.tokens[after].paragraph != last.paragraph
        return last.isSentenceEnd || last.lower == "…" || endsParagraph || document.tokens[after].isSentenceEnd
    }

    /// What the layout attributes: `“…” -- Ann Lee` at a paragraph's end.
    func signature(after quotation: Quotation) -> Range<Int>? {
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
    func announcer(of quotation: Quotation) -> (cue: CueCandidate, source: Range<Int>)? {
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
