import Dates
import FoundationEssentials
import GRDB
import Text

/// The columns of a row to be written, by name.
typealias Columns = KeyValuePairs<String, (any DatabaseValueConvertible)?>

extension Database {
    /// Writes one row.
    /// - Returns: its number.
    @discardableResult
    func insert(into table: String, _ groups: [Columns]) throws -> Int64 {
        try RowWriter(self).insert(into: table, groups)
    }

    /// Writes one row.
    /// - Returns: its number.
    @discardableResult
    func insert(into table: String, _ columns: Columns) throws -> Int64 { try insert(into: table, [columns]) }

    /// Puts other values into some columns of the row with a number.
    func update(_ table: String, id: Int64, _ columns: Columns) throws {
        let names = columns.map { "\($0.key) = ?" }.joined(separator: ", ")
        try run("UPDATE \(table) SET \(names) WHERE id = ?", columns.map(\.value) + [id])
    }

    /// Runs a statement that was likely run before.
    func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?] = []) throws {
        try cachedStatement(sql: sql).run(values)
    }

    /// Reads each row of a query with `read`.
    func rows<Value>(
        _ sql: String, _ values: [(any DatabaseValueConvertible)?] = [], _ read: (inout Cells) throws -> Value
    ) throws -> [Value] {
        var result: [Value] = []
        try forEachRow(sql, values) { result.append(try read(&$0)) }
        return result
    }

    /// The numbers that a query with one column finds.
    func ids(_ sql: String, _ values: [(any DatabaseValueConvertible)?] = []) throws -> Set<Int64> {
        var found: Set<Int64> = []
        try forEachRow(sql, values) { found.insert(try $0.id()) }
        return found
    }

    /// Looks at each row of a query.
    func forEachRow(
        _ sql: String, _ values: [(any DatabaseValueConvertible)?] = [], _ look: (inout Cells) throws -> Void
    ) throws {
        let reader = try reader(sql, values)
        while var cells = try reader.next() { try look(&cells) }
    }
}

/// Bytes as GRDB takes them.
func blob(_ bytes: [UInt8]) -> Data { Data(bytes) }

/// Numbers as SQLite's `json_each` takes them: one argument for any number of rows.
func idList(_ ids: some Sequence<Int64>) -> String { "[" + ids.map(String.init).joined(separator: ",") + "]" }

extension CalendarDay {
    /// The day as it is kept; nil for one that no calendar prints.
    var stored: String? { (1...9999).contains(components.year) ? description : nil }
}

extension Array where Element == UInt8 {
    /// The printed text of a range, as SQLite can keep it: its strings end at a NUL.
    func storedText(_ range: ByteRange) -> String {
        let printed = text(range)
        guard printed.utf8.contains(0) else { return printed }
        return String(printed.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : Character($0) })
    }
}
