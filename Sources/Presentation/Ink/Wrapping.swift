extension Array where Element == Run {
    /// The runs broken into lines of at most `width` columns: at blanks and between wide characters; inside a word only
    /// where it alone is longer than a line. Without a width there is one line.
    func wrapped(to width: Int?) -> [[Run]] {
        guard let width else { return [self] }
        var lines = Lines(width: Swift.max(1, width))
        for run in self {
            for scalar in run.text.unicodeScalars { lines.take(scalar, run.ink) }
        }
        return lines.finished()
    }
}

/// Lines as they fill up: a word is held back until its end is seen.
private struct Lines {
    let width: Int
    private var done: [[Run]] = []
    private var line: [Run] = []
    private var lineWidth = 0
    /// Blanks that stand before the held word; they vanish where a line ends.
    private var blanks: [Run] = []
    private var blankWidth = 0
    private var word: [Run] = []
    private var wordWidth = 0

    init(width: Int) { self.width = width }

    mutating func take(_ scalar: Unicode.Scalar, _ ink: Ink) {
        if scalar == " " {
            placeWord()
            Lines.append(scalar, ink, to: &blanks)
            blankWidth += 1
            return
        }
        let columns = DisplayWidth.of(scalar)
        if columns == 2 { placeWord() }
        if wordWidth + columns > width {
            placeWord()
            breakLine()
        }
        Lines.append(scalar, ink, to: &word)
        wordWidth += columns
        if columns == 2 { placeWord() }
    }

    mutating func finished() -> [[Run]] {
        placeWord()
        if !line.isEmpty || done.isEmpty { breakLine() }
        return done
    }

    private mutating func placeWord() {
        guard !word.isEmpty else { return }
        if lineWidth > 0, lineWidth + blankWidth + wordWidth > width { breakLine() }
        if lineWidth > 0 {
            for run in blanks { Lines.append(run, to: &line) }
            lineWidth += blankWidth
        }
        blanks = []
        blankWidth = 0
        for run in word { Lines.append(run, to: &line) }
        lineWidth += wordWidth
        word = []
        wordWidth = 0
    }

    private mutating func breakLine() {
        done.append(line)
        line = []
        lineWidth = 0
        blanks = []
        blankWidth = 0
    }

    private static func append(_ scalar: Unicode.Scalar, _ ink: Ink, to runs: inout [Run]) {
        if runs.isEmpty || runs[runs.count - 1].ink != ink { runs.append(Run("", ink)) }
        runs[runs.count - 1].text.unicodeScalars.append(scalar)
    }

    private static func append(_ run: Run, to runs: inout [Run]) {
        if let last = runs.last, last.ink == run.ink {
            runs[runs.count - 1].text += run.text
        } else {
            runs.append(run)
        }
    }
}

extension String {
    /// The text in lines of a width, each of which begins with the blanks that the text begins with.
    func wrappedInItsIndent(to width: Int?) -> [[Run]] {
        let indent = prefix { $0 == " " }
        return [Run(dropFirst(indent.count).description.printable)]
            .wrapped(to: width.map { max(20, $0 - indent.count) }).map { [Run(String(indent))] + $0 }
    }
}
