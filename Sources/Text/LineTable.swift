/// Where the lines of a text begin: offsets to lines and columns.
///
/// What is kept is little, however many lines there are: it is known of every block of bytes how many lines end before it and where the
/// last of them does, and the bytes of one block are counted when they are asked for.
package struct LineTable: Sendable {
    private static let blockSize = 1024

    private let bytes: [UInt8]
    /// What stands before each block.
    private let blocks: [Place]

    /// A place in a text: the number of line ends before it, and where the line begins that it stands in.
    private struct Place {
        var ends = 0
        var lineStart = 0
    }

    /// Reads the line ends of `bytes`: `\n`, `\r\n` and a lone `\r`.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var blocks = [Place()]
        blocks.reserveCapacity(bytes.count / LineTable.blockSize + 1)
        for start in stride(from: 0, to: bytes.count - LineTable.blockSize, by: LineTable.blockSize) {
            let end = start + LineTable.blockSize
            blocks.append(LineTable.place(end, in: bytes, from: start, blocks[blocks.count - 1]))
        }
        self.blocks = blocks
    }

    /// The number, from 1, of the line that holds the byte at `offset`.
    package func line(at offset: Int) -> Int { place(of: offset).ends + 1 }

    /// The column, from 1 and in bytes, of the byte at `offset` in its line.
    package func column(at offset: Int) -> Int { offset - place(of: offset).lineStart + 1 }

    /// The offset after the line of `bytes` that begins at `start`, its end included.
    package static func end(ofLineAt start: Int, in bytes: [UInt8]) -> Int {
        bytes[start...].indices.first { endsLine($0, in: bytes) }.map { $0 + 1 } ?? bytes.count
    }

    private func place(of offset: Int) -> Place {
        let offset = min(max(0, offset), bytes.count)
        let block = min(offset / LineTable.blockSize, blocks.count - 1)
        return LineTable.place(offset, in: bytes, from: block * LineTable.blockSize, blocks[block])
    }

    /// The place of an offset, from that of one before it.
    private static func place(_ offset: Int, in bytes: [UInt8], from start: Int, _ known: Place) -> Place {
        var place = known
        for index in start..<offset where endsLine(index, in: bytes) {
            place.ends += 1
            place.lineStart = index + 1
        }
        return place
    }

    /// Whether the byte at `index` is the last one of a line.
    package static func endsLine(_ index: Int, in bytes: [UInt8]) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
        default: false
        }
    }
}
