import CLineEditor

extension LineEditor {
    /// TAB: one choice is inserted; of several, what they have in common; where that is nothing more, they are
    /// listed.
    func complete() -> cle_outcome {
        let (text, cursor) = line
        let choices = hooks.completions(text, cursor).map(\.harmless)
        guard let first = choices.first else { return CLE_BEEP }
        if choices.count == 1 {
            replace(first.range, of: text, with: first.insertion)
            return CLE_REFRESH
        }
        let typed = String(decoding: Array(text.utf8)[first.range.clamped(to: 0..<text.utf8.count)], as: UTF8.self)
        let common = Choice.commonPrefix(choices)
        if common.utf8.count > typed.utf8.count, choices.allSatisfy({ $0.range == first.range }) {
            replace(first.range, of: text, with: common)
            return CLE_REFRESH
        }
        list(choices)
        return CLE_NOTHING
    }

    /// Lists choices below the line, and draws the line again below them.
    private func list(_ choices: [Choice]) {
        guard let handle else { return }
        let (columns, rows) = Terminal.size
        let lines = ChoiceList.lines(choices, columns: columns, rows: max(3, rows - 3), isColored: isColored)
        goBelow()
        write(lines.map { $0 + "\r\n" }.joined())
        cle_redraw(handle)
    }
}

extension Choice {
    /// The same without control characters: names come from archives, and archives from strangers.
    fileprivate var harmless: Choice {
        Choice(
            range: range, insertion: insertion.withoutControls(), label: label.withoutControls(),
            detail: detail.withoutControls())
    }
}
