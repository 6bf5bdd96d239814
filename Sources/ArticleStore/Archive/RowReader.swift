import GRDB
import GRDBSQLite

/// The rows of a query, one after the other.
///
/// GRDB's own cursors ask each value what it is and box it; to read a quote with its fifty columns took most of its time for that.
///
/// A class, because a statement that is not read to its end has to be put back, or the database would be held open for it.
final class RowReader {
    let statement: Statement
    private var givingUp = GivingUp()

    /// The rows of a statement of which nobody reads at the same time, with these values in the place of its marks.
    init(_ statement: Statement, _ values: [(any DatabaseValueConvertible)?] = []) throws {
        self.statement = statement
        try statement.bind(values)
    }

    deinit { sqlite3_reset(statement.sqliteStatement) }

    /// The next row; nil behind the last one.
    func next() throws -> Cells? {
        try givingUp.step()
        let result = sqlite3_step(statement.sqliteStatement)
        if result == SQLITE_ROW { return Cells(self) }
        let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(statement.sqliteStatement)))
        sqlite3_reset(statement.sqliteStatement)
        if result == SQLITE_DONE { return nil }
        throw DatabaseError(resultCode: ResultCode(rawValue: result), message: message, sql: statement.sql)
    }
}

extension Database {
    /// The rows of a query that was likely asked before.
    func reader(_ sql: String, _ values: [(any DatabaseValueConvertible)?] = []) throws -> RowReader {
        try RowReader(cachedStatement(sql: sql), values)
    }
}
