import QueryLanguage
import Text

/// What the order of the stems of a text tells about a test of words: whether it cannot hold there.
indirect enum TrailTest {
    case phrase(TrailSearch)
    case near(TrailSearch, TrailSearch, distance: Int)
    case all([TrailTest])
    case any([TrailTest])

    /// Nil where the order tells nothing.
    init?(_ test: WordTest) {
        switch test {
        case .phrase(let phrase), .quoted(let phrase):
            let search = TrailSearch(phrase)
            guard search.isTelling else { return nil }
            self = .phrase(search)
        case .near(.phrase(let a), .phrase(let b), let distance):
            self = .near(TrailSearch(a), TrailSearch(b), distance: distance)
        case .all(let parts):
            let telling = parts.compactMap { TrailTest($0) }
            guard !telling.isEmpty else { return nil }
            self = .all(telling)
        case .any(let parts):
            let telling = parts.compactMap { TrailTest($0) }
            guard telling.count == parts.count else { return nil }
            self = .any(telling)
        case .near, .exactly, .regex, .not: return nil
        }
    }

    /// Whether the test can hold in a text with this trail.
    func canHold(in trail: UnsafeRawBufferPointer) -> Bool {
        switch self {
        case .phrase(let search): return search.canBeIn(trail)
        case .near(let a, let b, let distance):
            let first = a.beginnings(in: trail)
            if first.isEmpty { return false }
            let second = b.beginnings(in: trail)
            // Where a match ends is not certain, so the longest ones are allowed for.
            let reach = distance + max(a.longest, b.longest)
            return first.contains { start in
                let next = second.partitioningIndex { $0 >= start - reach }
                return next < second.count && second[next] <= start + reach
            }
        case .all(let parts): return parts.allSatisfy { $0.canHold(in: trail) }
        case .any(let parts): return parts.contains { $0.canHold(in: trail) }
        }
    }
}
