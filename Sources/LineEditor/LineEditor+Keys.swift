import CLineEditor

extension LineEditor {
    /// Carries out what a key is bound to.
    func run(_ command: cle_command) -> cle_outcome {
        switch command {
        case CLE_SUBMIT: return submit()
        case CLE_NEWLINE: return insert("\n")
        case CLE_COMPLETE: return complete()
        case CLE_UP: return moveUp()
        case CLE_DOWN: return moveDown()
        case CLE_SEARCH: return searchHistory()
        case CLE_FORWARD: return moveForward(toEnd: false)
        case CLE_END: return moveForward(toEnd: true)
        case CLE_PASTE: return paste()
        case CLE_INTERRUPT:
            cle_clear_interrupt()
            isDropped = true
            return CLE_ACCEPT
        default: return CLE_NOTHING
        }
    }

    /// Ends the statement, or begins another line of it; on a blank line it ends whatever is open.
    private func submit() -> cle_outcome {
        let (text, cursor) = line
        let lastLine = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).last ?? [][...]
        let isBlank = lastLine.allSatisfy { $0 == UInt8(ascii: " ") }
        guard hooks.isIncomplete(text), !isBlank || cursor < text.utf8.count else { return CLE_ACCEPT }
        return insert("\n")
    }

    /// Puts text in at the cursor.
    func insert(_ inserted: String) -> cle_outcome {
        let (text, cursor) = line
        replace(cursor..<cursor, of: text, with: inserted)
        return CLE_REFRESH
    }

    /// Puts text in the place of some bytes of the line, and the cursor behind it.
    func replace(_ range: Range<Int>, of text: String, with inserted: String) {
        let bytes = Array(text.utf8)
        let range = range.clamped(to: 0..<bytes.count)
        let new = String(
            decoding: bytes[..<range.lowerBound] + Array(inserted.utf8) + bytes[range.upperBound...], as: UTF8.self)
        setLine(new, cursor: range.lowerBound + inserted.utf8.count)
    }

    /// Goes one character, or all the way, to the right; at the end of the line the suggestion is taken.
    private func moveForward(toEnd: Bool) -> cle_outcome {
        let (text, cursor) = line
        let count = text.utf8.count
        if cursor == count {
            // Without colours nothing was shown, but a proposal was told of in words.
            let taken = isColored ? shownGhost : text.isEmpty ? proposal ?? "" : ""
            shownGhost = ""
            return taken.isEmpty ? CLE_NOTHING : insert(taken)
        }
        let rest = String(decoding: text.utf8.dropFirst(cursor), as: UTF8.self)
        let step = rest.unicodeScalars.first.map { UTF8.width($0) } ?? 0
        setLine(text, cursor: toEnd ? count : cursor + step)
        return CLE_REFRESH
    }

    /// One line up in the statement; from its first line, to the statement before it in the history.
    private func moveUp() -> cle_outcome {
        let (text, cursor) = line
        if let target = LineMotion.up(in: text, from: cursor) { return go(to: target, in: text) }
        guard let previous = history.previous(before: place, than: text) else { return CLE_BEEP }
        if place == nil { draft = text }
        place = previous
        return show(history.entries[previous])
    }

    /// One line down in the statement; from its last line, to the statement after it in the history.
    private func moveDown() -> cle_outcome {
        let (text, cursor) = line
        if let target = LineMotion.down(in: text, from: cursor) { return go(to: target, in: text) }
        guard let current = place else { return CLE_BEEP }
        place = current + 1 < history.entries.count ? current + 1 : nil
        return show(place.map { history.entries[$0] } ?? draft)
    }

    private func go(to offset: Int, in text: String) -> cle_outcome {
        setLine(text, cursor: offset)
        return CLE_REFRESH
    }

    private func show(_ text: String) -> cle_outcome { go(to: text.utf8.count, in: text) }

    /// Takes in what the terminal marks as pasted, in one piece: no key in it does anything.
    private func paste() -> cle_outcome {
        guard let handle else { return CLE_NOTHING }
        var pasted = PastedText()
        while !pasted.isComplete, cle_is_interrupted() == 0 {
            guard let scalar = Unicode.Scalar(cle_next_character(handle)), scalar.value != 0 else { break }
            pasted.append(scalar)
        }
        return insert(pasted.text)
    }
}
