/// Choices as lines for the screen: label, and what it is, in two columns.
enum ChoiceList {
    /// At most `rows` lines of fewer than `columns` columns; the last one tells how many are left out.
    static func lines(_ choices: [Choice], columns: Int, rows: Int, isColored: Bool) -> [String] {
        let shown = choices.count > rows ? choices.prefix(max(1, rows - 1)) : choices[...]
        let widest = min(shown.map { width($0.label) }.max() ?? 0, columns / 2)
        var lines = shown.map { choice in
            let label = cut(choice.label, to: widest)
            guard !choice.detail.isEmpty else { return "  " + label }
            let detail = cut(choice.detail, to: columns - widest - 5)
            let padding = String(repeating: " ", count: widest - width(label) + 2)
            return "  " + label + padding + (isColored ? Span.Color.dim.sequence + detail + "\u{1B}[0m" : detail)
        }
        if shown.count < choices.count { lines.append("  … \(choices.count - shown.count) more") }
        return lines
    }

    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + max(0, Layout.width($1)) }
    }

    private static func cut(_ text: String, to columns: Int) -> String {
        guard width(text) > columns else { return text }
        var result = ""
        var used = 1
        for character in text {
            used += width(String(character))
            if used > columns { break }
            result.append(character)
        }
        return result + "…"
    }
}
