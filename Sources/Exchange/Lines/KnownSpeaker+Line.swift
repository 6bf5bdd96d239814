import Articles
import Dates
import Text

extension KnownSpeaker {
    /// The members of its line.
    var members: [(key: String, value: JSON)] {
        [
            ("name", .text(name)), ("names", .list(names.map(JSON.text))), ("kind", JSON(kind?.rawValue)),
            ("roles", .list(roles.map(\.json))), ("organisation", JSON(organisation)),
        ]
    }

    init(_ line: Fields) throws(LineObjection) {
        self.init(
            name: try line.text("name"), names: try line.texts("names"),
            kind: try line.optionalWord("kind", Speaker.Kind.self),
            roles: try line.list("roles") { value throws(LineObjection) in try Role(Fields(value)) },
            organisation: try line.optionalText("organisation"))
        if name.isEmpty { throw LineObjection("its `name` is empty") }
    }
}

extension KnownSpeaker.Role {
    fileprivate var json: JSON { .object([("role", .text(name)), ("days", JSON(days?.description))]) }

    fileprivate init(_ fields: Fields) throws(LineObjection) {
        self.init(name: try fields.text("role"), days: try fields.optionalInterval("days"))
    }
}
