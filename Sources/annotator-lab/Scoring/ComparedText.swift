import Text

/// A text that quotes of two sides are compared in.
struct ComparedText {
    let bytes: [UInt8]
    /// Its words in order.
    let ranges: [ByteRange]
    /// For each word, whether it stands between double quotation marks of its paragraph.
    let isQuoted: [Bool]

    init(_ text: String) {
        bytes = Array(text.utf8)
        var ranges: [ByteRange] = []
        var isQuoted: [Bool] = []
        var isOpen = false
        var index = 0
        var start: Int?
        var isLineEmpty = false
        while index < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index, end: bytes.count)
            let next = index + length
            let isInner =
                start != nil && ["'", "’", ".", ","].contains(scalar) && next < bytes.count
                && ComparedText.isWord(UTF8Decoding.scalar(in: bytes, at: next, end: bytes.count).scalar)
            if ComparedText.isWord(scalar) || isInner {
                start = start ?? index
            } else {
                if let first = start {
                    ranges.append(ByteRange(first, index))
                    isQuoted.append(isOpen)
                    start = nil
                }
                // Marks that are open at the end of a paragraph are forgotten.
                if scalar == "\n" {
                    if isLineEmpty { isOpen = false }
                    isLineEmpty = true
                } else {
                    isLineEmpty = false
                }
                if ComparedText.mark(bytes, index) != nil {
                    switch scalar {
                    case "“", "„", "«": isOpen = true
                    case "”", "»": isOpen = false
                    default: isOpen.toggle()
                    }
                }
            }
            index = next
        }
        if let first = start {
            ranges.append(ByteRange(first, bytes.count))
            isQuoted.append(isOpen)
        }
        self.ranges = ranges
        self.isQuoted = isQuoted
    }

    /// The indices of the words that a range touches.
    func words(in range: ByteRange) -> [Int] { ranges.indices.filter { ranges[$0].overlaps(range) } }

    /// Whether a double quotation mark stands in a range or just beside it.
    func touchesMark(_ range: ByteRange) -> Bool {
        (max(0, range.lower - 3)..<min(bytes.count, range.upper + 1)).contains { index in
            ComparedText.mark(bytes, index).map { index + $0 >= range.lower } ?? false
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
    }

    /// The length of the double mark, perhaps written with two single ones, that begins at a byte; nil where none does.
    private static func mark(_ bytes: [UInt8], _ index: Int) -> Int? {
        let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index, end: bytes.count)
        if ["\"", "“", "”", "„", "«", "»"].contains(scalar) { return length }
        guard scalar == "'" || scalar == "`", index + 1 < bytes.count, bytes[index + 1] == bytes[index],
            index == 0 || bytes[index - 1] != bytes[index]
        else { return nil }
        return 2
    }
}
