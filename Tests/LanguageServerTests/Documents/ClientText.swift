@testable import LanguageServer

/// A text as a client keeps it, in UTF-16 units and by the words of the protocol alone: what the server must agree with.
struct ClientText {
    private(set) var units: [UInt16]

    init(_ text: String) { units = Array(text.utf16) }

    var text: String { String(decoding: units, as: UTF16.self) }

    /// Where each line begins, and where its letters end.
    private var lines: [(start: Int, end: Int)] {
        var lines: [(start: Int, end: Int)] = []
        var start = 0
        var index = 0
        while index < units.count {
            let isPair = units[index] == 0x0D && index + 1 < units.count && units[index + 1] == 0x0A
            if units[index] == 0x0A || units[index] == 0x0D {
                lines.append((start, index))
                index += isPair ? 2 : 1
                start = index
            } else {
                index += 1
            }
        }
        return lines + [(start, units.count)]
    }

    /// A place beyond a line is its end, one inside a letter the letter's start, one beyond the text its end.
    func offset(_ position: Position) -> Int {
        let lines = lines
        guard position.line < lines.count else { return units.count }
        let (start, end) = lines[position.line]
        let offset = min(start + position.character, end)
        return offset > start && offset < end && UTF16.isTrailSurrogate(units[offset]) ? offset - 1 : offset
    }

    mutating func apply(_ change: Document.Change) {
        guard let range = change.range else {
            units = Array(change.text.utf16)
            return
        }
        units.replaceSubrange(offset(range.lowerBound)..<offset(range.upperBound), with: change.text.utf16)
    }

    var lineCount: Int { lines.count }
}
