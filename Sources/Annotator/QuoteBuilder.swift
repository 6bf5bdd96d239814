import Articles
import Text

/// Makes quotes of attributions: who the sources are, which quote is a part of which, what is direct, mixed and indirect.
struct QuoteBuilder {
    private let document: Document
    private let attributions: [Attribution]
    private let calibrations: [Calibration.Group: Calibration]
    private var resolver: SpeakerResolver
    /// The speakers of each attribution.
    private var sources: [[SpeakerResolver.Named]]
    /// For each attribution the smallest one whose words hold it.
    private let outer: [Int?]
    /// For each attribution those whose `outer` it is.
    private let inside: [[Int]]

    /// - Parameter calibrations: how often what was found so is right; without one an attribution's own estimate stands.
    init(
        document: Document, attributions: [Attribution], calibrations: [Calibration.Group: Calibration] = [:]
    ) {
        self.calibrations = calibrations
        let clause = AttributingClause(document)
        let attributions = attributions.map(clause.completed)
        self.document = document
        self.attributions = attributions
        resolver = SpeakerResolver(document)
        sources = Array(repeating: [], count: attributions.count)
        outer = QuoteBuilder.nesting(attributions)
        var inside = [[Int]](repeating: [], count: attributions.count)
        for (inner, around) in outer.enumerated() { if let around { inside[around].append(inner) } }
        self.inside = inside
    }

    /// All quotes and speakers of the document.
    mutating func annotation(_ circumstances: Circumstances) -> Annotation {
        var addressees = [Int?](repeating: nil, count: attributions.count)
        var previous: Int?
        for index in readingOrder() {
            let attribution = attributions[index]
            let around = outer[index].map { sources[$0] } ?? []
            sources[index] = resolver.sources(
                of: attribution, outer: around, previous: previous.map { sources[$0] } ?? [])
            addressees[index] = attribution.addressee.flatMap {
                resolver.addressee($0, of: sources[index].first?.speaker)
            }
            if outer[index] == nil { previous = index }
        }
        var quotes = attributions.indices.map { quote($0, addressee: addressees[$0]) }
        circumstances.tell(&quotes, of: attributions, speakers: resolver.speakers)
        return Annotation(speakers: resolver.speakers, quotes: quotes)
    }

    /// The attributions in the order of their cues, so that pronouns find what stands before them.
    private func readingOrder() -> [Int] {
        attributions.indices.sorted { (position($0), $0) < (position($1), $1) }
    }

    private func position(_ index: Int) -> Int {
        let attribution = attributions[index]
        return attribution.source?.lowerBound ?? attribution.content[0].lowerBound
    }

    private func quote(_ index: Int, addressee: Int?) -> Quote {
        let attribution = attributions[index]
        let kind = kind(of: index)
        let grounds = grounds(of: index, kind)
        let segments = attribution.content.map(document.span)
        var chain: [Int] = []
        var around = outer[index]
        while let next = around {
            chain.insert(next, at: 0)
            around = outer[next]
        }
        var quote = Quote(
            segments: segments, kind: kind, zone: document.zone(of: attribution.content[0].lowerBound),
            paragraphs: Set(
                attribution.content.flatMap {
                    [document.tokens[$0.lowerBound].paragraph, document.tokens[$0.upperBound - 1].paragraph]
                }
            ).count,
            quotedParts: quotedParts(of: index),
            confidence: confidence(grounds.quote, index))
        quote.speakerConfidence = sources[index].isEmpty ? nil : confidence(grounds.source, index)
        quote.cue = attribution.cue.map { Cue(range: document.span($0.tokens), lemma: $0.lemma, act: $0.act) }
        quote.speakers = sources[index].map(mention)
        quote.addressee = attribution.addressee.map { Mention(range: document.span($0), speaker: addressee) }
        quote.via = chain.flatMap { sources[$0].map(mention) }
        quote.outer = outer[index]
        quote.antecedent = attribution.antecedent.map(document.span)
        return quote
    }

    /// How often what was found with such evidence is right; without a line the attribution's own estimate.
    private func confidence(_ evidence: Calibration.Evidence, _ index: Int) -> Double {
        calibrations[evidence.group]?.probability(evidence.score) ?? attributions[index].confidence
    }

