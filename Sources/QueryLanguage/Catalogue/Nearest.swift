/// The known word that somebody probably meant.
package enum Nearest {
    /// The candidate with the fewest edits to `word`, if they are few, at most `limit`; the first of equals.
    package static func word(to word: String, among candidates: some Sequence<String>, limit most: Int = 3) -> String? {
        let target = Array(word.lowercased().utf8)
        guard target.count >= 2, target.count <= 40 else { return nil }
        let limit = min(most, target.count < 4 ? 1 : target.count < 8 ? 2 : 3)
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let bytes = Array(candidate.utf8)
            guard abs(bytes.count - target.count) <= limit else { continue }
            let distance = edits(target, bytes)
            if distance <= limit, distance < (best?.distance ?? .max), distance < target.count - 1 {
                best = (candidate, distance)
            }
        }
        return best?.candidate
    }

    /// Insertions, deletions, replacements and swaps of neighbours between two words.
    private static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
                row.append(best)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
