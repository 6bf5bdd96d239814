/// Where the lines of a text begin: offsets to lines and columns and back, by binary search.
package struct LineTable: Sendable {
    /// The offset of the first byte of each line; the first is 0.
    package let starts: [Int]

    /// Reads the line ends of `bytes`: `\n`, `\r\n` and a lone `\r`.
    package init(_ bytes: [UInt8]) {
        var starts = [0]
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\n") {
                starts.append(index + 1)
            } else if byte == UInt8(ascii: "\r"), index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") {
                starts.append(index + 1)
            }
        }
        self.starts = starts
    }

    /// The number, from 1, of the line that holds the byte at `offset`.
    package func line(at offset: Int) -> Int { max(1, starts.partitioningIndex { $0 > offset }) }

    /// The column, from 1 and in bytes, of the byte at `offset` in its line.
    package func column(at offset: Int) -> Int { offset - starts[line(at: offset) - 1] + 1 }
}