    /// What the confidences in a quote of a kind and in its source follow from.
    func grounds(of index: Int, _ kind: Quote.Kind) -> Calibration.Grounds {
        Calibration.Grounds(quote: evidence(of: index, kind), source: evidence(ofSource: index))
    }

    /// What the rules alone tell of an attribution.
    /// - Parameter group: that of attributions which no signature tells.
    private func ruled(_ index: Int, _ group: Calibration.Group) -> Calibration.Evidence {
        Calibration.Evidence(
            group: attributions[index].isSigned ? .signed : group,
            score: Int32((attributions[index].confidence * 1000).rounded()))
    }

    private func evidence(ofSource index: Int) -> Calibration.Evidence {
        guard let score = attributions[index].sourceScore else { return ruled(index, .ruledSource) }
        return Calibration.Evidence(group: score.isAgreed ? .agreedSource : .doubtfulSource, score: score.margin)
    }

    /// What the confidence in a quote of a kind follows from. Inside somebody's words it is judged as if it stood alone.
    private func evidence(of index: Int, _ kind: Quote.Kind) -> Calibration.Evidence {
        let attribution = attributions[index]
        let score = attribution.score.flatMap { outer[index] == nil ? $0.inPlace : $0.alone }
        guard let score else { return ruled(index, attribution.cue == nil ? .uncued : .ruled) }
        let group: Calibration.Group =
            switch kind {
            case .direct: .direct
            case .mixed: .mixed
            case .indirect: .indirect
            }
        return Calibration.Evidence(group: group, score: score)
    }

    private func mention(_ named: SpeakerResolver.Named) -> Mention {
        Mention(range: named.tokens.map(document.span), speaker: named.speaker)
    }

    private func kind(of index: Int) -> Quote.Kind {
        let words = attributions[index].content.joined().filter {
            document.tokens[$0].isWord || document.tokens[$0].kind == .number
        }
        let quoted = words.filter { isOwnQuoted($0, index) }.count
        return quoted == 0 ? .indirect : quoted == words.count ? .direct : .mixed
    }

    /// Whether a token stands between marks and is not somebody else's: the marks inside a nested quote are its own.
    private func isOwnQuoted(_ token: Int, _ index: Int) -> Bool {
        document.isQuoted(token)
            && !inside[index].contains { attributions[$0].content.contains { $0.contains(token) } }
    }

    private func quotedParts(of index: Int) -> [ByteRange] {
        attributions[index].content.flatMap { part -> [ByteRange] in
            var parts: [ByteRange] = []
            var start = part.lowerBound
            while start < part.upperBound {
                var end = start
                while end < part.upperBound, isOwnQuoted(end, index) { end += 1 }
                if end > start { parts.append(document.span(start..<end)) }
                start = max(end, start + 1)
            }
            return parts
        }
    }

    /// For each attribution, the smallest other one whose words hold its cue and its words.
    private static func nesting(_ attributions: [Attribution]) -> [Int?] {
        // Each attribution's words hold the cues of those inside: only these pairs are looked at.
        let byCue = attributions.indices.filter { attributions[$0].cue != nil }
            .map { (verb: attributions[$0].cue?.verb ?? 0, index: $0) }.sorted { $0.verb < $1.verb }
        var outer = [Int?](repeating: nil, count: attributions.count)
        for (index, attribution) in attributions.enumerated() {
            for part in attribution.content {
                var position = byCue.partitioningIndex { $0.verb >= part.lowerBound }
                while position < byCue.count, byCue[position].verb < part.upperBound {
                    let inner = byCue[position].index
                    position += 1
                    let isInside = attributions[inner].content.allSatisfy {
                        part.lowerBound <= $0.lowerBound && $0.upperBound <= part.upperBound
                    }
                    guard inner != index, isInside else { continue }
                    if let known = outer[inner], size(known, attributions) <= size(index, attributions) { continue }
                    outer[inner] = index
                }
            }
        }
        return outer
    }

    private static func size(_ index: Int, _ attributions: [Attribution]) -> Int {
        attributions[index].content.reduce(0) { $0 + $1.count }
    }
}
