package import Text

/// What a script says about itself in the comments before its first statement.
package enum ScriptHeader {
    /// The archive that a line `-- archive: PATH` names, and the bytes of the path; nil where there is no such line.
    package static func archive(in bytes: [UInt8]) -> (path: String, range: ByteRange)? {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let line = trimmed(ByteRange(start, end), bytes)
            start = end + 1
            if line.isEmpty || bytes[line.indices].starts(with: "#!".utf8) { continue }
            guard bytes[line.indices].starts(with: "--".utf8) else { return nil }
            let dashes = bytes[line.indices].prefix { $0 == UInt8(ascii: "-") }.count
            let comment = trimmed(ByteRange(line.lower + dashes, line.upper), bytes)
            let name = "archive:"
            guard comment.count > name.utf8.count,
                bytes.text(ByteRange(comment.lower, comment.lower + name.utf8.count)).lowercased() == name
            else { continue }
            let path = trimmed(ByteRange(comment.lower + name.utf8.count, comment.upper), bytes)
            return path.isEmpty ? nil : (bytes.text(path), path)
        }
        return nil
    }

    private static func trimmed(_ range: ByteRange, _ bytes: [UInt8]) -> ByteRange {
        let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        var (lower, upper) = (range.lower, range.upper)
        while lower < upper, isBlank(bytes[lower]) { lower += 1 }
        while upper > lower, isBlank(bytes[upper - 1]) { upper -= 1 }
        return ByteRange(lower, upper)
    }
}
