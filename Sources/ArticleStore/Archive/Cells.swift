import Dates
import GRDB
import GRDBSQLite
import Text

/// Something in an archive that cannot be; becomes `StoreError.Reason.damaged` once the path is known.
struct Damage: Error {
    let detail: String
}

/// The columns of a row from left to right, read without trust: a value of the wrong kind is an error, where GRDB's own
/// subscripts would end the process.
///
/// They are read straight from the statement that stands at the row, and are gone once it goes on.
struct Cells {
    private let reader: RowReader
    private var index: CInt = 0

    /// The row at which a reader stands.
    init(_ reader: RowReader) { self.reader = reader }

    private var statement: SQLiteStatement { reader.statement.sqliteStatement }

    /// The kind of the next column, which is gone over, and its place.
    private mutating func next() throws -> (kind: CInt, place: CInt) {
        guard index < sqlite3_data_count(statement) else { throw Damage(detail: "a row has too few columns") }
        defer { index += 1 }
        return (sqlite3_column_type(statement, index), index)
    }

    /// Goes on to the next column without a look at this one.
    mutating func skip() { index += 1 }

    private func wrong(_ expected: String) -> Damage {
        let name = sqlite3_column_name(statement, index - 1).map { String(cString: $0) }
        return Damage(detail: "the column `\(name ?? "?")` is no \(expected)")
    }

    mutating func optionalID() throws -> Int64? {
        let (kind, place) = try next()
        switch kind {
        case SQLITE_NULL: return nil
        case SQLITE_INTEGER: return sqlite3_column_int64(statement, place)
        default: throw wrong("number")
        }
    }

    mutating func id() throws -> Int64 {
        guard let number = try optionalID() else { throw wrong("number") }
        return number
    }

    mutating func optionalNumber() throws -> Int? { try optionalID().map { Int($0) } }

    /// A number that counts something, and so is neither negative nor beyond all measure.
    mutating func count() throws -> Int {
        let number = try id()
        guard (0...Int64(Int32.max)).contains(number) else { throw wrong("possible number") }
        return Int(number)
    }

    mutating func double() throws -> Double {
        let (kind, place) = try next()
        guard kind == SQLITE_FLOAT || kind == SQLITE_INTEGER else { throw wrong("number") }
        return sqlite3_column_double(statement, place)
    }

    mutating func optionalText() throws -> String? {
        let (kind, place) = try next()
        switch kind {
        case SQLITE_NULL: return nil
        case SQLITE_TEXT: return sqlite3_column_text(statement, place).map { String(cString: $0) } ?? ""
        default: throw wrong("text")
        }
    }

    mutating func text() throws -> String {
        guard let text = try optionalText() else { throw wrong("text") }
        return text
    }

    mutating func bytes() throws -> [UInt8] {
        guard sqlite3_column_type(statement, index) == SQLITE_BLOB else {
            skip()
            throw wrong("stretch of bytes")
        }
        return try withBytes { Array($0) }
    }

    /// Looks at the bytes of a text or a stretch of bytes where the database has them, since each copy takes as long as what is done with them.
    mutating func withBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) throws -> Value {
        let (kind, place) = try next()
        guard kind == SQLITE_TEXT || kind == SQLITE_BLOB else { throw wrong("stretch of bytes") }
        // The bytes first: to ask for their number could move them.
        let start = sqlite3_column_blob(statement, place)
        return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, place))))
    }

    /// One of the words that `Value` knows.
    mutating func word<Value: RawRepresentable>(_ type: Value.Type) throws -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: try text()) else { throw wrong("known word") }
        return value
    }

    /// One of the words that `Value` knows, or nothing.
    mutating func optionalWord<Value: RawRepresentable>(_ type: Value.Type) throws -> Value?
    where Value.RawValue == String {
        guard let text = try optionalText() else { return nil }
        guard let value = Value(rawValue: text) else { throw wrong("known word") }
        return value
    }

    /// Two columns: a stretch of a source that has `length` bytes.
    mutating func range(in length: Int) throws -> ByteRange {
        let (lower, upper) = (try count(), try count())
        guard lower <= upper, upper <= length else { throw Damage(detail: "a span lies outside its source") }
        return ByteRange(lower, upper)
    }

    /// Two columns: a stretch of a source, or nothing.
    mutating func optionalRange(in length: Int) throws -> ByteRange? {
        guard let lower = try optionalID() else {
            _ = try optionalID()
            return nil
        }
        let upper = try id()
        guard 0 <= lower, lower <= upper, upper <= Int64(length) else {
            throw Damage(detail: "a span lies outside its source")
        }
        return ByteRange(Int(lower), Int(upper))
    }

    /// Two columns: the first and the last day, or nothing.
    mutating func optionalInterval() throws -> DateInterval? {
        let texts = (try optionalText(), try optionalText())
        guard let first = texts.0, let last = texts.1 else { return nil }
        guard let first = CalendarDay(iso: first), let last = CalendarDay(iso: last) else { throw wrong("day") }
        return DateInterval(first, last)
    }
}
