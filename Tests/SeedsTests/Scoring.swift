/// Compares quotes as sets of words, as the field's scorer does: marks and white space never matter.
struct Scoring {
    /// The words of a text as ranges of code points.
    private let words: [Range<Int>]

    init(_ text: [Unicode.Scalar]) {
        var words: [Range<Int>] = []
        var start: Int?
        for (index, scalar) in text.enumerated() {
            let isInner =
                start != nil && ["'", "’", ".", ","].contains(scalar) && index + 1 < text.count
                && Scoring.isWord(text[index + 1])
            if Scoring.isWord(scalar) || isInner {
                start = start ?? index
            } else if let first = start {
                words.append(first..<index)
                start = nil
            }
        }
        if let start { words.append(start..<text.count) }
        self.words = words
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
    }

    /// The indices of the words that some spans touch.
    func words(in spans: [[Int]]) -> Set<Int> {
        Set(
            spans.flatMap { span in
                words.indices.filter { words[$0].upperBound > span[0] && words[$0].lowerBound < span[1] }
            })
    }

    /// Pairs of a gold and a predicted quote, one to one, best overlap first, where at least half of their words are common.
    static func matches(_ gold: [Set<Int>], _ found: [Set<Int>]) -> [Int: Int] {
        var pairs: [(overlap: Double, gold: Int, found: Int)] = []
        for (i, g) in gold.enumerated() {
            for (j, f) in found.enumerated() where !g.isDisjoint(with: f) {
                pairs.append((Double(g.intersection(f).count) / Double(g.union(f).count), i, j))
            }
        }
        pairs.sort { (-$0.overlap, $0.gold, $0.found) < (-$1.overlap, $1.gold, $1.found) }
        var matched: [Int: Int] = [:]
        var taken: Set<Int> = []
        for pair in pairs where pair.overlap >= 0.5 && matched[pair.gold] == nil && !taken.contains(pair.found) {
            matched[pair.gold] = pair.found
            taken.insert(pair.found)
        }
        return matched
    }
}
