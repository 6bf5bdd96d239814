import Text

/// An object of JSON that tells of one article, with the objects within it that lead to the text.
///
///     {"webTitle": "…", "fields": {"bodyText": "…", "byline": "…"}}     // what `fields` tells counts first, then what stands beside it
struct JSONEntry {
    /// The string that is the text; nil where none is for sure.
    let text: JSONText?
    /// The members of the objects, from the one that holds the text outwards.
    private let objects: [[JSONText.Member]]
    /// What is told where people said that it is.
    private let told: [(field: RecordField, value: JSONText)]

    /// - Parameter columns: what the fields are whose names do not tell, by their paths in the object: `fields.bodyText`.
    init(_ entry: JSONText, _ columns: [String: RecordField]) {
        let found = columns.sorted { $0.key < $1.key }.compactMap { path, field in
            Place(path[...], in: entry).map { (field: field, place: $0) }
        }
        told = found.map { ($0.field, $0.place.value) }
        let place =
            found.lazy.filter { $0.field == .text }.compactMap(\.place.text).first ?? Place(ofTextIn: entry)
            ?? Place(ofBodiesIn: entry)
        text = place?.value
        objects = place?.objects ?? [entry.members]
    }

    /// What is told of a field, in the order in which it counts.
    func values(of field: RecordField) -> [JSONText] {
        let said = told.filter { $0.field == field }.map(\.value)
        let usual = objects.joined().filter { RecordField(name: $0.name) == field }.map(\.value)
        // The headlines of ninjs are an array of their own.
        let headlines = field == .title ? objects.joined().filter { $0.name == "headlines" } : []
        return said + usual + headlines.compactMap(\.value.firstValue)
    }
}

/// A value in an object or in the objects within it.
private struct Place {
    let value: JSONText
    /// The members of the objects that hold it, from the innermost outwards, without those that lead to it.
    private(set) var objects: [[JSONText.Member]]

    /// The value that is called `path` in an object; nil where there is none.
    init?(_ path: Substring, in object: JSONText) {
        let members = object.members
        if let member = members.first(where: { $0.name == path }) {
            self.init(value: member.value, objects: [members])
            return
        }
        for member in members where path.hasPrefix(member.name + ".") {
            guard let inner = Place(path.dropFirst(member.name.count + 1), in: member.value) else { continue }
            self.init(inner, through: member, of: members)
            return
        }
        return nil
    }

    /// The text that an object or the only object within it that has one calls so.
    init?(ofTextIn object: JSONText) {
        let members = object.members
        let texts = members.lazy.filter { RecordField(name: $0.name) == .text }.compactMap(\.value.text)
        if let text = texts.first {
            self.init(value: text, objects: [members])
            return
        }
        let inner = members.compactMap { member -> (isText: Bool, place: Place)? in
            // What tells of the author or the date has texts of its own; a search server puts an article into `_source`.
            let field = RecordField(name: member.name)
            guard [nil, .text, .outlet].contains(field), let place = Place(ofTextIn: member.value) else { return nil }
            return (field == .text, Place(place, through: member, of: members))
        }
        guard let only = inner.first(where: \.isText) ?? (inner.count == 1 ? inner[0] : nil) else { return nil }
        self = only.place
    }

    /// The text among the bodies that ninjs has.
    init?(ofBodiesIn object: JSONText) {
        guard let text = object.member("bodies")?.fullestValue?.text else { return nil }
        self.init(value: text, objects: [object.members])
    }

    private init(value: JSONText, objects: [[JSONText.Member]]) {
        self.value = value
        self.objects = objects
    }

    private init(_ inner: Place, through member: JSONText.Member, of members: [JSONText.Member]) {
        value = inner.value
        objects = inner.objects + [members.filter { $0.offset != member.offset }]
    }

    /// The same, of the text that the value is; nil where it is none.
    var text: Place? { value.text.map { Place(value: $0, objects: objects) } }
}

extension JSONText {
    /// The members of an object; none where it is something else.
    fileprivate var members: [Member] { if case .object(let members) = value { members } else { [] } }

    /// The string that a text is: itself, or the one that a publishing system has `rendered`.
    fileprivate var text: JSONText? {
        if case .string(let words) = value { return words.isEmpty ? nil : self }
        return member("rendered")?.text
    }

    /// The `value` of the first object in an array, as ninjs has them.
    fileprivate var firstValue: JSONText? {
        guard case .array(let items) = value else { return nil }
        return items.first?.member("value")
    }

    /// The `value` of the object in an array that tells of paragraphs, which ninjs has beside plain ones; else of the first.
    fileprivate var fullestValue: JSONText? {
        guard case .array(let items) = value else { return nil }
        let marked = items.first { $0.member("contenttype")?.words?.lowercased().contains("html") ?? false }
        return (marked ?? items.first)?.member("value")
    }
}
