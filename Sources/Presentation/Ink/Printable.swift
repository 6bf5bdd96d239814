import Text

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

    /// The text with blanks at which no line ends; `Page.text` gives the ordinary ones back.
    var unbroken: String { String(String.UnicodeScalarView(unicodeScalars.map { $0 == " " ? "\u{A0}" : $0 })) }

    /// Gives ordinary blanks back after wrapping.
    mutating func replaceBlanks() {
        guard unicodeScalars.contains("\u{A0}") else { return }
        self = String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 }))
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
