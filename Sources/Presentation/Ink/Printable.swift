import Text

extension Unicode.Scalar {
    /// Whether the code point could move the cursor, change colours, or reorder what stands around it.
    ///
    /// Articles come from strangers: none of these may ever reach a terminal.
    var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F: true
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        case 0x2028, 0x2029, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }
}

extension String {
    /// The text on one line and without control characters: white space is a blank, all else of that kind is left out.
    var printable: String {
        guard unicodeScalars.contains(where: { $0.isControl || $0 == "\u{A0}" }) else { return self }
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.properties.isWhitespace {
                text.append(" ")
            } else if !scalar.isControl {
                text.append(scalar)
            }
        }
        return String(text)
    }

    /// The text in runs, with `ranges` of its bytes, which are in order and do not overlap, in another ink.
    func runs(marking ranges: [ByteRange], _ ink: Ink, else plain: Ink = .plain) -> [Run] {
        let bytes = Array(utf8)
        var runs: [Run] = []
        var start = 0
        for range in ranges.sorted() where range.lower >= start && range.upper <= bytes.count && !range.isEmpty {
            if start < range.lower { runs.append(Run(bytes.text(ByteRange(start, range.lower)).printable, plain)) }
            runs.append(Run(bytes.text(range).printable, ink))
            start = range.upper
        }
        if start < bytes.count { runs.append(Run(bytes.text(ByteRange(start, bytes.count)).printable, plain)) }
        return runs
    }
}
