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
        var start = 0
        while start < text.count {
            if let end = match(0, text, start) {
                found.append(start..<end)
                start = end
            } else {
                start += 1
            }
        }
        return found
    }

    /// The end of a match of the pattern's words from `word` on that starts at `position`; nil where there is none.
    func match(_ word: Int, _ text: [FoldedWord], _ position: Int) -> Int? {
        guard word < words.count else { return position }
        guard position < text.count else { return nil }
        let isLastPrefix = isPrefix && word == words.count - 1
        if isLastPrefix ? text[position].form.hasPrefix(words[word].form) : text[position].stem == words[word].stem,
            let end = match(word + 1, text, position + 1)
        {
            return end
        }
        if word + 1 < words.count, !(isPrefix && word + 1 == words.count - 1), text[position].stem == joined[word],
            let end = match(word + 2, text, position + 1)
        {
            return end
        }
        if text[position].isHyphenatedToNext, position + 1 < text.count, !isLastPrefix,
            Folding.stem(ofForm: text[position].form + text[position + 1].form) == words[word].stem,
            let end = match(word + 1, text, position + 2)
        {
            return end
        }
        return nil
    }
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
