import Text

/// The trails of some quotes as one row of `stem_trails` keeps them: for each quote, in ascending order, how far its number is from the one
/// before, the length of its trail, both as numbers of seven bits a byte, and the trail.
struct TrailBlock {
    private(set) var first: Int64 = 0
    private(set) var last: Int64 = 0
    private(set) var bytes: [UInt8] = []

    /// A row with more bytes is not added to.
    private static let limit = 32_768

    /// Whether the trail of another quote can be added.
    func canHold(_ quote: Int64) -> Bool { bytes.isEmpty || quote > last && bytes.count < TrailBlock.limit }

    /// Adds the trail of a quote.
    mutating func add(_ trail: [UInt8], of quote: Int64) {
        if bytes.isEmpty { (first, last) = (quote, quote) }
        add(UInt64(quote - last))
        add(UInt64(trail.count))
        bytes += trail
        last = quote
    }

    private mutating func add(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Calls `look` with the quotes of a row and their trails; what is no trail ends it.
    static func forEach(
        _ bytes: UnsafeRawBufferPointer, from first: Int64, _ look: (Int64, UnsafeRawBufferPointer) throws -> Void
    ) rethrows {
        var index = 0
        var quote = first
        func number() -> Int? {
            var (value, shift) = (0, 0)
            while index < bytes.count, shift < 56 {
                let byte = bytes[index]
                index += 1
                value |= Int(byte & 0x7F) << shift
                if byte < 0x80 { return value }
                shift += 7
            }
            return nil
        }
        while let distance = number(), let length = number(), length <= bytes.count - index {
            quote &+= Int64(distance)
            try look(quote, UnsafeRawBufferPointer(rebasing: bytes[index..<(index + length)]))
            index += length
        }
    }
}

extension RowWriter {
    /// Keeps the trail of a quote.
    func keepTrail(_ trail: [UInt8], of quote: Int64) throws {
        if !trails.canHold(quote) { try writeTrails() }
        trails.add(trail, of: quote)
    }

    /// Writes the trails that were gathered.
    func writeTrails() throws {
        if trails.bytes.isEmpty { return }
        try db.run(
            "INSERT OR REPLACE INTO stem_trails (first_quote_id, last_quote_id, trails) VALUES (?, ?, ?)",
            [trails.first, trails.last, blob(trails.bytes)])
        trails = TrailBlock()
    }
}
