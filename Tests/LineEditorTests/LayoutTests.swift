import Testing

@testable import LineEditor

struct LayoutTests {
    /// Every character one column, `日` two, a combining mark none, a control character unknown.
    private func layout(_ text: String, _ columns: Int) -> Layout {
        Layout(text, columns: columns) { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F: -1
            case 0x300...0x36F: 0
            case 0x3000...0x9FFF: 2
            default: 1
            }
        }
    }

    @Test(arguments: [
        ("", 10, 0, 0), ("abc", 10, 0, 3), ("abcde", 5, 1, 0), ("abcdef", 5, 1, 1), ("ab\nc", 10, 1, 1),
        ("abcde\nc", 5, 2, 1), ("日本", 5, 0, 4), ("日本語", 5, 1, 2), ("a\tb", 20, 0, 9), ("e\u{301}x", 10, 0, 2),
        ("日", 1, 1, 0),
    ])
    func end(text: String, columns: Int, row: Int, column: Int) {
        let layout = layout(text, columns)
        #expect(layout.end == Layout.Cell(row: row, column: column))
        #expect(layout.cells.count == text.unicodeScalars.count)
        #expect(layout.isPaintable)
    }

    @Test func whatCannotBePrintedIsNotPainted() {
        #expect(!layout("a\u{1B}[31m", 10).isPaintable)
    }

    @Test func paintingGoesBackToTheCursor() {
        let layout = layout("> ab\ncd", 10)
        let sequence = Painting.sequence(
            prompt: "> ", text: "ab\ncd", spans: [Span(range: 1..<4, color: .red)], layout: layout,
            from: .init(row: 1, column: 2), to: .init(row: 0, column: 3))
        #expect(
            sequence == "\u{1B}[1A\r\u{1B}[1m> \u{1B}[0ma\u{1B}[31mb\r\u{1B}[Bc\u{1B}[0md\u{1B}[1A\r\u{1B}[3C")
    }
}
