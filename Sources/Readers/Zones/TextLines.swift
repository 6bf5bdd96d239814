import Text

/// The lines of a text that hold anything, without the blanks around them.
struct TextLines {
    private(set) var lines: [Line] = []

    /// A line and whether an empty one stands above it.
    struct Line {
        var range: ByteRange
        var followsBlank: Bool
    }

    init(_ bytes: [UInt8]) {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var followsBlank = false
        while start < bytes.count {
            let end = LineTable.end(ofLineAt: start, in: bytes)
            defer { start = end }
            let range = TextLines.trimmed(ByteRange(start, end), in: bytes)
            if range.isEmpty {
                followsBlank = true
            } else {
                lines.append(Line(range: range, followsBlank: followsBlank))
                followsBlank = false
            }
        }
    }

    /// The range without blanks, control characters, no-break and zero-width spaces at its ends.
    static func trimmed(_ range: ByteRange, in bytes: [UInt8]) -> ByteRange {
        var (lower, upper) = (range.lower, range.upper)
        trimming: while lower < upper {
            if bytes[lower] <= 0x20 {
                lower += 1
                continue
            }
            for blank in wideBlanks where bytes[lower..<upper].starts(with: blank) {
                lower += blank.count
                continue trimming
            }
            break
        }
        trimming: while lower < upper {
            if bytes[upper - 1] <= 0x20 {
                upper -= 1
                continue
            }
            for blank in wideBlanks
            where upper - lower >= blank.count && bytes[..<upper].suffix(blank.count).elementsEqual(blank) {
                upper -= blank.count
                continue trimming
            }
            break
        }
        return ByteRange(lower, upper)
    }

    private static let wideBlanks: [[UInt8]] = ["\u{A0}", "\u{200B}", "\u{FEFF}", "\u{3000}"].map { Array($0.utf8) }

    /// The lines, or where a text is wrapped at some width, the paragraphs that its lines make up.
    ///
    /// A text is wrapped where its longest line is about as wide as a page and many a line begins, just below another that ends in the middle of a
    /// sentence, with a small letter.
    func joined(in bytes: [UInt8]) -> [Line] {
        let width = lines.map(\.range.count).max() ?? 0
        let neighbours = zip(lines, lines.dropFirst()).filter { !$0.1.followsBlank }
        let goingOn = neighbours.count { isOpen($0.0.range, bytes) && isSmallLetter(bytes[$0.1.range.lower]) }
        guard (40...100).contains(width), goingOn >= 2, goingOn * 10 >= neighbours.count * 3 else { return lines }
        var result: [Line] = []
        var above = 0
        for line in lines {
            if let last = result.last, !line.followsBlank, above * 10 >= width * 6 {
                result[result.count - 1].range = last.range.union(line.range)
            } else {
                result.append(line)
            }
            above = line.range.count
        }
        return result
    }

    private func isOpen(_ range: ByteRange, _ bytes: [UInt8]) -> Bool {
        !".?!:\"”".utf8.contains(bytes[range.upper - 1])
    }

    private func isSmallLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
}
