/// Byte offsets of one text as Unicode code points, the unit of the JSON that the program writes.
package struct CodePointMap: Sendable {
    /// The number of code points before each byte that starts a block of 64, so that a look-up counts at most 64.
    private let blocks: [Int]
    private let bytes: [UInt8]

    /// Counts the code points of `bytes`, which need not be valid UTF-8.
    package init(_ bytes: [UInt8]) {
        var blocks: [Int] = []
        var seen = 0
        for (index, byte) in bytes.enumerated() {
            if index % 64 == 0 { blocks.append(seen) }
            if byte & 0xC0 != 0x80 { seen += 1 }
        }
        if bytes.count % 64 == 0 { blocks.append(seen) }
        self.blocks = blocks
        self.bytes = bytes
    }

    /// The number of code points before the byte at `offset`.
    package func codePoints(before offset: Int) -> Int {
        let offset = min(max(0, offset), bytes.count)
        var count = blocks[offset / 64]
        for index in (offset / 64 * 64)..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// The start and the end of `range` in code points.
    package func codePoints(_ range: ByteRange) -> (start: Int, end: Int) {
        (codePoints(before: range.lower), codePoints(before: range.upper))
    }
}
