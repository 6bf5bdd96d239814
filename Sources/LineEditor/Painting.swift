/// The bytes that draw a line in colours over the same line without.
enum Painting {
    /// Goes from the cell `from` to the prompt's first, prints prompt and text row by row, and goes to the cell `to`.
    /// Never relies on the terminal's wrapping, and never scrolls: all rows are there.
    static func sequence(
        prompt: String, text: String, spans: [Span], layout: Layout, from: Layout.Cell, to: Layout.Cell
    ) -> String {
        var output = up(from.row) + "\r"
        var row = 0
        var color: Span.Color?
        let colors = colors(prompt: prompt, text: text, spans: spans)
        for (index, scalar) in (prompt + text).unicodeScalars.enumerated() {
            let cell = layout.cells[index]
            if cell.row != row {
                output += String(repeating: "\r\u{1B}[B", count: cell.row - row)
                row = cell.row
            }
            if scalar == "\n" { continue }
            if colors[index] != color {
                if color != nil { output += "\u{1B}[0m" }
                color = colors[index]
                output += color?.sequence ?? ""
            }
            if scalar == "\t" {
                let next = index + 1 < layout.cells.count ? layout.cells[index + 1] : layout.end
                output += String(repeating: " ", count: next.row == row ? next.column - cell.column : 1)
            } else {
                output.unicodeScalars.append(scalar)
            }
        }
        if color != nil { output += "\u{1B}[0m" }
        output += up(row - to.row) + (to.row > row ? String(repeating: "\u{1B}[B", count: to.row - row) : "") + "\r"
        if to.column > 0 { output += "\u{1B}[\(to.column)C" }
        return output
    }

    /// The colour of each scalar of prompt and text.
    private static func colors(prompt: String, text: String, spans: [Span]) -> [Span.Color?] {
        var colors: [Span.Color?] = prompt.unicodeScalars.map { _ in .bold }
        var offset = 0
        var next = spans[...]
        for scalar in text.unicodeScalars {
            while let span = next.first, span.range.upperBound <= offset { next.removeFirst() }
            colors.append(next.first.flatMap { $0.range.contains(offset) ? $0.color : nil })
            offset += UTF8.width(scalar)
        }
        return colors
    }

    private static func up(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)A" : "" }
}
