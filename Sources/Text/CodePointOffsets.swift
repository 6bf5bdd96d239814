/// The way from the code points of a text, in which others count, to its bytes.
package struct CodePointOffsets: Sendable {
    /// The offset of each code point's first byte, and the number of bytes at the end.
    private let offsets: [Int]

    /// Counts the code points of `bytes`, which need not be valid UTF-8.
    package init(_ bytes: [UInt8]) {
        offsets = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    }

    /// The number of code points.
    package var count: Int { offsets.count - 1 }

    /// The bytes of some code points; nil where the text does not have them.
    package func bytes(_ codePoints: Range<Int>) -> ByteRange? {
        guard codePoints.lowerBound >= 0, codePoints.upperBound <= count else { return nil }
        return ByteRange(offsets[codePoints.lowerBound], offsets[codePoints.upperBound])
    }
}
