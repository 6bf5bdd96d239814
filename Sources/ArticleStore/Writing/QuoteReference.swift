import Text

/// The name of a quote for ever, from the source's checksum, the version, and the spans of its words.
struct QuoteReference: Hashable, CustomStringConvertible {
    private var digits = Fingerprint()

    /// The name as SQLite keeps it.
    var number: Int64 { Int64(bitPattern: digits.value) }
    /// The name as it is printed: `q:` and sixteen hexadecimal digits.
    var description: String { "q:" + digits.hex }

    init(source: Fingerprint, version: Int, segments: [ByteRange]) {
        let numbers = [source.value, UInt64(version)] + segments.flatMap { [UInt64($0.lower), UInt64($0.upper)] }
        for number in numbers {
            for shift in 0..<8 { digits.combine(UInt8(truncatingIfNeeded: number >> (shift * 8))) }
        }
    }

    /// The name that a text prints; nil for any other text.
    init?(_ text: String) {
        guard text.hasPrefix("q:"), text.utf8.count == 18, let value = UInt64(text.dropFirst(2), radix: 16) else {
            return nil
        }
        digits.value = value
    }
}
