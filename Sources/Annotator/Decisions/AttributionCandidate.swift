/// What a cue would attribute, and to whom, before it is decided whether it does.
package struct AttributionCandidate {
    /// The token of the cue.
    package let cue: Int
    /// How much speaks for the cue, in the cue table's units.
    package let cueScore: Int32
    /// The tokens of the source.
    package let source: Range<Int>
    /// The words in the order of the text, with their quotation marks; never empty.
    package private(set) var content: [Range<Int>]
    /// The score of the labels by which it was found, a unit.
    let labelScore: Int32
    /// By how much the labels are better than the best ones with another source.
    let sourceMargin: Int32

    /// The candidate of a labelled window; nil where a label is missing.
    init?(_ window: ExtentWindow, _ best: (labels: [ExtentLabel], score: Int32, margin: Int32), cueScore: Int32) {
        let labels = best.labels
        cue = window.verb
        self.cueScore = cueScore
        labelScore = best.score / Int32(max(1, labels.count))
        sourceMargin = best.margin
        var pieces: [Range<Int>] = []
        var source: Range<Int>?
        for (unit, label) in labels.enumerated() {
            let tokens = window.units[unit].tokens
            let goesOn = unit > 0 && labels[unit - 1] == label
            switch label {
            case .other: continue
            case .source: source = (goesOn ? source?.lowerBound : nil).map { $0..<tokens.upperBound } ?? tokens
            case .content:
                if goesOn, let last = pieces.popLast() {
                    pieces.append(last.lowerBound..<tokens.upperBound)
                } else {
                    pieces.append(tokens)
                }
            }
        }
        guard let source, !pieces.isEmpty else { return nil }
        self.source = source
        content = pieces
    }

    /// Lets words go on to where the rules see their end: where they stop at a comma before their verb, `said Iran, which …, was
    /// ready`, and where they stop in what somebody says inside them, `AFP reported that Lee had said Iran, which …, was ready`.
    fileprivate mutating func complete(in text: TaggedDocument) {
        guard let last = content.last, !text.document.isQuoted(last.upperBound - 1) else { return }
        let end = last.upperBound
        var ruled: [Attribution] = []
        if cue < last.lowerBound, end < text.tags.count, text.document.lower(end) == ",", let own = text.ruled[cue],
            text.document.lower(last.lowerBound) == "that" || own.takesClausesAlone,
            !last.contains(where: { text.tags[$0].isFinite })
        {
            ruled.append(own)
        }
        for verb in last where verb != cue {
            if let inner = text.ruled[verb], inner.content[0].lowerBound > verb { ruled.append(inner) }
        }
        let ends = ruled.compactMap(\.content.last).filter { part in
            part.lowerBound < end && part.upperBound > end
                && text.document.sentenceOf[part.upperBound - 1] == text.document.sentenceOf[end - 1]
                && !source.overlaps(end..<part.upperBound) && !(end..<part.upperBound).contains(cue)
        }
        guard let furthest = ends.map(\.upperBound).max() else { return }
        content[content.count - 1] = last.lowerBound..<furthest
    }

    /// How much speaks for a source of its cue.
    /// - Parameter ruled: what the rules attribute by the same cue.
    func score(ofSource source: Range<Int>?, _ ruled: Attribution?) -> Attribution.SourceScore {
        func overlaps(_ other: Range<Int>?) -> Bool { other.map(self.source.overlaps) ?? false }
        return Attribution.SourceScore(
            margin: overlaps(source) ? sourceMargin : -sourceMargin, isAgreed: overlaps(ruled?.source))
    }

    /// The number of its words and marks.
    var count: Int { content.reduce(0) { $0 + $1.count } }

    /// Whether a token is among its words.
    func holds(_ token: Int) -> Bool { content.contains { $0.contains(token) } }
}

/// Finds the candidates of a document.
package enum CandidateFinder {
    /// The candidates by the tables of a model.
    static func candidates(in text: TaggedDocument, with model: AnnotatorModel) -> [AttributionCandidate] {
        candidates(
            in: text, cues: model.cues, emissions: model.emissions, transitions: model.transitions,
            floor: model.cueFloor)
    }

    /// The candidates in the order of their cues: for each word that is a cue with at least the score `floor`, what the labels around it
    /// say.
    package static func candidates(
        in text: TaggedDocument, cues: WeightTable, emissions: WeightTable, transitions: WeightTable, floor: Int32
    ) -> [AttributionCandidate] {
        let features = CueFeatures(text)
        var rows: [UInt32] = []
        var found: [AttributionCandidate] = []
        for token in text.tags.indices where CueFeatures.isCandidate(token, in: text) {
            features.rows(at: token, into: &rows)
            let score = cues.sum(rows)
            guard score >= floor else { continue }
            let window = ExtentWindow(around: token, in: text.document)
            guard
                let best = ExtentScores.labels(
                    window, in: text, emissions: emissions, transitions: transitions),
                var candidate = AttributionCandidate(window, best, cueScore: score)
            else { continue }
            candidate.complete(in: text)
            found.append(candidate)
        }
        return found
    }
}
