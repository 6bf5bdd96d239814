import Text

/// Articles as the rows of a table: CSV with commas or semicolons, or tabs between the cells; the first row names the columns.
enum TableRecords {
    /// Whether a text begins with a row of names, one of which is that of a text.
    static func areRecords(_ head: [UInt8]) -> Bool {
        var table = Table(head)
        guard head.contains(UInt8(ascii: "\n")), let names = table.nextRow()?.words, names.count >= 2 else {
            return false
        }
        let fields = names.map { RecordField(name: $0) }
        return fields.contains(.text) && fields.count { $0 != nil } >= 2 && names.allSatisfy { $0.utf8.count <= 40 }
    }

    /// Reads the articles of a table.
    static func read(_ material: Material) -> Reading.Result {
        var result = Reading.Result()
        var table = Table(material.bytes)
        guard let names = table.nextRow()?.words else {
            result.problems.append(material.problem("this file holds no words: it was passed over"))
            return result
        }
        guard let header = TableHeader(names, material.columns) else {
            let known = names.map { "`\($0.printable)`" }.prefix(20).joined(separator: ", ")
            result.problems.append(
                material.problem(
                    "no column is called `text`, they are \(known): name the columns in the first line, or say which is which: --columns text=NAME",
                    at: 0))
            return result
        }
        var number = 0
        while let row = table.nextRow() {
            number += 1
            read(row, number: number, header, of: material, into: &result)
        }
        if result.articles.isEmpty, result.problems.isEmpty {
            result.problems.append(material.problem("this table has no rows: it was passed over"))
        }
        return result
    }

    /// The articles of a table, row by row; nothing but the header was read of it.
    static func pieces(of input: ChunkedBytes, _ header: TableHeader, _ place: RecordPlace) -> PieceStream {
        let rows = RowRecords(input, header, place)
        return PieceStream { rows.next() }
    }

    /// Reads the article of one row of a table, which stands in `material`.
    static func read(
        _ row: Table.Row, number: Int, _ header: TableHeader, of material: Material, into result: inout Reading.Result
    ) {
        if let objection = header.objection(to: row) {
            result.problems.append(material.problem(objection, at: row.range.lower))
            return
        }
        var record = Record(number: number, range: row.range)
        for (field, cell) in zip(header.fields, row.cells) {
            guard let field else { continue }
            if field == .text {
                if record.text == nil, !cell.text.isEmpty { record.text = (cell.text, cell.map) }
            } else {
                record.set(field, to: String(decoding: cell.text, as: UTF8.self))
            }
        }
        record.read(from: material, into: &result)
    }
}

/// What the first row of a table tells: which field each column is, one of them the text.
struct TableHeader: Sendable {
    let fields: [RecordField?]

    /// The fields of some columns' names; nil where none of them is the text.
    init?(_ names: [String], _ columns: [String: RecordField]) {
        // A column that people name is the only one of its field.
        let told = Set(names.compactMap { columns[$0] })
        fields = names.map { name in columns[name] ?? RecordField(name: name).flatMap { told.contains($0) ? nil : $0 } }
        guard fields.contains(.text) else { return nil }
    }

    /// Why a row cannot be read, and what to do; nil where it can. Cells that are missing at its end are empty.
    func objection(to row: Table.Row) -> String? {
        switch row.fault {
        case .unclosed: return TableHeader.unclosed
        case .undoubled:
            return "a quotation mark within a cell of this row is not doubled: it was left out, write it as `\"\"`"
        case nil:
            guard row.cells.dropFirst(fields.count).contains(where: { !$0.isBlank }) else { return nil }
            return "this row has \(row.cells.count) cells for \(fields.count) columns: it was left out, "
                + "put cells that have a separator in them between quotation marks"
        }
    }

    /// What is wrong with a row that has no end.
    static let unclosed = "a cell of this row has no closing quotation mark: mend it here"

    /// The fields of the table that begins with `head`.
    init?(_ head: [UInt8], _ columns: [String: RecordField]) {
        var table = Table(head)
        guard let names = table.nextRow()?.words else { return nil }
        self.init(names, columns)
    }
}
