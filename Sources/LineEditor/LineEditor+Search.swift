import CLineEditor

extension LineEditor {
    /// `^R`: what is typed is looked for in the history, newest first; `^R` again goes on to older ones, Enter and
    /// every other key take the statement into the line, `^G` and Ctrl-C give the old line back.
    func searchHistory() -> cle_outcome {
        guard let handle, isCapable else { return CLE_BEEP }
        let (original, originalCursor) = line
        let prompt = promptText
        defer { setPrompt(prompt) }
        var query = ""
        var found: Int?
        while true {
            show(query: query, found: found)
            let code = cle_next_character(handle)
            switch code {
            case 0x12:
                found = history.search(query, before: found) ?? found
            case 0x08, 0x7F:
                query = String(query.dropLast())
                found = history.search(query, before: nil)
            case 0x03, 0x07:
                cle_clear_interrupt()
                finish(with: original, cursor: originalCursor, prompt: prompt)
                return CLE_NOTHING
            case 0x20...:
                guard let scalar = Unicode.Scalar(code), (0x7F...0x9F).contains(code) == false else { break }
                query.unicodeScalars.append(scalar)
                // The entry at hand may still hold what is typed so far.
                found = history.search(query, before: found.map { $0 + 1 }) ?? history.search(query, before: nil)
            default:
                let text = found.map { history.entries[$0] } ?? original
                finish(with: text, cursor: text.utf8.count, prompt: prompt)
                if code != 0x0A && code != 0x0D && code != 0, let scalar = Unicode.Scalar(code) {
                    cle_push(handle, String(scalar))
                }
                return CLE_NOTHING
            }
        }
    }

    private func show(query: String, found: Int?) {
        guard let handle else { return }
        clearDrawing()
        let missed = found == nil && !query.isEmpty ? "not found" : "search"
        setPrompt(cle_use_locale() != 0 ? "(\(missed)) \(query): " : "(\(missed)) \(query.asciiOnly): ")
        let text = found.map { history.entries[$0] } ?? ""
        setLine(text, cursor: text.utf8.count)
        cle_redraw(handle)
    }

    private func finish(with text: String, cursor: Int, prompt: String) {
        guard let handle else { return }
        clearDrawing()
        setPrompt(prompt)
        setLine(text, cursor: cursor)
        cle_redraw(handle)
    }
}
