import GRDBSQLite

/// SQLite's parser: what `sqlite3_prepare_v2` does with a text of many statements. A class, because it owns a connection.
final class SQLite {
    private let connection: OpaquePointer

    /// A database in memory with some tables; nil where SQLite refuses it.
    init?(schema: String) {
        var connection: OpaquePointer?
        guard sqlite3_open_v2(":memory:", &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil) == SQLITE_OK,
            let connection
        else { return nil }
        self.connection = connection
        guard sqlite3_exec(connection, schema, nil, nil, nil) == SQLITE_OK else { return nil }
    }

    deinit { sqlite3_close_v2(connection) }

    /// Prepares every statement of a text that ends with a zero byte, without running it; how many there are, or what
    /// is wrong with the first one that SQLite does not understand.
    func prepareAll(_ text: [CChar]) -> Result<Int, Misunderstanding> {
        text.withUnsafeBufferPointer { buffer in
            var rest = buffer.baseAddress
            var statements = 0
            while let start = rest, start.pointee != 0 {
                var statement: OpaquePointer?
                // A length would make SQLite copy the rest of the text each time.
                guard sqlite3_prepare_v2(connection, start, -1, &statement, &rest) == SQLITE_OK else {
                    return .failure(Misunderstanding(message: String(cString: sqlite3_errmsg(connection))))
                }
                if statement != nil { statements += 1 }
                sqlite3_finalize(statement)
            }
            return .success(statements)
        }
    }

    /// SQL that SQLite does not understand.
    struct Misunderstanding: Error {
        let message: String
    }
}
