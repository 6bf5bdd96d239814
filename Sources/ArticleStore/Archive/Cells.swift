import Dates
import GRDB
import Text

/// Something in an archive that cannot be; becomes `StoreError.Reason.damaged` once the path is known.
struct Damage: Error {
    let detail: String
}

/// The columns of a row from left to right, read without trust: a value of the wrong kind is an error, where GRDB's own
/// subscripts would end the process.
struct Cells {
    private let row: Row
    private var index = 0

    init(_ row: Row) { self.row = row }

    private mutating func next() throws -> DatabaseValue.Storage {
        guard index < row.count else { throw Damage(detail: "a row has too few columns") }
        defer { index += 1 }
        let value: DatabaseValue = row[index]
        return value.storage
    }

    /// Goes on to the next column without a look at this one.
    mutating func skip() { index += 1 }

    private func wrong(_ expected: String) -> Damage {
        let names = Array(row.columnNames)
        return Damage(
            detail: "the column `\(names.indices.contains(index - 1) ? names[index - 1] : "?")` is no \(expected)")
    }

    mutating func optionalID() throws -> Int64? {
        switch try next() {
        case .null: nil
        case .int64(let number): number
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
        switch try next() {
        case .double(let number): number
        case .int64(let number): Double(number)
        default: throw wrong("number")
        }
    }

    mutating func optionalText() throws -> String? {
        switch try next() {
        case .null: nil
        case .string(let text): text
        default: throw wrong("text")
        }
    }

    mutating func text() throws -> String {
        guard let text = try optionalText() else { throw wrong("text") }
        return text
    }

    mutating func bytes() throws -> [UInt8] {
        guard case .blob(let data) = try next() else { throw wrong("stretch of bytes") }
        return [UInt8](data)
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
