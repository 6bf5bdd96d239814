import Dates
import Text

/// The members of an object that a stranger wrote, each read as what it should be.
struct Fields {
    private let members: [JSONText.Member]

    init(_ value: JSONText) throws(LineObjection) {
        guard case .object(let members) = value.value else { throw LineObjection("an object is missing") }
        self.members = members
    }

    /// The value of a member; nil where there is none, or `null`.
    func value(_ name: String) -> JSONText? {
        guard let value = members.first(where: { $0.name == name })?.value else { return nil }
        if case .null = value.value { return nil }
        return value
    }

    /// What `read` makes of a member; nil where there is none.
    func optional<Value>(
        _ name: String, _ read: (JSONText) throws(LineObjection) -> Value
    ) throws(LineObjection) -> Value? {
        guard let value = value(name) else { return nil }
        do { return try read(value) } catch { throw LineObjection("`\(name)`: \(error.detail)") }
    }

    /// What `read` makes of each item of a list; none where there is no such list.
    func list<Value>(
        _ name: String, _ read: (JSONText) throws(LineObjection) -> Value
    ) throws(LineObjection) -> [Value] {
        try optional(name) { value throws(LineObjection) in
            guard case .array(let items) = value.value else { throw LineObjection("a list is missing") }
            var values: [Value] = []
            for item in items { values.append(try read(item)) }
            return values
        } ?? []
    }

    private func needed<Value>(_ name: String, _ value: Value?) throws(LineObjection) -> Value {
        guard let value else { throw LineObjection("it has no `\(name)`") }
        return value
    }

    func optionalText(_ name: String) throws(LineObjection) -> String? { try optional(name, Fields.text) }
    func text(_ name: String) throws(LineObjection) -> String { try needed(name, try optionalText(name)) }
    func optionalNumber(_ name: String) throws(LineObjection) -> Int? { try optional(name, Fields.number) }
    func number(_ name: String) throws(LineObjection) -> Int { try needed(name, try optionalNumber(name)) }
    func optionalRange(_ name: String) throws(LineObjection) -> ByteRange? { try optional(name, Fields.range) }
    func range(_ name: String) throws(LineObjection) -> ByteRange { try needed(name, try optionalRange(name)) }
    func texts(_ name: String) throws(LineObjection) -> [String] { try list(name, Fields.text) }
    func ranges(_ name: String) throws(LineObjection) -> [ByteRange] { try list(name, Fields.range) }

    func optionalInterval(_ name: String) throws(LineObjection) -> DateInterval? {
        guard let text = try optionalText(name) else { return nil }
        guard let days = DateInterval(iso: text) else { throw LineObjection("`\(name)` is no date like 2014-01-13") }
        return days
    }

    func optionalReal(_ name: String) throws(LineObjection) -> Double? {
        try optional(name) { value throws(LineObjection) in
            guard case .number(let number) = value.value, let real = Double(number) else {
                throw LineObjection("a number is missing")
            }
            return real
        }
    }

    /// One of the words that `Value` knows.
    func optionalWord<Value: RawRepresentable>(_ name: String, _ type: Value.Type) throws(LineObjection) -> Value?
    where Value.RawValue == String {
        guard let text = try optionalText(name) else { return nil }
        guard let value = Value(rawValue: text) else {
            throw LineObjection("`\(name)` is none of the words that can stand there")
        }
        return value
    }

    /// One of the words that `Value` knows.
    func word<Value: RawRepresentable>(_ name: String, _ type: Value.Type) throws(LineObjection) -> Value
    where Value.RawValue == String {
        try needed(name, try optionalWord(name, type))
    }

    static func text(_ value: JSONText) throws(LineObjection) -> String {
        guard case .string(let text) = value.value else { throw LineObjection("a text is missing") }
        return text
    }

    static func number(_ value: JSONText) throws(LineObjection) -> Int {
        guard case .number(let number) = value.value, let number = Int(number) else {
            throw LineObjection("a whole number is missing")
        }
        return number
    }

    static func range(_ value: JSONText) throws(LineObjection) -> ByteRange {
        guard case .array(let items) = value.value, items.count == 2 else { throw LineObjection("a span is missing") }
        let (lower, upper) = (try number(items[0]), try number(items[1]))
        guard 0 <= lower, lower <= upper else { throw LineObjection("a span ends before it begins") }
        return ByteRange(lower, upper)
    }
}

extension JSON {
    /// A span as its two ends.
    init(_ range: ByteRange) { self = .list([.number(range.lower), .number(range.upper)]) }

    /// A span as its two ends, or `null`.
    init(_ range: ByteRange?) { self = range.map { JSON($0) } ?? .null }
}
