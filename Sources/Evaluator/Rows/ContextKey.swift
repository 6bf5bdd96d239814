package import QueryLanguage
package import Text

/// The words beside a match, by which lines are ordered: whatever their case and accents, and before it the nearest first.
package struct ContextKey: Comparable, Hashable, Sendable {
    private let words: [String]

    /// The words of a text before or after one of its ranges.
    package init(of text: String, around range: ByteRange, _ side: Query.OrderKey.Side) {
        let all = Folding.words(in: text)
        words =
            switch side {
            case .left: all.filter { $0.range.upper <= range.lower }.reversed().map(\.form)
            case .right: all.filter { $0.range.lower >= range.upper }.map(\.form)
            }
    }

    package static func < (a: ContextKey, b: ContextKey) -> Bool {
        a.words.lexicographicallyPrecedes(b.words) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
