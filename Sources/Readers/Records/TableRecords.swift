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
        let fields = names.map { material.columns[$0] ?? RecordField(name: $0) }
        guard fields.contains(.text) else {
            result.problems.append(
                material.problem(
                    "no column is called `text`: name the columns in the first line, or say which is which: --columns text=NAME",
                    at: 0))
            return result
        }
        var number = 0
        while let row = table.nextRow() {
            number += 1
            guard !row.isUnclosed else {
                result.problems.append(
                    material.problem(
                        "a cell of this row has no closing quotation mark: mend it here", at: row.range.lower))
                break
            }
            var record = Record(number: number, range: material.steps.isEmpty ? row.range : material.range)
            for (field, cell) in zip(fields, row.cells) {
                guard let field else { continue }
                if field == .text {
                    if record.text == nil, !cell.text.isEmpty { record.text = (cell.text, cell.map) }
                } else {
                    record.set(field, to: String(decoding: cell.text, as: UTF8.self))
                }
            }
            record.read(from: material, into: &result)
        }
        if result.articles.isEmpty, result.problems.isEmpty {
            result.problems.append(material.problem("this table has no rows: it was passed over"))
        }
        return result
    }
}
