/// A set of bytes, tested with one shift and one mask.
package struct ByteSet: Hashable, Sendable {
    private var words: [4 of UInt64]

    /// The bytes of `text`'s UTF-8.
    package init(_ text: StaticString) {
        words = [0, 0, 0, 0]
        text.withUTF8Buffer { for byte in $0 { insert(byte) } }
    }

    private mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

    /// Whether `byte` is in the set.
    package func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

    /// The bytes of either set.
    package func union(_ other: ByteSet) -> ByteSet {
        var result = self
        for index in words.indices { result.words[index] |= other.words[index] }
        return result
    }

    package static func == (a: ByteSet, b: ByteSet) -> Bool {
        a.words.indices.allSatisfy { a.words[$0] == b.words[$0] }
    }

    package func hash(into hasher: inout Hasher) {
        for index in words.indices { hasher.combine(words[index]) }
    }
}
