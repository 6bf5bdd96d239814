extension Manifest {
    /// Reads a table: the first line names the columns, tabs stand between the cells; empty lines count for nothing.
    mutating func readTable(_ bytes: [UInt8]) {
        var columns: [Key?] = []
        var offset = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let start = offset
            offset += line.count + 1
            let text = String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
            guard text.contains(where: { !$0.isWhitespace }) else { continue }
            let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(trimmed)
            if columns.isEmpty {
                columns = header(cells, at: start)
                guard columns.contains(.file) else {
                    report(
                        start, "no column is called `file`: name the columns in the first line, with tabs between them")
                    return
                }
            } else {
                row(cells, columns, at: start)
            }
        }
    }

    private mutating func header(_ cells: [String], at start: Int) -> [Key?] {
        var seen: Set<Key> = []
        return cells.map { name in
            guard let key = Key(name) else {
                reportUnknown(name, at: start)
                return nil
            }
            guard seen.insert(key).inserted else {
                report(start, "two columns are called `\(key.names[0])`: the first one counts")
                return nil
            }
            return key
        }
    }

    private mutating func row(_ cells: [String], _ columns: [Key?], at start: Int) {
        if cells.count > columns.count {
            report(
                start, "this line has \(cells.count) cells for \(columns.count) columns: the last ones were passed over"
            )
        }
        let pairs = zip(columns, cells)
        let file = pairs.first { $0.0 == .file }?.1 ?? ""
        guard var entry = entry(for: file, at: start) else { return }
        for case (let key?, let cell) in pairs { set(key, to: cell, of: &entry, at: start) }
        add(entry)
    }

    private func trimmed(_ cell: Substring) -> String {
        String(cell.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
