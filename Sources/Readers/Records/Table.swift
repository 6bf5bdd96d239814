import Text

/// The rows of a table as text, one after the other.
///
/// The separator is the mark among tab, comma and semicolon that stands most often in the first line. A cell between quotation marks may
/// hold line ends, separators and doubled quotation marks, as in RFC 4180.
struct Table {
    private let bytes: [UInt8]
    /// The byte between two cells.
    let separator: UInt8
    private var index: Int

    /// One row.
    struct Row {
        fileprivate(set) var cells: [Cell] = []
        /// All of it, without the line end.
        fileprivate(set) var range: ByteRange
        /// Whether the text ends within a cell.
        fileprivate(set) var isUnclosed = false

        /// The cells as words.
        var words: [String] {
            cells.map {
                String(decoding: $0.text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
        }
    }

    /// One cell, and where its text stands in the table.
    struct Cell {
        fileprivate(set) var text: [UInt8] = []
        fileprivate(set) var map = OffsetMap()

        fileprivate mutating func append(_ bytes: ArraySlice<UInt8>) {
            text += bytes
            map.append(bytes.count, at: bytes.startIndex)
        }
    }

    init(_ bytes: [UInt8]) {
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let head = bytes[index...].prefix { $0 != UInt8(ascii: "\n") }
        let marks = "\t,;".utf8.map { mark in (mark: mark, count: head.count { $0 == mark }) }
        separator = marks.max { $0.count < $1.count }?.mark ?? UInt8(ascii: "\t")
        self.bytes = bytes
    }

    /// Rows of a table whose separator is known.
    init(_ bytes: [UInt8], separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
        index = 0
    }

    /// The next row that is not empty; nil after the last one.
    mutating func nextRow() -> Row? {
        while index < bytes.count, bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") {
            index += 1
        }
        guard index < bytes.count else { return nil }
        var row = Row(range: ByteRange(index, index))
        repeat { row.cells.append(nextCell(&row.isUnclosed)) } while takeSeparator()
        row.range = ByteRange(row.range.lower, index)
        return row
    }

    private mutating func takeSeparator() -> Bool {
        guard index < bytes.count, bytes[index] == separator else { return false }
        index += 1
        return true
    }

    private mutating func nextCell(_ isUnclosed: inout Bool) -> Cell {
        var cell = Cell()
        let quote = UInt8(ascii: "\"")
        if index < bytes.count, bytes[index] == quote {
            index += 1
            while true {
                let start = index
                guard let end = bytes[start...].firstIndex(of: quote) else {
                    cell.append(bytes[start...])
                    index = bytes.count
                    isUnclosed = true
                    return cell
                }
                cell.append(bytes[start..<end])
                index = end + 1
                guard index < bytes.count, bytes[index] == quote else { break }
                // Two quotation marks stand for one: the second one is kept.
                cell.append(bytes[index...index])
                index += 1
            }
        }
        let start = index
        while index < bytes.count, bytes[index] != separator, bytes[index] != UInt8(ascii: "\n"),
            bytes[index] != UInt8(ascii: "\r")
        {
            index += 1
        }
        cell.append(bytes[start..<index])
        return cell
    }
}
