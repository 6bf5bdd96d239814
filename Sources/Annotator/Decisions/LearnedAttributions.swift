import SpeechVerbs

/// Chooses the attributions of a document: the learned ones, and those of the rules that no learned decision speaks about.
struct LearnedAttributions {
    private let text: TaggedDocument
    private let document: Document
    private let model: AnnotatorModel
    private let cues: [Int: CueCandidate]

    /// The probability from which on an expression that no catalogue has is taken for one of saying.
    private static let littleDoubt = 0.6

    /// The probability from which on a saying that no rule finds is taken for one.
    private static let ratherTrue = 0.5

    /// The attributions of a document, in the order of their first words.
    static func attributions(
        in document: Document, with model: AnnotatorModel, scope: Annotator.Scope
    ) -> [Attribution] {
        let text = TaggedDocument(document, tagging: model.tagger)
        let chooser = LearnedAttributions(text, model)
        let scored = chooser.scored()
        let learned = scored.compactMap(chooser.attribution)
        var chosen = learned.filter { scope == .everything || !chooser.isThought($0) }
        let byCue = Dictionary(scored.map { ($0.candidate.cue, $0) }) { first, _ in first }
        for var ruled in text.rules where chooser.stands(ruled, beside: learned) {
            if let cue = ruled.cue, let (candidate, score) = byCue[cue.verb] {
                ruled.score = Attribution.Score(inPlace: nil, alone: score.alone)
                ruled.sourceScore = candidate.score(ofSource: ruled.source, ruled)
            }
            chosen.append(ruled)
        }
        return AttributionFinder.inOrder(chosen)
    }

    private init(_ text: TaggedDocument, _ model: AnnotatorModel) {
        self.text = text
        document = text.document
        self.model = model
        cues = Dictionary(uniqueKeysWithValues: CueFinder.cues(in: document).map { ($0.verb, $0) })
    }

    /// The candidates, each with how much speaks for its being an attribution; nothing in its place where too little does.
    private func scored() -> [(candidate: AttributionCandidate, score: Attribution.Score)] {
        let candidates = CandidateFinder.candidates(in: text, with: model)
        let features = DecisionFeatures(candidates, in: text)
        var rows: [UInt32] = []
        return candidates.indices.map { index in
            features.rows(index, into: &rows)
            let score = model.decisions.sum(rows)
            var alone = score
            if features.isInside(index) {
                features.rows(index, isAlone: true, into: &rows)
                alone = model.decisions.sum(rows)
            }
            return (
                candidates[index],
                Attribution.Score(inPlace: score >= model.decisionFloor ? score : nil, alone: alone)
            )
        }
    }

    /// The probability of a score, of which `AnnotatorModel.scale` are one logarithm of odds, by ten squarings: no library's exponential
    /// is the same on all machines. Two digits are all that it is worth.
    private static func probability(_ score: Int32) -> Double {
        var power = 1 - Double(max(-512, min(512, score))) / (AnnotatorModel.scale * 1024)
        for _ in 0..<10 { power *= power }
        return (100 / (1 + power)).rounded() / 100
    }

    /// Whether what the rules found stands although no learned decision found it: inside somebody's words, which people who mark
    /// corpora pass over, where it confesses or denies a deed in a gerund, of which they have too few, or where no cue attributes and nobody
    /// else has the words.
    private func stands(_ ruled: Attribution, beside learned: [Attribution]) -> Bool {
        if let cue = ruled.cue {
            let isKnown = learned.contains { $0.cue?.verb == cue.verb }
            guard !isKnown else { return false }
            return Complement.confesses(cue, ruled.content[0].lowerBound, document)
                || learned.contains { outer in outer.content.contains { $0.contains(cue.verb) } }
        }
        return !learned.contains { other in
            other.content.contains { part in ruled.content.contains { $0.overlaps(part) } }
        }
    }

    /// Whether an attribution is of a thought, a wish or a finding, and not of words: no verb of saying, and nothing between marks; or
    /// one that says itself that nothing was said.
    private func isThought(_ attribution: Attribution) -> Bool {
        guard let cue = attribution.cue else { return false }
        if CueFinder.isUnsaid(document, cue.verb) { return true }
        if attribution.confidence < LearnedAttributions.ratherTrue, text.ruled[cue.verb] == nil { return true }
        // `backs the plan` is a stand that somebody takes; the rules know the verbs whose object alone names what was said.
        let takesWords = !cue.complements.isEmpty && cue.complements != .nominal || text.ruled[cue.verb] != nil
        if takesWords, !cue.complements.contains(.thought) { return false }
        // Whatever else stands before quoted words must do so without much doubt: `singing “…”`, not `the subject of “…”`.
        return attribution.confidence < LearnedAttributions.littleDoubt
            || !attribution.content.contains { $0.contains(where: document.isQuoted) }
    }

