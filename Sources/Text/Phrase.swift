/// Words to be found next to one another, however they are spelled, hyphenated and inflected.
///
///     Phrase("cease fire").matches(in: Folding.words(in: "The cease-fires, a ceasefire"))   // two ranges of words
package struct Phrase: Hashable, Sendable {
    /// The folded words of the pattern; a last word that was written with `*` is `isPrefix`.
    package let words: [FoldedWord]
    /// Whether the last word stands for every word that begins so.
    package let isPrefix: Bool
    /// The stem of each word but the last written together with the next one.
    let joined: [String]

    /// Folds a pattern; `terror*` at the end makes the last word a prefix.
    package init(_ pattern: String) {
        words = Folding.words(in: pattern)
        isPrefix = pattern.utf8.last == UInt8(ascii: "*") && !words.isEmpty
        joined = zip(words, words.dropFirst()).map { Folding.stem(ofForm: $0.form + $1.form) }
    }

    /// For each word of the pattern, the stems of which one must be in a text that matches: the word's own, or that of
    /// the word joined to its neighbour. A prefix is given as `form*`. For looking candidates up in an index.
    package var requiredStems: [[String]] {
        words.indices.map { index in
            if isPrefix, index == words.count - 1 { return [words[index].form + "*"] }
            var stems = [words[index].stem]
            if index > 0 { stems.append(joined[index - 1]) }
            if index + 1 < words.count { stems.append(joined[index]) }
            return stems
        }
    }

    /// The matches in a text's words, in order and without overlap, as ranges of indices into `text`.
    package func matches(in text: [FoldedWord]) -> [Range<Int>] {
        guard !words.isEmpty else { return [] }
        var found: [Range<Int>] = []
        var deadEnds = DeadEnds()
        var start = 0
        while start < text.count {
            if let end = match(0, text, start, &deadEnds) {
                found.append(start..<end)
                start = end
            } else {
                start += 1
            }
        }
        return found
    }

    /// Whether a match starts with a text.
    func isMatch(atStartOf text: [FoldedWord]) -> Bool {
        var deadEnds = DeadEnds()
        return match(0, text, 0, &deadEnds) != nil
    }

    /// The end of a match of the pattern's words from `word` on that starts at `position`; nil where there is none.
    private func match(_ word: Int, _ text: [FoldedWord], _ position: Int, _ deadEnds: inout DeadEnds) -> Int? {
        guard word < words.count else { return position }
        guard position < text.count, !deadEnds.contains(word, position) else { return nil }
        let isLastPrefix = isPrefix && word == words.count - 1
        let isWord =
            isLastPrefix ? text[position].form.hasPrefix(words[word].form) : text[position].stem == words[word].stem
        if isWord, let end = match(word + 1, text, position + 1, &deadEnds) { return end }
        let isJoined =
            word + 1 < words.count && !(isPrefix && word + 1 == words.count - 1)
            && text[position].stem == joined[word]
        if isJoined, let end = match(word + 2, text, position + 1, &deadEnds) { return end }
        let isCompound =
            text[position].isHyphenatedToNext && position + 1 < text.count && !isLastPrefix
            && Folding.stem(ofForm: text[position].form + text[position + 1].form) == words[word].stem
        if isCompound, let end = match(word + 1, text, position + 2, &deadEnds) { return end }
        if isWord || isJoined || isCompound { deadEnds.insert(word, position) }
        return nil
    }
}

/// The words of a pattern that were looked for in vain at places of a text.
///
/// Several ways can lead to the same place, where hyphens join words; each is gone from there once, or a text such as `ed-ed-ed` would
/// be looked at for ever.
struct DeadEnds {
    private struct End: Hashable { let word, place: Int }
    private var ends: Set<End> = []

    func contains(_ word: Int, _ place: Int) -> Bool { !ends.isEmpty && ends.contains(End(word: word, place: place)) }

    /// Nothing leads back to the first word of a pattern.
    mutating func insert(_ word: Int, _ place: Int) { if word > 0 { ends.insert(End(word: word, place: place)) } }
}

extension Array where Element == FoldedWord {
    /// Every key under which these words can be looked up: stems, forms, and the stems of words joined by a hyphen.
    package var indexTerms: [String] {
        var terms: [String] = []
        for (index, word) in enumerated() {
            terms.append(word.stem)
            if word.form != word.stem { terms.append(word.form) }
            if word.isHyphenatedToNext, index + 1 < count {
                terms.append(Folding.stem(ofForm: word.form + self[index + 1].form))
            }
        }
        return terms
    }
}
