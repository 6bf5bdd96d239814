/// A half-open range of UTF-8 bytes in one text.
///
/// Every offset inside the package is of this kind. Code points and UTF-16 units exist only at the edges
/// (JSON, editors), where `CodePointMap` and its kin convert.
package struct ByteRange: Hashable, Sendable, Codable {
    /// The offset of the first byte.
    package let lower: Int
    /// The offset just past the last byte; never below `lower`.
    package let upper: Int

    /// The range from `lower` up to, and not including, `upper`; an inverted range becomes empty at `lower`.
    package init(_ lower: Int, _ upper: Int) {
        self.lower = lower
        self.upper = max(lower, upper)
    }

    /// The number of bytes.
    package var count: Int { upper - lower }

    /// Whether no byte is in the range.
    package var isEmpty: Bool { lower == upper }

    /// The same bytes as a range of the standard library, for subscripts.
    package var indices: Range<Int> { lower..<upper }

    /// Whether the byte at `offset` is in the range.
    package func contains(_ offset: Int) -> Bool { lower <= offset && offset < upper }

    /// Whether every byte of `other` is in the range.
    package func contains(_ other: ByteRange) -> Bool { lower <= other.lower && other.upper <= upper }

    /// Whether both ranges share a byte.
    package func overlaps(_ other: ByteRange) -> Bool { lower < other.upper && other.lower < upper }

    /// The smallest range that holds both.
    package func union(_ other: ByteRange) -> ByteRange {
        ByteRange(min(lower, other.lower), max(upper, other.upper))
    }

    /// The range moved by `distance` bytes.
    package func shifted(by distance: Int) -> ByteRange { ByteRange(lower + distance, upper + distance) }
}

extension ByteRange: Comparable {
    /// By start, then by end.
    package static func < (a: ByteRange, b: ByteRange) -> Bool { (a.lower, a.upper) < (b.lower, b.upper) }
}

extension Array where Element == UInt8 {
    /// The printed text of a range, with broken UTF-8 replaced by U+FFFD; the range is clamped to the array.
    package func text(_ range: ByteRange) -> String {
        let lower = Swift.min(Swift.max(0, range.lower), count)
        return String(decoding: self[lower..<Swift.min(Swift.max(lower, range.upper), count)], as: UTF8.self)
    }
}