    // MARK: From candidates to attributions

    private func attribution(_ candidate: AttributionCandidate, _ score: Attribution.Score) -> Attribution? {
        guard let inPlace = score.inPlace else { return nil }
        let ruled = text.ruled[candidate.cue]
        var content = candidate.content.flatMap { words($0) }
        guard !content.isEmpty else { return nil }
        let cue = cues[candidate.cue] ?? CueCandidate(learnedAt: candidate.cue, in: document)
        content[0] = withGerund(content[0], of: cue)
        var attribution = Attribution(
            cue: cue, source: source(candidate.source, ruled), content: content,
            confidence: LearnedAttributions.probability(inPlace), score: score)
        attribution.sourceScore = candidate.score(ofSource: attribution.source, ruled)
        let complement = Complement(after: cue, in: document)
        attribution.addressee = complement.addressee.flatMap { isFree($0, candidate) ? $0 : nil }
        attribution.adjuncts = complement.adjuncts.filter { isFree($0, candidate) }
        attribution.antecedent = ruled?.antecedent
        return attribution.denying(in: document)
    }

    private func isFree(_ phrase: Range<Int>, _ candidate: AttributionCandidate) -> Bool {
        !candidate.source.overlaps(phrase) && !candidate.content.contains { $0.overlaps(phrase) }
    }

    /// Words after a verb of confessing, with the gerund that they hang on: `admitted lying to investors`.
    private func withGerund(_ words: Range<Int>, of cue: CueCandidate) -> Range<Int> {
        let gerund = Complement.skipAdverbs(cue.tokens.upperBound, document.sentence(of: cue.verb).upperBound, document)
        guard (gerund + 1...gerund + 2).contains(words.lowerBound), Complement.confesses(cue, gerund, document)
        else { return words }
        return gerund..<words.upperBound
    }

    /// A piece of words without outer marks; all of a quotation where it is one that runs over paragraphs.
    private func words(_ piece: Range<Int>) -> [Range<Int>] {
        if document.isQuoted(piece.lowerBound) {
            // The second paragraph of a quotation, which no mark opens again.
            let quotation = document.quotations[document.quotationOf[piece.lowerBound]]
            if quotation.end + 1 >= piece.upperBound { return quotation.parts.map(document.withoutFinalComma) }
        }
        let opensWithThat = document.lower(piece.lowerBound) == "that" && piece.count > 1
        return AttributionFinder.content(
            from: opensWithThat ? piece.lowerBound + 1 : piece.lowerBound, to: piece.upperBound, in: document)
    }

    /// The phrase that names the source: the learned one up to its first comma, with the name that follows a role between commas; that of
    /// the rules where it begins no later.
    private func source(_ range: Range<Int>, _ ruled: Attribution?) -> Range<Int> {
        var start = range.lowerBound
        while start + 1 < range.upperBound, !startsPhrase(start) { start += 1 }
        let end = phraseEnd(from: start, before: range.upperBound)
        if let known = ruled?.source, known.overlaps(start..<end), known.lowerBound <= start { return known }
        guard end < range.upperBound, document.lower(end) == ",", !document.tokens[end - 1].isCapitalized else {
            return start..<end
        }
        let name = (end + 1)..<phraseEnd(from: end + 1, before: range.upperBound)
        let isName = !name.isEmpty && name.allSatisfy { document.tokens[$0].isCapitalized }
        return isName ? start..<name.upperBound : start..<end
    }

    /// Whether a token can begin a noun phrase: no mark, and no conjunction before one.
    private func startsPhrase(_ index: Int) -> Bool {
        let token = document.tokens[index]
        guard token.isWord || token.kind == .number else { return false }
        return token.isCapitalized && !document.isCapitalDoubtful(index)
            || !WordClass.conjunctions.contains(token.lower) && token.lower != "that"
    }

    /// The end of what stands before a comma, a dash, a parenthesis or a relative word.
    private func phraseEnd(from start: Int, before end: Int) -> Int {
        var index = start
        while index < end, index == start || !["who", "which", "whose", "that"].contains(document.lower(index)),
            document.tokens[index].kind != .punctuation || ["&", ".", "/"].contains(document.lower(index))
        { index += 1 }
        return max(index, min(start + 1, end))
    }
}
