import Text

/// The search for characters as they are printed: case and marks count, white space is one space, words are whole.
enum ExactWords {
    /// The matches of `pieces`, which stand with white space between them, in order and without overlap.
    static func matches(of pieces: [[UInt8]], in text: [UInt8]) -> [ByteRange] {
        guard let first = pieces.first?.first else { return [] }
        var found: [ByteRange] = []
        var start = 0
        while start < text.count {
            if text[start] == first, let end = match(pieces, in: text, at: start), isWhole(text, start, end) {
                found.append(ByteRange(start, end))
                start = end
            } else {
                start += 1
            }
        }
        return found
    }

    /// Whether `pieces` match somewhere; `first` looks for the first of them.
    static func areIn(_ text: [UInt8], _ pieces: [[UInt8]], _ first: ByteSearch) -> Bool {
        if pieces.isEmpty { return false }
        var start = 0
        while let found = first.first(in: text, from: start) {
            if let end = match(pieces, in: text, at: found), isWhole(text, found, end) { return true }
            start = found + 1
        }
        return false
    }

    /// The groups of index terms without which `pieces` cannot match.
    ///
    /// A word of theirs is one of the text's, save the first and the last, which can go on there: `Neill` in `O’Neill`, `U.S` in `U.S.A`.
    /// Of the last one the beginning is known.
    static func requiredTerms(_ pieces: [[UInt8]]) -> [[String]] {
        let words = Folding.words(in: Array(pieces.joined(separator: [UInt8(ascii: " ")])))
        guard let last = words.dropFirst().last else { return [] }
        let between = words.dropFirst().dropLast().map { [$0.stem] }
        return last.form.utf8.count < shortestBeginning ? between : between + [[last.form + "*"]]
    }

    /// Of shorter beginnings the index has so many words that to look them up takes longer than it saves.
    private static let shortestBeginning = 3

    private static func match(_ pieces: [[UInt8]], in text: [UInt8], at start: Int) -> Int? {
        var index = start
        for (number, piece) in pieces.enumerated() {
            if number > 0 {
                let before = index
                while let length = spaceLength(text, index) { index += length }
                if index == before { return nil }
            }
            guard index + piece.count <= text.count else { return nil }
            for offset in piece.indices where text[index + offset] != piece[offset] { return nil }
            index += piece.count
        }
        return index
    }

    /// The length of the white space at `index`, the no-break and the thin spaces among them.
    private static func spaceLength(_ text: [UInt8], _ index: Int) -> Int? {
        guard index < text.count else { return nil }
        let (scalar, length) = UTF8Decoding.scalar(in: text, at: index, end: text.count)
        return scalar.properties.isWhitespace ? length : nil
    }

    private static func isWhole(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
        !(isWord(text, before: start) && isWord(text, at: start))
            && !(isWord(text, before: end) && isWord(text, at: end))
    }

    private static func isWord(_ text: [UInt8], at index: Int) -> Bool {
        guard index < text.count else { return false }
        return UTF8Decoding.scalar(in: text, at: index, end: text.count).scalar.isWordPart
    }

    private static func isWord(_ text: [UInt8], before index: Int) -> Bool {
        var start = index - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        return start >= 0 && isWord(text, at: start)
    }
}
