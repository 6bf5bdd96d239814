import Text

/// The ways in which a quote can be wrong.
enum MistakeClass: String, CaseIterable {
    /// Marked by people, and nothing was found there.
    case missed
    /// Found with other words: less than half of all words in common.
    case boundary
    /// Found with the right words from the wrong source.
    case source
    /// Found where people marked nothing.
    case alarm
}

/// A quote that is wrong, with its surroundings.
struct Mistake: CustomStringConvertible {
    let kind: MistakeClass
    let quote: ComparedQuote.Kind
    let cause: MistakeCause
    /// One line: class, kind, cause, cue, source, and the words in double brackets.
    let description: String

    /// All mistakes in one text.
    static func all(_ comparison: Comparison, in text: ComparedText) -> [Mistake] {
        let used = Set(comparison.matches.values)
        var mistakes: [Mistake] = []
        for (index, gold) in comparison.gold.enumerated() {
            if comparison.matches[index] != nil {
                guard !comparison.hasRightSource(index), let match = comparison.matches[index] else { continue }
                let cause = comparison.cause(ofSource: gold, comparison.found[match], in: text)
                mistakes.append(Mistake(.source, cause, gold, text))
            } else {
                let cut = comparison.found.indices.first {
                    !used.contains($0) && !comparison.found[$0].words.isDisjoint(with: gold.words)
                }
                let cause = comparison.cause(ofMissing: gold, cut: cut.map { comparison.found[$0] }, in: text)
                mistakes.append(Mistake(cut == nil ? .missed : .boundary, cause, gold, text))
            }
        }
        for (index, found) in comparison.found.enumerated() where !used.contains(index) && !found.words.isEmpty {
            mistakes.append(Mistake(.alarm, comparison.cause(ofAlarm: found), found, text))
        }
        return mistakes
    }

    private init(_ kind: MistakeClass, _ cause: MistakeCause, _ quote: ComparedQuote, _ text: ComparedText) {
        self.kind = kind
        self.cause = cause
        self.quote = quote.kind
        let words = ByteRange(quote.content[0].lower, quote.content[quote.content.count - 1].upper)
        func print(_ range: ByteRange) -> String {
            String(text.bytes.text(range).map { $0.isNewline ? "¶" : $0 })
        }
        let before = ByteRange(max(0, words.lower - 100), words.lower)
        let after = ByteRange(words.upper, min(text.bytes.count, words.upper + 80))
        description = [
            kind.rawValue, quote.kind.rawValue, cause.rawValue,
            quote.cues.isEmpty ? "no cue" : quote.cues.map(print).joined(separator: " "),
            quote.source.map(print) ?? "no source",
            print(before) + "[[" + print(words) + "]]" + print(after),
        ].joined(separator: " | ")
    }
}
