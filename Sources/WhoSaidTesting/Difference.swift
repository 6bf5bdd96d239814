/// What differs between two lists of lines.
enum Difference {
    /// The lines that stay with two blanks before them, those that are missing with `- `, those that were not expected
    /// with `+ `; in the middle of many that stay, how many they are.
    static func lines(from expected: [String], to found: [String]) -> [String] {
        let changes = found.difference(from: expected)
        let removed = Set(changes.removals.map(\.offset))
        let inserted = Set(changes.insertions.map(\.offset))
        var lines: [String] = []
        var kept: [String] = []
        func flush() {
            lines += kept.count > 5 ? [kept[0], "  … \(kept.count - 2) more …", kept[kept.count - 1]] : kept
            kept = []
        }
        var (old, new) = (0, 0)
        while old < expected.count || new < found.count {
            if removed.contains(old) {
                flush()
                lines.append("- " + expected[old])
                old += 1
            } else if inserted.contains(new) {
                flush()
                lines.append("+ " + found[new])
                new += 1
            } else {
                kept.append("  " + expected[old])
                old += 1
                new += 1
            }
        }
        flush()
        return lines
    }
}

extension CollectionDifference.Change {
    /// Where it is: in the old collection for what is gone, in the new one for what has come.
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
