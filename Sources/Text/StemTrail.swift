/// The stems of a text in their order, a byte each, which tell of nearly every text that a phrase cannot be in it.
///
/// Two stems can have the same byte, so a trail never tells for certain that a phrase is there.
///
///     StemTrail.of(["The cease-fire", "holds"])   // the bytes of `the`, `ceas`, a hyphen, `fir` and `hold`
package enum StemTrail {
    /// Stands between two words that a hyphen joins, which can be one word of a phrase.
    static let hyphen: UInt8 = 0
    /// Stands between the printed words of a quote and those that they stand for: no phrase runs from one into the other.
    static let end: UInt8 = 1

    /// The byte of a stem.
    static func byte(_ stem: String) -> UInt8 { UInt8(2 + Fingerprint(stem.utf8).value % 254) }

    /// Adds the words of a segment.
    package static func add(_ words: [FoldedWord], to trail: inout [UInt8]) {
        for word in words {
            trail.append(byte(word.stem))
            if word.isHyphenatedToNext { trail.append(hyphen) }
        }
    }

    /// Ends the printed words; what is added behind it is what they stand for.
    package static func end(_ trail: inout [UInt8]) { trail.append(end) }
}

/// The search of trails for one phrase.
package struct TrailSearch: Sendable {
    /// The byte of each word; nil for the beginning of one, which any word can have.
    private let stems: [UInt8?]
    /// The byte of each word but the last written together with the next one.
    private let joined: [UInt8]

    package init(_ phrase: Phrase) {
        stems = phrase.words.enumerated().map { index, word in
            phrase.isPrefix && index == phrase.words.count - 1 ? nil : StemTrail.byte(word.stem)
        }
        joined = phrase.joined.map(StemTrail.byte)
    }

    /// Whether a trail tells more than that the words are there: where there are several of them.
    package var isTelling: Bool { stems.count > 1 }

    /// How many words of a text can be one match at most.
    package var longest: Int { 2 * stems.count }

    /// Whether the phrase can be in the text.
    package func canBeIn(_ trail: UnsafeRawBufferPointer) -> Bool {
        var deadEnds = DeadEnds()
        return trail.indices.contains { isMatch(0, trail, $0, &deadEnds) }
    }

    /// Where matches can begin, as numbers of words.
    package func beginnings(in trail: UnsafeRawBufferPointer) -> [Int] {
        var found: [Int] = []
        var deadEnds = DeadEnds()
        var word = 0
        for index in trail.indices where trail[index] != StemTrail.hyphen {
            if isMatch(0, trail, index, &deadEnds) { found.append(word) }
            word += 1
        }
        return found
    }

    /// Whether the words of the phrase from `word` on can stand at a place: what `Phrase.match` does, without being sure.
    private func isMatch(_ word: Int, _ trail: UnsafeRawBufferPointer, _ index: Int, _ deadEnds: inout DeadEnds) -> Bool
    {
        guard word < stems.count else { return true }
        guard index < trail.count, trail[index] > StemTrail.end, !deadEnds.contains(word, index) else { return false }
        let next = behind(index, trail)
        guard let stem = stems[word] else { return isMatch(word + 1, trail, next, &deadEnds) }
        let isWord = trail[index] == stem
        let isJoined = word < joined.count && trail[index] == joined[word]
        let isHyphenated = next == index + 2 && next < trail.count
        guard isWord || isJoined || isHyphenated else { return false }
        if isWord, isMatch(word + 1, trail, next, &deadEnds) { return true }
        if isJoined, isMatch(word + 2, trail, next, &deadEnds) { return true }
        if isHyphenated, isMatch(word + 1, trail, behind(next, trail), &deadEnds) { return true }
        deadEnds.insert(word, index)
        return false
    }

    /// Where the word after that at a place begins.
    private func behind(_ index: Int, _ trail: UnsafeRawBufferPointer) -> Int {
        index + 1 < trail.count && trail[index + 1] == StemTrail.hyphen ? index + 2 : index + 1
    }
}
