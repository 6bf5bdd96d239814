import Text

/// What people marked in one text beside what was found.
struct Comparison {
    let gold: [ComparedQuote]
    let found: [ComparedQuote]
    /// For each quote of the gold the found one that has at least half of all their words; best overlap first, one to one.
    let matches: [Int: Int]

    init(gold: [ComparedQuote], found: [ComparedQuote]) {
        self.gold = gold
        self.found = found
        var pairs: [(overlap: Double, gold: Int, found: Int)] = []
        for (i, g) in gold.enumerated() {
            for (j, f) in found.enumerated() where !g.words.isDisjoint(with: f.words) {
                let common = g.words.intersection(f.words).count
                pairs.append((Double(common) / Double(g.words.count + f.words.count - common), i, j))
            }
        }
        pairs.sort { (-$0.overlap, $0.gold, $0.found) < (-$1.overlap, $1.gold, $1.found) }
        var matches: [Int: Int] = [:]
        var taken: Set<Int> = []
        for pair in pairs where pair.overlap >= 0.5 && matches[pair.gold] == nil && !taken.contains(pair.found) {
            matches[pair.gold] = pair.found
            taken.insert(pair.found)
        }
        self.matches = matches
    }

    /// Whether a matched pair has the right source.
    func hasRightSource(_ index: Int) -> Bool {
        guard let match = matches[index] else { return false }
        guard let right = gold[index].source else { return found[match].source == nil }
        return found[match].source?.overlaps(right) ?? false
    }

    /// How many quotes have the right words.
    var words: Figures { Figures(gold: gold.count, found: found.count { !$0.words.isEmpty }, right: matches.count) }

    /// How many have the right words and the right source.
    var wholes: Figures {
        Figures(
            gold: gold.count, found: found.count { !$0.words.isEmpty }, right: gold.indices.count(where: hasRightSource)
        )
    }
}
