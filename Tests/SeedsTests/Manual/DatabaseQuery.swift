import Foundation
import GRDBSQLite

/// Questions that other programs put to the file of an archive, by the library that they use.
enum DatabaseQuery {
    /// The rows that a query gives over the seeds, a line each, as `sqlite3` prints them.
    static func printed(_ sql: String) throws -> String {
        var connection: OpaquePointer?
        var statement: OpaquePointer?
        defer {
            sqlite3_finalize(statement)
            sqlite3_close(connection)
        }
        let path = try Transcript.file.get().path
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
            sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK
        else { throw Refusal(message: String(cString: sqlite3_errmsg(connection))) }
        var lines = ""
        var status = sqlite3_step(statement)
        while status == SQLITE_ROW {
            let cells = (0..<sqlite3_column_count(statement)).map { column in
                sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
            }
            lines += cells.joined(separator: "|") + "\n"
            status = sqlite3_step(statement)
        }
        guard status == SQLITE_DONE else { throw Refusal(message: String(cString: sqlite3_errmsg(connection))) }
        return lines
    }

    /// What SQLite says against a query.
    struct Refusal: Error {
        let message: String
    }
}
