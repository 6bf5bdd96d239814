/// How much of what was found is right, and how much of what is right was found.
struct Figures: CustomStringConvertible {
    var gold = 0
    var found = 0
    var right = 0

    static func += (total: inout Figures, part: Figures) {
        total.gold += part.gold
        total.found += part.found
        total.right += part.right
    }

    /// The harmonic mean of both shares, in per cent.
    var f: String { Percent.text(2 * right, of: found + gold) }

    /// `75.2 of those found, 57.7 of those marked, F 65.3`.
    var description: String {
        return
            "\(Percent.text(right, of: found)) of \(found) found, \(Percent.text(right, of: gold)) of \(gold) marked, F \(f)"
    }
}
