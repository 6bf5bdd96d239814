/// Moving between the lines of one text; offsets are bytes, columns are counted in scalars.
enum LineMotion {
    /// The same column one line up; nil on the first line.
    static func up(in text: String, from cursor: Int) -> Int? {
        let bytes = Array(text.utf8)
        let start = lineStart(bytes, cursor)
        guard start > 0 else { return nil }
        return offset(in: bytes, lineFrom: lineStart(bytes, start - 1), column: column(bytes, start, cursor))
    }

    /// The same column one line down; nil on the last line.
    static func down(in text: String, from cursor: Int) -> Int? {
        let bytes = Array(text.utf8)
        guard let end = bytes[min(cursor, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        return offset(in: bytes, lineFrom: end + 1, column: column(bytes, lineStart(bytes, cursor), cursor))
    }

    private static func lineStart(_ bytes: [UInt8], _ offset: Int) -> Int {
        bytes[..<min(offset, bytes.count)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    }

    private static func column(_ bytes: [UInt8], _ start: Int, _ cursor: Int) -> Int {
        bytes[start..<min(cursor, bytes.count)].count { $0 & 0xC0 != 0x80 }
    }

    private static func offset(in bytes: [UInt8], lineFrom start: Int, column: Int) -> Int {
        var left = column
        var offset = start
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
            if bytes[offset] & 0xC0 != 0x80 {
                if left == 0 { break }
                left -= 1
            }
            offset += 1
        }
        return offset
    }
}
