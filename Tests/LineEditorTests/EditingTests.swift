import Testing

@testable import LineEditor

struct EditingTests {
    @Test(
        arguments: [
            ("ab\ncd", 4, 1, nil), ("ab\ncd", 1, nil, 4), ("é日x\nab", 6, nil, 9), ("é日x\nabc", 10, 6, nil),
            ("abc\n\nd", 4, 0, 5), ("abc\nd", 3, nil, 5), ("", 0, nil, nil), ("one", 2, nil, nil), ("a\n", 2, 0, nil),
        ] as [(String, Int, Int?, Int?)])
    func motionBetweenLines(text: String, cursor: Int, up: Int?, down: Int?) {
        #expect(LineMotion.up(in: text, from: cursor) == up)
        #expect(LineMotion.down(in: text, from: cursor) == down)
    }

    @Test(arguments: [
        ("a\rb", "a\nb"), ("a\r\nb\r\n\r\nc\r\n", "a\nb\n\nc"), ("a\n\nb", "a\n\nb"), ("a\n\rb", "a\nb"),
        ("\tx", "    x"),
        ("a\u{1B}[31mb\u{3}", "a[31mb"), ("é日\n\n", "é日"), ("", ""), ("\r\r", ""),
    ])
    func pastedText(typed: String, text: String) {
        var pasted = PastedText()
        for scalar in (typed + "\u{1B}[201~").unicodeScalars {
            #expect(!pasted.isComplete)
            pasted.append(scalar)
        }
        #expect(pasted.isComplete)
        #expect(pasted.text == text)
    }

    @Test func aPasteWithoutEndStaysWithinBounds() {
        var pasted = PastedText()
        for _ in 0..<3_000_000 { pasted.append("x") }
        #expect(!pasted.isComplete)
        #expect(pasted.text.utf8.count <= 1 << 20)
        for scalar in "\u{1B}[201~".unicodeScalars { pasted.append(scalar) }
        #expect(pasted.isComplete)
    }

    @Test(
        arguments: [
            (["speaker"], "speaker"), (["place", "published"], "p"), (["a", "b"], ""), ([], ""),
            (["\"Kerry\"", "\"Kenya\""], "\"Ke"), (["é1", "é2"], "é"), (["x", "x"], "x"),
        ] as [([String], String)])
    func commonPrefix(insertions: [String], prefix: String) {
        let choices = insertions.map { Choice(range: 0..<0, insertion: $0, label: $0) }
        #expect(Choice.commonPrefix(choices) == prefix)
    }

    @Test func listsFitTheScreen() {
        let choices = (0..<50).map {
            Choice(range: 0..<0, insertion: "x", label: "label\($0)", detail: String(repeating: "wide ", count: 40))
        }
        for (columns, rows) in [(80, 24), (20, 5), (12, 3), (4, 1)] {
            let lines = ChoiceList.lines(choices, columns: columns, rows: rows, isColored: false)
            #expect(lines.count <= max(2, rows))
            #expect(lines.last?.contains("more") == true)
            if columns >= 12 { #expect(lines.allSatisfy { $0.unicodeScalars.count <= columns }) }
        }
        let all = ChoiceList.lines(Array(choices.prefix(3)), columns: 80, rows: 24, isColored: true)
        #expect(all.count == 3)
    }

    @Test func keysAreBoundOnce() {
        let sequences = (Key.usual + Key.vital).map(\.sequence)
        #expect(Set(sequences).count == sequences.count)
    }
}
