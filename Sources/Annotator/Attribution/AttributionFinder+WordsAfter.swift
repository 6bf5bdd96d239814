import SpeechVerbs

/// Words that stand after their cue: `Kerry said that …`.
extension AttributionFinder {
    /// `Kerry said that …`: the words follow.
    func preposed(
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

    /// The direct quote just before an attribution whose clause goes on: `“…,” he told her before leaving`.
    func quotedBefore(_ cue: CueCandidate, _ source: Range<Int>) -> Attribution? {
        guard source.upperBound <= cue.tokens.lowerBound, let quotation = quotation(endingBefore: source.lowerBound)
        else { return nil }
        return attributed(quotation, to: source, cue, Complement(after: cue, in: document))
    }

    /// Whether a source's clause is only a condition or a noun: `if it agreed that …`, `what he says his plan would do`.
    func isHypothetical(_ source: Range<Int>) -> Bool {
        let before = document.lower(source.lowerBound - 1)
        return ["if", "unless", "whether", "what", "whatever"].contains(before)
            && source.lowerBound > document.sentence(of: source.lowerBound).lowerBound
    }

    /// The comma before the main clause, where the source stands in a clause that leads up to it: `After aides said it rained, she left`.
    func mainClause(after start: Int, before end: Int, _ source: Range<Int>) -> Int? {
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

    /// What an elliptic clause (`it should`, `could do so only if …`) leaves out: the last `whether …` before it in the paragraph.
    func ellipsis(_ content: Range<Int>, before source: Int) -> Range<Int>? {
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
}
