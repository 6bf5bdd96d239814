import QueryLanguage
package import Text

extension Draft {
    /// A piece of the text and what to put in its place.
    package struct Edit: Hashable, Sendable {
        package var range: ByteRange
        package var replacement: String

        package init(range: ByteRange, replacement: String) {
            self.range = range
            self.replacement = replacement
        }
    }

    /// The edits that write the whole text in the usual way, in order and apart from one another.
    package var formatting: [Edit] {
        let text = String(decoding: bytes, as: UTF8.self)
        let formatted = Array(Formatter.format(text, definitions: definitions()).utf8)
        let old = pieces.map(\.statementRange)
        let new = Script.statements(in: formatted)
        guard old.count == new.count else { return [] }
        // Statements and what lies between them answer to each other, so every edit is as small as one of these.
        var edits: [Edit] = []
        var (oldStart, newStart) = (0, 0)
        func compare(_ oldRange: ByteRange, _ newRange: ByteRange) {
            guard bytes[oldRange.indices] != formatted[newRange.indices] else { return }
            edits.append(Edit(range: oldRange, replacement: formatted.text(newRange)))
        }
        for (a, b) in zip(old, new) {
            compare(ByteRange(oldStart, a.lower), ByteRange(newStart, b.lower))
            compare(a, b)
            (oldStart, newStart) = (a.upper, b.upper)
        }
        compare(ByteRange(oldStart, bytes.count), ByteRange(newStart, formatted.count))
        return edits
    }

    /// The edits that write the statements of a range in the usual way; what lies between them stays.
    package func formatting(of range: ByteRange) -> [Edit] {
        let touched = pieces(in: range)
        // A name that such a statement asks for is defined above it, or above another one of them.
        let definitions = definitions(above: touched.endIndex)
        return touched.compactMap { piece in
            let statement = piece.statementRange
            guard statement.lower <= range.upper, piece.statement != nil else { return nil }
            let old = bytes.text(statement)
            let new = Formatter.format(old, definitions: definitions)
            return new == old ? nil : Edit(range: statement, replacement: new)
        }
    }

    /// The edits for the statement that a line end or a `;` has just ended at an offset.
    package func formatting(endedAt offset: Int) -> [Edit] {
        guard let piece = pieces.last(where: { $0.range.upper < offset }) else { return [] }
        return formatting(of: piece.statementRange).filter { $0.range.upper < offset }
    }
}
