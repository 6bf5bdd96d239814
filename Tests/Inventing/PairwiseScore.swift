/// How well things were grouped, by all pairs of them.
package struct PairwiseScore: Hashable, Sendable {
    /// Pairs that are together and should be.
    package private(set) var right = 0
    /// Pairs that are together.
    package private(set) var found = 0
    /// Pairs that should be together.
    package private(set) var wanted = 0

    /// - Parameters:
    ///   - found: the group of each thing.
    ///   - wanted: the group in which it should be; as many.
    package init(found: [Int], wanted: [Int]) {
        struct Both: Hashable {
            let found: Int
            let wanted: Int
        }
        var groups: (found: [Int: Int], wanted: [Int: Int], both: [Both: Int]) = ([:], [:], [:])
        for (found, wanted) in zip(found, wanted) {
            groups.found[found, default: 0] += 1
            groups.wanted[wanted, default: 0] += 1
            groups.both[Both(found: found, wanted: wanted), default: 0] += 1
        }
        func pairs(_ sizes: some Collection<Int>) -> Int { sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
        right = pairs(groups.both.values)
        self.found = pairs(groups.found.values)
        self.wanted = pairs(groups.wanted.values)
    }

    /// The part of the pairs found that is right; 1 where none was found.
    package var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
    /// The part of the pairs wanted that was found; 1 where none is wanted.
    package var recall: Double { wanted == 0 ? 1 : Double(right) / Double(wanted) }
}
