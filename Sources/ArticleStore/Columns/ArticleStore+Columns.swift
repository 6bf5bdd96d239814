package import Articles
import GRDB
import Synchronization
package import Text

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
            let statement = try db.cachedStatement(sql: "SELECT rowid FROM quote_words WHERE quote_words MATCH ?")
            let ids = try Int64.fetchCursor(statement, arguments: [expression])
            while let id = try ids.next() {
                if let row = byID[id] { rows.insert(row) }
            }
            return rows
        }
        table.keep(rows, for: expression)
        return rows
    }

    /// The printed words of quotes, in the order of their numbers in the archive.
    package func words(ofQuotes ids: [Int64]) throws -> [PrintedWords] { try read { try $0.words(ofQuotes: ids) } }
}

/// All of a quote that questions for words look at.
package struct PrintedWords: Sendable {
    /// The row in the archive.
    package let id: Int64
    package let kind: Quote.Kind
    /// The printed words of each segment, and where it stands.
    package var texts: [String] = []
    package var segments: [ByteRange] = []
    package var quotedParts: [ByteRange] = []
    package let antecedent: String?
}

extension Database {
    fileprivate func words(ofQuotes ids: [Int64]) throws -> [PrintedWords] {
        let list = idList(ids)
        var found = try rows(
            "SELECT id, kind, antecedent FROM quotes WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", [list]
        ) { cells in
            PrintedWords(
                id: try cells.id(), kind: try cells.word(Quote.Kind.self), antecedent: try cells.optionalText())
        }
        let isWanted = "quote_id IN (SELECT value FROM json_each(?)) ORDER BY quote_id, position"
        let segments = try rows("SELECT quote_id, text, start_byte, end_byte FROM segments WHERE \(isWanted)", [list]) {
            (try $0.id(), try $0.text(), try $0.range(in: Source.limit))
        }
        let parts = try rows("SELECT quote_id, start_byte, end_byte FROM quoted_parts WHERE \(isWanted)", [list]) {
            (try $0.id(), try $0.range(in: Source.limit))
        }
        var (segment, part) = (0, 0)
        for index in found.indices {
            while segment < segments.count, segments[segment].0 <= found[index].id {
                if segments[segment].0 == found[index].id {
                    found[index].texts.append(segments[segment].1)
                    found[index].segments.append(segments[segment].2)
                }
                segment += 1
            }
            while part < parts.count, parts[part].0 <= found[index].id {
                if parts[part].0 == found[index].id { found[index].quotedParts.append(parts[part].1) }
                part += 1
            }
        }
        return found
    }
}

/// The columns that an archive keeps, each read when it is needed.
private struct StoredColumns: TableSource {
    let database: any DatabaseWriter
    let path: String?
    let stamp: TableStamp

    func numbers(_ part: TablePart) throws -> [Int32] { ColumnBytes.numbers(try bytes(part.rawValue)) }
    func texts(_ part: TableTexts) throws -> [String] { ColumnBytes.texts(try bytes(part.rawValue)) }

    private func bytes(_ name: String) throws -> [UInt8] {
        let bytes = try ArticleStore.reporting(path) { try database.read { try $0.columnBytes(name, stamp) } }
        guard let bytes else { throw OutdatedTable() }
        return bytes
    }
}

/// The archive changed while a table was in use, or a column that it keeps is damaged.
package struct OutdatedTable: Error {}
