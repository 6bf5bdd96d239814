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
    /// One line: class, kind, cue, source, and the words in double brackets.
    let description: String

    /// All mistakes in one text.
    static func all(_ comparison: Comparison, in text: ComparedText) -> [Mistake] {
        let used = Set(comparison.matches.values)
        var mistakes: [Mistake] = []
        for (index, gold) in comparison.gold.enumerated() {
            if comparison.matches[index] != nil {
                if !comparison.hasRightSource(index) { mistakes.append(Mistake(.source, gold, text)) }
            } else {
                let isCut = comparison.found.indices.contains {
                    !used.contains($0) && !comparison.found[$0].words.isDisjoint(with: gold.words)
                }
                mistakes.append(Mistake(isCut ? .boundary : .missed, gold, text))
            }
        }
        for (index, found) in comparison.found.enumerated() where !used.contains(index) {
            mistakes.append(Mistake(.alarm, found, text))
        }
        return mistakes
    }

    private init(_ kind: MistakeClass, _ quote: ComparedQuote, _ text: ComparedText) {
        self.kind = kind
        self.quote = quote.kind
        let words = ByteRange(quote.content[0].lower, quote.content[quote.content.count - 1].upper)
        func print(_ range: ByteRange) -> String {
            String(text.bytes.text(range).map { $0.isNewline ? "¶" : $0 })
        }
        let before = ByteRange(max(0, words.lower - 100), words.lower)
        let after = ByteRange(words.upper, min(text.bytes.count, words.upper + 80))
        description = [
            kind.rawValue, quote.kind.rawValue, quote.cue.map(print) ?? "no cue",
            quote.source.map(print) ?? "no source",
            print(before) + "[[" + print(words) + "]]" + print(after),
        ].joined(separator: " | ")
    }
}
