package import QueryLanguage
package import Text

/// The words beside a match, by which lines are ordered: whatever their case and accents, and before it the nearest first.
package struct ContextKey: Comparable, Hashable, Sendable {
    /// The words, each with a byte after it that is in none and less than all others, so that bytes are in the order of words.
    let bytes: [UInt8]

    /// The words of a text before or after one of its ranges.
    package init(of text: String, around range: ByteRange, _ side: Query.OrderKey.Side) {
        self.init(of: Folding.words(in: text)[...], around: range, side)
    }

    /// The words of some before or after a range of the same text.
    init(of all: ArraySlice<FoldedWord>, around range: ByteRange, _ side: Query.OrderKey.Side) {
        var bytes: [UInt8] = []
        func add(_ word: FoldedWord) {
            bytes += word.form.utf8
            bytes.append(0)
        }
        switch side {
        case .left: for word in all.reversed() where word.range.upper <= range.lower { add(word) }
        case .right: for word in all where word.range.lower >= range.upper { add(word) }
        }
        self.bytes = bytes
    }

    package static func < (a: ContextKey, b: ContextKey) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}
