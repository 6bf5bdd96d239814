/// What speaks for and against a candidate once its source and its words are known.
package struct DecisionFeatures {
    private let text: TaggedDocument
    private let document: Document
    private let candidates: [AttributionCandidate]

    /// - Parameter candidates: all of a document, in the order of their cues.
    package init(_ candidates: [AttributionCandidate], in text: TaggedDocument) {
        self.text = text
        document = text.document
        self.candidates = candidates
    }

    /// What other candidates say about one: the highest cue score among those in whose words its cue stands, among those whose cues
    /// stand in its words, and among the others that share its words.
    private struct Neighbours {
        var around: Int32?
        var inside: Int32?
        var rival: Int32?
    }

    private func neighbours(of index: Int) -> Neighbours {
        let candidate = candidates[index]
        var neighbours = Neighbours()
        // Words never reach further than a window does.
        for other in max(0, index - 40)..<min(candidates.count, index + 40) where other != index {
            let score = candidates[other].cueScore
            if candidates[other].holds(candidate.cue) {
                neighbours.around = max(neighbours.around ?? .min, score)
            } else if candidate.holds(candidates[other].cue) {
                neighbours.inside = max(neighbours.inside ?? .min, score)
            } else if candidate.holds(candidates[other].content[0].lowerBound) {
                neighbours.rival = max(neighbours.rival ?? .min, score)
            }
        }
        return neighbours
    }

    private static func bucket(_ score: Int32?) -> UInt64 {
        guard let score else { return 99 }
        return UInt64(max(-10, min(10, score / 16)) + 10)
    }

    /// Whether a candidate's cue stands in words that somebody else is found to have said.
    func isInside(_ index: Int) -> Bool {
        let cue = candidates[index].cue
        return text.isRuledContent[cue]
            || (max(0, index - 40)..<min(candidates.count, index + 40)).contains {
                $0 != index && candidates[$0].holds(cue)
            }
    }

    /// The features of one candidate.
    /// - Parameter isAlone: whether nothing is told about whose words it stands in: people who mark outer attributions alone have taught
    ///   that what stands there is none.
    package func rows(_ index: Int, isAlone: Bool = false, into rows: inout [UInt32]) {
        rows.removeAll(keepingCapacity: true)
        let candidate = candidates[index]
        let neighbours = neighbours(of: index)
        let cue = candidate.cue
        let lemma = text.lemmas[cue]
        let tag = UInt64(text.tags[cue].rawValue)
        let score = DecisionFeatures.bucket(candidate.cueScore)
        let first = candidate.content[0].lowerBound
        let last = candidate.content[candidate.content.count - 1].upperBound - 1
        let words = candidate.content.joined().filter { document.tokens[$0].isWord }
        let quoted = words.count { document.isQuoted($0) }
        let kind: UInt64 = quoted == 0 ? 0 : quoted == words.count ? 1 : 2
        let size: UInt64 =
            words.count <= 1
            ? 0 : words.count <= 3 ? 1 : words.count <= 6 ? 2 : words.count <= 12 ? 3 : words.count <= 25 ? 4 : 5
        let side: UInt64 = last < cue ? 0 : first > cue ? 1 : 2
        let sourceSide: UInt64 = candidate.source.lowerBound > cue ? 1 : 0
        let distance =
            candidate.source.lowerBound > cue
            ? candidate.source.lowerBound - cue : cue - candidate.source.upperBound + 1
        let sourceStep = UInt64(min(max(distance, 0), 9))
        let sourceLength = UInt64(min(candidate.source.count, 6))
        let head = candidate.source.upperBound - 1
        let headKind: UInt64 =
            document.tokens[candidate.source.lowerBound].isPronoun ? 1 : document.tokens[head].isCapitalized ? 2 : 3
        let gap = UInt64(min(max(0, first > cue ? first - cue : cue - last), 12))
        let ending: UInt64 = document.sentence(of: last).upperBound - last <= 2 ? 1 : 0
        let hasVerb: UInt64 = words.contains { text.tags[$0].isVerb || text.tags[$0] == .modal } ? 1 : 0
        let opening = text.keys.words[first]
        let openingTag = UInt64(text.tags[first].rawValue)
        let rule = agreement(candidate, isAlone: isAlone)
        let (around, inside, rival) = (
            DecisionFeatures.bucket(isAlone ? nil : neighbours.around), DecisionFeatures.bucket(neighbours.inside),
            DecisionFeatures.bucket(neighbours.rival)
        )
        let shape = kind << 8 | size << 4 | side
        rows.append(FeatureHash.row(400, 0))
        rows.append(FeatureHash.row(401, score))
        rows.append(FeatureHash.row(402, score, shape))
        rows.append(FeatureHash.row(403, score, around))
        rows.append(FeatureHash.row(404, score, inside))
        rows.append(FeatureHash.row(405, score, rival, kind))
        rows.append(FeatureHash.row(406, lemma))
        rows.append(FeatureHash.row(407, lemma, shape))
        rows.append(FeatureHash.row(408, lemma, openingTag))
        rows.append(FeatureHash.row(409, lemma, opening))
        rows.append(FeatureHash.row(410, opening, side))
        rows.append(FeatureHash.row(411, openingTag, shape))
        rows.append(FeatureHash.row(412, headKind << 4 | sourceSide, sourceStep, tag))
        rows.append(FeatureHash.row(413, lemma, headKind << 4 | sourceSide, sourceStep))
        rows.append(FeatureHash.row(414, text.keys.words[head], side))
        rows.append(FeatureHash.row(415, sourceLength, headKind, sourceSide))
        rows.append(FeatureHash.row(416, rule, kind, side))
        rows.append(FeatureHash.row(417, rule, lemma))
        rows.append(FeatureHash.row(418, rule, score))
        rows.append(FeatureHash.row(419, gap, side << 1 | ending, kind))
        rows.append(FeatureHash.row(420, lemma, gap, side))
        rows.append(FeatureHash.row(421, hasVerb << 1 | ending, size, kind))
        rows.append(FeatureHash.row(422, lemma, hasVerb << 1 | ending, kind))
        rows.append(FeatureHash.row(423, UInt64(candidate.content.count), side, kind))
        rows.append(FeatureHash.row(424, around, inside, tag))
        rows.append(FeatureHash.row(425, UInt64(max(-20, min(60, candidate.labelScore / 8)) + 20), shape))
        rows.append(FeatureHash.row(426, text.keys.words[candidate.source.lowerBound], lemma))
        rows.append(FeatureHash.row(427, score, headKind << 4 | sourceSide, sourceStep))
        rows.append(FeatureHash.row(428, tag, shape, score))
        rows.append(FeatureHash.row(429, before(first), side, openingTag))
        rows.append(FeatureHash.row(430, after(last), side, kind))
        let verbs = UInt64(
            min(3, words.count { text.isCatalogued[$0] && text.tags[$0].isVerb && !document.isQuoted($0) }))
        let commas = UInt64(
            min(3, candidate.content.joined().count { document.lower($0) == "," && !document.isQuoted($0) }))
        rows.append(FeatureHash.row(431, tagAfter(last, 1) << 8 | tagAfter(last, 2), side, kind))
        rows.append(FeatureHash.row(432, after(last), tagAfter(last, 2) << 8 | tagAfter(last, 3), side))
        rows.append(FeatureHash.row(433, lemma, after(last), side))
        rows.append(FeatureHash.row(434, verbs << 8 | commas, ending << 2 | side, kind))
        rows.append(FeatureHash.row(435, before(first), opening, side))
        rows.append(FeatureHash.row(436, UInt64(text.tags[last].rawValue), tagAfter(last, 1), ending << 2 | side))
    }

    /// The number of the token before the words.
    private func before(_ first: Int) -> UInt64 {
        first > document.sentence(of: first).lowerBound ? text.keys.words[first - 1] : 1
    }

    /// The number of the token after the words.
    private func after(_ last: Int) -> UInt64 {
        last + 1 < document.sentence(of: last).upperBound ? text.keys.words[last + 1] : 1
    }

    /// The part of speech of a token behind the words; quoted ones and marks count as parts of speech of their own.
    private func tagAfter(_ last: Int, _ step: Int) -> UInt64 {
        let position = last + step
        guard position < document.sentence(of: last).upperBound else { return 99 }
        if document.isQuoted(position) { return 50 }
        return document.tokens[position].isMark ? 51 : UInt64(text.tags[position].rawValue)
    }

    /// How far the rules agree: they found nothing, other words, the same words from another source, or the same.
    private func agreement(_ candidate: AttributionCandidate, isAlone: Bool) -> UInt64 {
        let isInside: UInt64 = !isAlone && text.isRuledContent[candidate.cue] ? 8 : 0
        guard let ruled = text.ruled[candidate.cue] else { return isInside }
        let common = candidate.content.joined().count { token in ruled.content.contains { $0.contains(token) } }
        let all = candidate.count + ruled.content.reduce(0) { $0 + $1.count } - common
        let sameWords = common * 2 >= all
        let sameSource = ruled.source.map { $0.overlaps(candidate.source) } ?? false
        return isInside | (sameWords ? (sameSource ? 4 : 3) : (sameSource ? 2 : 1))
    }
}
