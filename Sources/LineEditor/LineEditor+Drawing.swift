import CLineEditor

extension LineEditor {
    /// Draws the line once more with its colours, and a suggestion behind it: called when libedit has drawn and
    /// waits.
    func paint() {
        guard isColored else { return }
        let (text, cursor) = line
        guard text.utf8.count <= 4096 else { return }
        let (columns, rows) = Terminal.size
        let layout = Layout(promptText + text, columns: columns)
        guard layout.isPaintable, layout.end.row < rows else { return }
        let here = cell(ofByte: cursor, in: text, layout)
        write(
            Painting.sequence(
                prompt: promptText, text: text, spans: hooks.spans(text), layout: layout, from: here, to: here))
        guard cursor == text.utf8.count else { return }
        let room = columns - here.column - 1
        let offered = suggestion(for: text)
        let shown = shownPart(of: offered, room: room)
        guard !shown.isEmpty else { return }
        ghost = offered
        let back = here.column == 0 ? "\r" : "\r\u{1B}[\(here.column)C"
        write(Span.Color.dim.sequence + shown + "\u{1B}[0m" + back)
    }

    /// What the line may go on with: on an empty one a whole statement, else the rest of one that was typed before.
    private func suggestion(for text: String) -> String {
        if text.isEmpty { return proposal?.withoutControls(keepingLineEnds: true) ?? "" }
        let known = history.suggestion(for: text)
        return (known.isEmpty ? hooks.suggestion(text) : known).withoutControls()
    }

    /// The beginning of a suggestion that fits behind the cursor, on one row.
    private func shownPart(of suggestion: String, room: Int) -> String {
        guard room > 0 else { return "" }
        let line = String(suggestion.prefix { $0 != "\n" })
        if line == suggestion, Layout(line, columns: room).end.row == 0 { return line }
        var cut = Substring(line)
        while !cut.isEmpty, Layout(cut + "…", columns: room).end.row > 0 { cut.removeLast() }
        return cut.isEmpty ? "" : cut + "…"
    }

    /// Takes the suggestion away: called when a key has come.
    func eraseGhost() {
        shownGhost = ghost
        guard !ghost.isEmpty else { return }
        write("\u{1B}[K")
        ghost = ""
    }

    /// Draws the line anew after another size of the terminal or a stop of the process.
    func redraw(afterStop isStopped: Bool) {
        guard let handle else { return }
        if isCapable && isStopped { write("\u{1B}[?2004h") }
        if isStopped { write("\r") } else { clearDrawing() }
        cle_redraw(handle)
    }

    /// Clears what is drawn of prompt and line, and leaves the cursor where the prompt began.
    func clearDrawing() {
        guard isCapable else { return write("\r\n") }
        let (text, cursor) = line
        let row = cell(ofByte: cursor, in: text, Layout(promptText + text, columns: Terminal.columns)).row
        write((row > 0 ? "\u{1B}[\(row)A" : "") + "\r\u{1B}[J")
    }

    /// Puts the cursor on the first free row below the line.
    func goBelow() {
        let (text, cursor) = line
        let layout = Layout(promptText + text, columns: Terminal.columns)
        let row = cell(ofByte: cursor, in: text, layout).row
        write(String(repeating: "\r\n", count: max(0, layout.end.row - row) + 1))
    }

    private func cell(ofByte offset: Int, in text: String, _ layout: Layout) -> Layout.Cell {
        let before = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
        let index = promptText.unicodeScalars.count + before.unicodeScalars.count
        return index < layout.cells.count ? layout.cells[index] : layout.end
    }
}
