import SpeechVerbs

/// Finds the attributions of a document: what each cue attributes, and the quotations that no cue of their own attributes.
struct AttributionFinder {
    let document: Document
    /// All cues, by the token of their verb.
    let cues: [Int: CueCandidate]
    private(set) var found: [Attribution] = []
    /// For each quotation, whether an attribution holds it.
    private(set) var isAttributed: [Bool]

    /// The attributions, in the order of their first words.
    static func attributions(in document: Document) -> [Attribution] {
        var finder = AttributionFinder(document)
        finder.run()
        return inOrder(finder.found)
    }

    /// Attributions in the order of their first words, the longer of two first.
    static func inOrder(_ attributions: [Attribution]) -> [Attribution] {
        attributions.sorted {
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

    mutating func claim(_ attribution: Attribution) {
        let attribution = attribution.denying(in: document)
        found.append(attribution)
        for part in attribution.content {
            for token in part where document.isQuoted(token) { isAttributed[document.quotationOf[token]] = true }
        }
    }

    /// Whether some tokens are words that were found, in their sentence, to be somebody's.
    func isReported(_ range: Range<Int>) -> Bool {
        let sentence = document.sentenceOf[range.lowerBound]
        return found.reversed().prefix { document.sentenceOf[$0.content[$0.content.count - 1].lowerBound] >= sentence }
            .contains { $0.content.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound } }
    }

    /// What one cue attributes; nil where it attributes nothing, or where nobody can be its source.
    func attribution(of cue: CueCandidate, _ sentence: Range<Int>, _ earlier: Range<Int>?) -> Attribution? {
        if cue.tense == .accordingTo { return accordingTo(cue, sentence) }
        let complement = Complement(after: cue, in: document)
        if let inverted = invertedAfterQuotation(cue) { return inverted }
        if let start = complement.start, let kind = complement.kind {
            return preposed(cue, complement, start, kind, earlier)
        }
        return postposed(cue, complement, sentence)
    }

    /// Whether a noun phrase can be a source: not `it` as a dummy, not a relative pronoun, not a time.
    func isSource(_ phrase: Range<Int>) -> Bool {
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
