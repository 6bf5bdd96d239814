/// The rows of a table, one after the other, out of pieces of the file.
///
/// A class, because it goes on with an open file.
final class RowRecords {
    private let input: ChunkedBytes
    private let header: TableHeader
    private let separator: UInt8
    private var place: RecordPlace
    private var number = 0
    private var isAtEnd = false
    /// Whether the next row that is not empty is the one that names the columns.
    private var isHeader = true

    /// - Parameter input: a table, from its beginning.
    init(_ input: ChunkedBytes, _ header: TableHeader, _ place: RecordPlace) {
        self.input = input
        self.header = header
        self.place = place
        let table = Table(input.head)
        separator = table.separator
        self.place.line += input.take(table.start).count { $0 == UInt8(ascii: "\n") }
    }

    /// The next row that is not empty; nil at the end of the file.
    func next() -> Reading.Piece? {
        while !isAtEnd {
            let row: [UInt8]
            do throws(FileFailure) {
                row = try nextRow()
            } catch {
                isAtEnd = true
                return piece(Reading.Problem(source: place.name, message: error.message))
            }
            place.start = input.offset - row.count
            let line = place.line
            place.line += row.count { $0 == UInt8(ascii: "\n") }
            guard row.contains(where: { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }) else { continue }
            if isHeader {
                isHeader = false
                continue
            }
            number += 1
            guard row.count <= PieceStream.recordLimit else {
                isAtEnd = true
                return piece(
                    Reading.Problem(source: place.name, line: line, message: TableHeader.unclosed))
            }
            var place = place
            place.line = line
            let (number, header, separator) = (number, header, separator)
            return Reading.Piece(file: place.file, size: input.newlyRead()) { [place] in
                let (material, note) = place.material(row)
                var result = Reading.Result()
                var table = Table(material.bytes, separator: separator)
                if let row = table.nextRow() {
                    TableRecords.read(row, number: number, header, of: material, into: &result)
                }
                result.add(note, of: place)
                return result
            }
        }
        return nil
    }

    /// The bytes of the next row with its end, or empty lines before it.
    private func nextRow() throws(FileFailure) -> [UInt8] {
        var scan = RowScan(separator: separator)
        var scanned = 0
        while true {
            if let end = input.firstIndex(from: scanned, where: { scan.isEnd($0) }) { return input.take(end + 1) }
            scanned = input.count
            if scanned <= PieceStream.recordLimit, try input.fill() { continue }
            isAtEnd = true
            return input.take(scanned)
        }
    }

    private func piece(_ problem: Reading.Problem) -> Reading.Piece {
        Reading.Piece(file: place.file, size: input.newlyRead()) { Reading.Result(problems: [problem]) }
    }
}

/// Looks for the end of a row, byte by byte, by the same rules by which `Table` cuts cells.
private struct RowScan {
    let separator: UInt8
    private var state = State.cellStart
    /// Whether the cell at hand has a line end between its quotation marks.
    private var hasLineEnd = false

    private enum State {
        case cellStart, plain, quoted, closing, closed, broken
    }

    init(separator: UInt8) { self.separator = separator }

    /// Whether the row ends with this byte.
    mutating func isEnd(_ byte: UInt8) -> Bool {
        let isQuote = byte == UInt8(ascii: "\"")
        let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        switch state {
        case .quoted:
            if isQuote { state = .closing }
            if byte == UInt8(ascii: "\n") { hasLineEnd = true }
            return false
        case .cellStart where isQuote, .closing where isQuote:
            if state == .cellStart { hasLineEnd = false }
            state = .quoted
        case .broken: break
        case _ where byte == separator: state = .cellStart
        case .closing where byte <= 0x20, .closed where byte <= 0x20: state = .closed
        case .closing, .closed: state = separator == UInt8(ascii: "\t") && !hasLineEnd ? .plain : .broken
        case .cellStart, .plain: state = .plain
        }
        return isLineEnd
    }
}
