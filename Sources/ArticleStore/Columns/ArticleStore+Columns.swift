import GRDB
import Synchronization

/// The table that was last asked for. A class, because all who ask the archive share it.
final class KeptTable: Sendable {
    let table = Mutex<QuoteTable?>(nil)
}

extension ArticleStore {
    /// The quotes of the archive as columns; the same table until the archive changes, and nil for an archive that no column can hold.
    ///
    /// Columns that were kept in the archive are read as they are needed. Where there are none for its present state, they are made in
    /// memory; and so they are where `remade` is set, for when one that was kept turned out to be an `OutdatedTable`.
    package func table(remade: Bool = false) throws -> QuoteTable? {
        try read { db in
            let stamp = try db.tableStamp()
            if !remade, let table = columns.table.withLock({ $0 }), table.stamp == stamp { return table }
            var table: QuoteTable?
            if !remade, let count = try db.keptRows(stamp) {
                let source = StoredColumns(database: database, path: path, stamp: stamp)
                table = QuoteTable(stamp: stamp, count: count, source: source)
            } else if let made = try MadeColumns(of: db) {
                table = QuoteTable(stamp: stamp, count: made.numbers(.ids).count, source: made)
            }
            columns.table.withLock { $0 = table }
            return table
        }
    }

    /// Tells one state of the archive from another: what was read of the one does not hold of the other.
    package func state() throws -> String { try read { try $0.tableStamp().text } }

    /// The rows of quotes that hold, as print or in what they stand for, one term of each group; nil where the index cannot tell, as it
    /// cannot for terms that hold no word.
    package func rows(withTerms groups: [[String]], in table: QuoteTable) throws -> RowSet? {
        guard let expression = SearchIndex.expression(groups) else { return nil }
        if let rows = table.knownRows(expression) { return rows }
        let byID = try table.rowsByID()
        let rows = try read { db in
            var rows = RowSet(of: table.count)
            try db.forEachRow("SELECT rowid FROM quote_words WHERE quote_words MATCH ?", [expression]) { cells in
                if let row = byID[try cells.id()] { rows.insert(row) }
            }
            return rows
        }
        table.keep(rows, for: expression)
        return rows
    }
}

/// The columns that an archive keeps, each read when it is needed.
private struct StoredColumns: TableSource {
    let database: any DatabaseWriter
    let path: String?
    let stamp: TableStamp

    func numbers(_ part: TablePart) throws -> [Int32] { try read { try $0.columnNumbers(part, stamp) } }
    func texts(_ part: TableTexts) throws -> [String] { try read { try $0.columnTexts(part, stamp) } }

    private func read<Value>(_ value: (Database) throws -> Value?) throws -> Value {
        guard let found = try ArticleStore.reporting(path, { try database.read(value) }) else { throw OutdatedTable() }
        return found
    }
}

/// The archive changed while a table was in use, or a column that it keeps is damaged.
package struct OutdatedTable: Error {}
