import Text

/// One paragraph of a text and what its shape tells: how long it is, how it ends, how close it stands to the one above.
struct Paragraph {
    /// Its bytes, without the line end and the blanks around.
    let range: ByteRange
    /// Whether an empty line stands above it.
    let followsBlank: Bool
    /// The number of words.
    let wordCount: Int
    let ending: Ending
    /// Whether a sentence ends before its end.
    let hasInnerSentence: Bool
    /// Whether it has quotation marks.
    let hasQuotationMarks: Bool
    /// The printed text of a short paragraph; empty for a long one, which is told apart by its shape alone.
    let text: String
    /// The folded words of a short paragraph with blanks between them.
    let key: String

    /// How a paragraph ends, closing marks aside.
    enum Ending {
        case sentence, question, truncated, colon, other
    }

    /// Beyond so many bytes a paragraph is long.
    private static let short = 400

    init(_ range: ByteRange, in bytes: [UInt8], followsBlank: Bool) {
        self.range = range
        self.followsBlank = followsBlank
        wordCount = Paragraph.countWords(bytes, range)
        ending = Paragraph.ending(of: bytes, range)
        hasInnerSentence = Paragraph.hasInnerSentence(bytes, range)
        hasQuotationMarks = Paragraph.hasQuotationMarks(bytes, range)
        text = range.count <= Paragraph.short ? bytes.text(range) : ""
        key = range.count <= Paragraph.short ? Folding.words(in: bytes, range).map(\.form).joined(separator: " ") : ""
    }

    /// Whether it reads as running text, and not as a headline, a label or a list.
    var isProse: Bool {
        switch ending {
        case .sentence: true
        case .question: wordCount > 12 || hasInnerSentence || (hasQuotationMarks && wordCount >= 4)
        case .colon: wordCount >= 6
        case .truncated: wordCount > 25 || (hasInnerSentence && wordCount > 15)
        case .other: wordCount >= 40 || (hasInnerSentence && wordCount >= 12)
        }
    }

    /// The paragraphs of a text: its lines, or where the lines are wrapped, the blocks between empty lines.
    static func all(in bytes: [UInt8]) -> [Paragraph] {
        let lines = TextLines(bytes).joined(in: bytes)
        return lines.map { Paragraph($0.range, in: bytes, followsBlank: $0.followsBlank) }
    }
}

// MARK: - Shape

extension Paragraph {
    private static func countWords(_ bytes: [UInt8], _ range: ByteRange) -> Int {
        var count = 0
        var isInWord = false
        for byte in bytes[range.indices] {
            let isBlank = byte <= 0x20
            let isWordByte = byte >= 0x80 || isDigit(byte) || isLetter(byte)
            if isBlank {
                isInWord = false
            } else if isWordByte, !isInWord {
                isInWord = true
                count += 1
            }
        }
        return count
    }

    private static func ending(of bytes: [UInt8], _ range: ByteRange) -> Ending {
        var end = range.upper
        while end > range.lower {
            let closing = closingMark(bytes, endingAt: end, from: range.lower)
            if closing == 0 { break }
            end -= closing
        }
        guard end > range.lower else { return .other }
        if endsWith(bytes, range.lower, end, [0xE2, 0x80, 0xA6]) || endsWith(bytes, range.lower, end, Array("...".utf8))
        {
            return .truncated
        }
        switch bytes[end - 1] {
        case UInt8(ascii: "."): return isAcronym(bytes, range.lower, end) ? .other : .sentence
        case UInt8(ascii: "?"), UInt8(ascii: "!"): return .question
        case UInt8(ascii: ":"), UInt8(ascii: ";"): return .colon
        default:
            // `… of war,” he said` and the like end in a comma only where the paragraph goes on below.
            return bytes[end - 1] == UInt8(ascii: ",") && range.count > 60 ? .colon : .other
        }
    }

    /// The length in bytes of a closing quotation mark or bracket that ends at `end`.
    private static func closingMark(_ bytes: [UInt8], endingAt end: Int, from lower: Int) -> Int {
        if "\"')]".utf8.contains(bytes[end - 1]) { return 1 }
        for mark in ["”", "’", "»"] where endsWith(bytes, lower, end, Array(mark.utf8)) { return mark.utf8.count }
        return 0
    }

    private static func endsWith(_ bytes: [UInt8], _ lower: Int, _ end: Int, _ mark: [UInt8]) -> Bool {
        end - lower >= mark.count && bytes[(end - mark.count)..<end].elementsEqual(mark)
    }

    /// Whether the dot that ends at `end` belongs to an acronym: `U.S.`
    private static func isAcronym(_ bytes: [UInt8], _ lower: Int, _ end: Int) -> Bool {
        end - lower >= 4 && isLetter(bytes[end - 2]) && bytes[end - 3] == UInt8(ascii: ".") && isLetter(bytes[end - 4])
    }

    /// Whether a full stop after a word of some length, then a blank, then a capital or a quotation mark stand in it.
    private static func hasInnerSentence(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
        guard range.count > 8 else { return false }
        for index in (range.lower + 4)..<(range.upper - 2) where ".?!".utf8.contains(bytes[index]) {
            guard bytes[(index - 3)..<index].allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else {
                continue
            }
            var next = index + 1
            while next < range.upper, bytes[next] != 0x20, next < index + 4 { next += 1 }
            guard next + 1 < range.upper, bytes[next] == 0x20 else { continue }
            let first = bytes[next + 1]
            if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) || first == UInt8(ascii: "\"") || first >= 0xC3 {
                return true
            }
        }
        return false
    }

    private static func hasQuotationMarks(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
        for index in range.indices {
            if bytes[index] == UInt8(ascii: "\"") { return true }
            guard bytes[index] == 0xE2, index + 2 < range.upper, bytes[index + 1] == 0x80 else { continue }
            if bytes[index + 2] == 0x9C || bytes[index + 2] == 0x98 { return true }
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
