import Text

/// The rows of a table as text, one after the other.
///
/// The separator is what a line `sep=;`, as spreadsheets write it, says, or else the mark among tab, comma, semicolon and bar that stands most
/// often in the first line. A cell between quotation marks may hold line ends, separators and doubled quotation marks, as in RFC 4180. Tables
/// with tabs often have no such marks: there a cell that only begins with a quotation mark is what it is.
struct Table {
    private let bytes: [UInt8]
    /// The byte between two cells.
    let separator: UInt8
    /// Where the first row begins.
    let start: Int
    private var index: Int

    /// One row.
    struct Row {
        fileprivate(set) var cells: [Cell] = []
        /// All of it, without the line end.
        fileprivate(set) var range: ByteRange
        /// Why it cannot be told what its cells are; nil where it can.
        fileprivate(set) var fault: Fault?

        /// The cells as words.
        var words: [String] {
            cells.map {
                String(decoding: $0.text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
        }
    }

    /// What is wrong with a row.
    enum Fault: Hashable {
        /// The text ends within a cell.
        case unclosed
        /// Within a cell between quotation marks stands another one that is not doubled.
        case undoubled
    }

    /// One cell, and where its text stands in the table.
    struct Cell {
        fileprivate(set) var text: [UInt8] = []
        fileprivate(set) var map = OffsetMap()

        var isBlank: Bool { !text.contains { $0 > 0x20 } }

        fileprivate mutating func append(_ bytes: ArraySlice<UInt8>) {
            text += bytes
            map.append(bytes.count, at: bytes.startIndex)
        }
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let first = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let line = bytes[first...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        if line.count == 5, line.starts(with: Array("sep=".utf8)), let told = line.last {
            separator = told
            start = bytes[line.endIndex...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? line.endIndex
        } else {
            separator = Table.likeliestSeparator(line)
            start = first
        }
        index = start
    }

    /// The mark that stands most often in a row, outside of quotation marks; a tab where there is none.
    private static func likeliestSeparator(_ row: ArraySlice<UInt8>) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in row {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let marks = "\t,;|".utf8.map { mark in (mark: mark, count: counts[mark] ?? 0) }
        return marks.max { $0.count < $1.count }?.mark ?? UInt8(ascii: "\t")
    }

    /// Rows of a table whose separator is known.
    init(_ bytes: [UInt8], separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
        start = 0
        index = 0
    }

    /// The next row that is not empty; nil after the last one.
    mutating func nextRow() -> Row? {
        while index < bytes.count, isLineEnd(bytes[index]) { index += 1 }
        guard index < bytes.count else { return nil }
        var row = Row(range: ByteRange(index, index))
        repeat { row.cells.append(nextCell(&row.fault)) } while row.fault == nil && takeSeparator()
        // Where a row is broken, its line is the most that can be passed over without harm.
        if row.fault == .undoubled { while index < bytes.count, !isLineEnd(bytes[index]) { index += 1 } }
        row.range = ByteRange(row.range.lower, index)
        return row
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private mutating func takeSeparator() -> Bool {
        guard index < bytes.count, bytes[index] == separator else { return false }
        index += 1
        return true
    }

    private mutating func nextCell(_ fault: inout Fault?) -> Cell {
        let start = index
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return plainCell(from: start) }
        var cell = Cell()
        takeQuoted(into: &cell, &fault)
        let end = index
        let rest = plainCell(from: end)
        if rest.isBlank { return cell }
        if separator == UInt8(ascii: "\t"), !bytes[start..<end].contains(UInt8(ascii: "\n")) {
            index = end
            return plainCell(from: start)
        }
        fault = fault ?? .undoubled
        return cell
    }

    /// Takes what stands between quotation marks, the first of which is next.
    private mutating func takeQuoted(into cell: inout Cell, _ fault: inout Fault?) {
        let quote = UInt8(ascii: "\"")
        index += 1
        while true {
            guard let end = bytes[index...].firstIndex(of: quote) else {
                cell.append(bytes[index...])
                index = bytes.count
                fault = .unclosed
                return
            }
            cell.append(bytes[index..<end])
            index = end + 1
            guard index < bytes.count, bytes[index] == quote else { return }
            // Two quotation marks stand for one: the second one is kept.
            cell.append(bytes[index...index])
            index += 1
        }
    }

    /// Takes all up to the next separator or line end as the end of a cell that begins at `start`.
    private mutating func plainCell(from start: Int) -> Cell {
        while index < bytes.count, bytes[index] != separator, !isLineEnd(bytes[index]) { index += 1 }
        var cell = Cell()
        cell.append(bytes[start..<index])
        return cell
    }
}
