import LineEditor

/// Shows what is higher than the window page by page.
enum Pager {
    /// Whether a text does not fit into a window of so many columns and rows, the prompt below it.
    static func isNeeded(for text: String, columns: Int, rows: Int) -> Bool {
        var height = 1
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            height += max(1, (line.count + columns - 1) / max(1, columns))
            if height > rows { break }
        }
        // Bytes are more than columns; whether that matters is only counted where it can.
        guard height > rows else { return false }
        return text.split(separator: "\n", omittingEmptySubsequences: false).count + 1 > rows
            || text.utf8.count > columns * rows
    }

    /// Shows a text by `$PAGER`, or `less`.
    /// - Returns: false where there is no pager, so that the text is still to be shown.
    static func show(_ text: String) -> Bool {
        let pager = Terminal.environment("PAGER") ?? "less"
        guard !pager.allSatisfy(\.isWhitespace) else { return false }
        // Colours as they are, no more than needed, and the screen left as it was.
        return ChildProcess.run(pager, input: text, environment: [("LESS", "FRX"), ("LESSCHARSET", "utf-8")])
    }
}
