import Text

/// The known word that somebody probably meant.
package enum Nearest {
    /// The candidate with the fewest edits to `word`, if they are few, at most `limit`; the first of equals.
    package static func word(to word: String, among candidates: some Sequence<String>, limit most: Int = 3) -> String? {
        let target = Array(word.lowercased().utf8)
        guard target.count >= 2, target.count <= 40 else { return nil }
        let limit = min(most, target.count < 4 ? 1 : target.count < 8 ? 2 : 3)
        var best: (candidate: String, distance: Int)?
        for candidate in candidates where abs(candidate.utf8.count - target.count) <= limit {
            let bytes = Array(candidate.utf8)
            let distance = EditDistance.between(target, bytes, limit: limit)
            if distance <= limit, distance < (best?.distance ?? .max), distance < target.count - 1 {
                best = (candidate, distance)
            }
        }
        return best?.candidate
    }
}
