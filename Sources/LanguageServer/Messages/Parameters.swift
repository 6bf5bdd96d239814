import Text

/// A value that a client sent, and where it stands in the message, so that what is missing can be named.
///
///     try parameters.member("position").member("line").number   // or: "params.position.line must be a number"
struct Parameters {
    let value: JSONText
    private let path: String

    init(_ value: JSONText, path: String = "params") {
        self.value = value
        self.path = path
    }

    /// No parameters at all.
    static let nothing = Parameters(JSONText(value: .null, range: ByteRange(0, 0)))

    /// A member that must be there.
    func member(_ name: String) throws(ResponseError) -> Parameters {
        guard let member = optional(name) else { throw ResponseError(.invalidParams, "\(path).\(name) is missing") }
        return member
    }

    /// A member; nil where it is not there, or null.
    func optional(_ name: String) -> Parameters? {
        guard case .object(let members) = value.value, let member = members.last(where: { $0.name == name }) else {
            return nil
        }
        if case .null = member.value.value { return nil }
        return Parameters(member.value, path: "\(path).\(name)")
    }

    /// A member below others; nil where any of them is not there.
    func optional(_ names: String...) -> Parameters? {
        names.reduce(self as Parameters?) { $0?.optional($1) }
    }

    var text: String {
        get throws(ResponseError) {
            guard case .string(let text) = value.value else { throw mustBe("a text") }
            return text
        }
    }

    var number: Int {
        get throws(ResponseError) {
            guard case .number(let digits) = value.value, let number = Int(digits) else {
                throw mustBe("a whole number")
            }
            return number
        }
    }

    /// A place in a text, counted from 0.
    var count: Int {
        get throws(ResponseError) {
            let number = try number
            guard number >= 0, number <= Int(Int32.max) else { throw mustBe("a number from 0 to 2147483647") }
            return number
        }
    }

    var truth: Bool {
        get throws(ResponseError) {
            guard case .bool(let truth) = value.value else { throw mustBe("true or false") }
            return truth
        }
    }

    var list: [Parameters] {
        get throws(ResponseError) {
            guard case .array(let items) = value.value else { throw mustBe("a list") }
            return items.enumerated().map { Parameters($1, path: "\(path)[\($0)]") }
        }
    }

    func mustBe(_ what: String) -> ResponseError { ResponseError(.invalidParams, "\(path) must be \(what)") }
}
