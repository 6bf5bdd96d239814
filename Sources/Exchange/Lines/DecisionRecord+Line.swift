import Articles
import Dates
import Text

extension DecisionRecord {
    /// The members of its line.
    var members: [(key: String, value: JSON)] {
        var members: [(key: String, value: JSON)] = [("action", .text(action))]
        switch decision {
        case .correct(_, let property, let value):
            members += [("property", .text(property.rawValue)), value.member]
        case .reject: break
        case .merge(let name, let other), .split(let name, let other):
            members += [("name", .text(name)), ("other", .text(other))]
        }
        members.append(("quotes", .list(decision.anchors.map(\.json))))
        members += [("by", .text(made.editor)), ("at", .text(made.time))]
        if let undone { members += [("undone by", .text(undone.editor)), ("undone at", .text(undone.time))] }
        return members
    }

    private var action: String {
        switch decision {
        case .correct: "correct"
        case .reject: "reject"
        case .merge: "merge"
        case .split: "split"
        }
    }

    init(_ line: Fields) throws(LineObjection) {
        let anchors = try line.list("quotes") { value throws(LineObjection) in try QuoteAnchor(Fields(value)) }
        let decision: Decision
        switch try line.text("action") {
        case "correct":
            decision = .correct(
                anchors, try line.word("property", Decision.Property.self), try CorrectedValue(line))
        case "reject": decision = .reject(anchors)
        case "merge": decision = .merge(try line.text("name"), into: try line.text("other"))
        case "split": decision = .split(try line.text("name"), from: try line.text("other"))
        default: throw LineObjection("its `action` is neither correct, reject, merge nor split")
        }
        if let contradiction = decision.contradiction { throw LineObjection(contradiction) }
        let (editor, time) = (try line.optionalText("undone by"), try line.optionalText("undone at"))
        let undone: Mark? = if let editor, let time { Mark(editor: editor, time: time) } else { nil }
        self.init(
            id: 0, decision: decision, made: Mark(editor: try line.text("by"), time: try line.text("at")),
            undone: undone, reach: 0)
    }
}

extension CorrectedValue {
    fileprivate var member: (key: String, value: JSON) {
        switch self {
        case .unknown: ("texts", .null)
        case .texts(let texts): ("texts", .list(texts.map(JSON.text)))
        case .days(let days): ("days", .text(days.description))
        }
    }

    fileprivate init(_ line: Fields) throws(LineObjection) {
        if let days = try line.optionalInterval("days") {
            self = .days(days)
        } else if line.value("texts") != nil {
            self = .texts(try line.texts("texts"))
        } else {
            self = .unknown
        }
    }
}

extension QuoteAnchor {
    fileprivate var json: JSON {
        .object([
            ("reference", .text(reference)), ("source", .text(source)), ("fingerprint", .text(fingerprint)),
            ("version", .number(version)), ("segments", .list(segments.map { JSON($0) })), ("words", .text(words)),
            ("before", JSON(before)),
        ])
    }

    fileprivate init(_ fields: Fields) throws(LineObjection) {
        self.init(
            reference: try fields.text("reference"), source: try fields.text("source"),
            fingerprint: try fields.text("fingerprint"), version: try fields.number("version"),
            segments: try fields.ranges("segments"), words: try fields.text("words"),
            before: try fields.optionalText("before"))
    }
}
