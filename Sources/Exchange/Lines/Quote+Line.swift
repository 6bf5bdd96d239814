import Articles
import Dates
import SpeechVerbs
import Text

extension Quote {
    /// The quote with its words, which are there for those who read the line with other programs.
    func json(in bytes: [UInt8]) -> JSON {
        .object([
            ("words", .list(segments.map { .text(bytes.text($0)) })), ("segments", .list(segments.map { JSON($0) })),
            ("kind", .text(kind.rawValue)), ("zone", .text(zone.rawValue)), ("paragraphs", .number(paragraphs)),
            ("quoted", .list(quotedParts.map { JSON($0) })), ("cue", cue?.json ?? .null),
            ("speakers", .list(speakers.map(\.json))), ("to", addressee?.json ?? .null),
            ("via", .list(via.map(\.json))), ("outer", outer.map(JSON.number) ?? .null), ("said", JSON(said)),
            ("place", place?.json ?? .null), ("occasion", JSON(occasion)), ("medium", JSON(medium)),
            ("antecedent", JSON(antecedent)), ("confidence", .real(confidence)),
        ])
    }

    init(_ fields: Fields) throws(LineObjection) {
        self.init(
            segments: try fields.ranges("segments"), kind: try fields.word("kind", Kind.self),
            zone: try fields.optionalWord("zone", Zone.Kind.self) ?? .body,
            paragraphs: try fields.optionalNumber("paragraphs") ?? 1, quotedParts: try fields.ranges("quoted"),
            cue: try fields.optional("cue") { value throws(LineObjection) in try Cue(Fields(value)) },
            speakers: try fields.list("speakers") { value throws(LineObjection) in try Mention(Fields(value)) },
            addressee: try fields.optional("to") { value throws(LineObjection) in try Mention(Fields(value)) },
            via: try fields.list("via") { value throws(LineObjection) in try Mention(Fields(value)) },
            outer: try fields.optionalNumber("outer"),
            said: try fields.optional("said") { value throws(LineObjection) in try DatedEvidence(Fields(value)) },
            place: try fields.optional("place") { value throws(LineObjection) in try PlaceEvidence(Fields(value)) },
            occasion: try fields.optionalRange("occasion"), medium: try fields.optionalRange("medium"),
            antecedent: try fields.optionalRange("antecedent"),
            confidence: try fields.optionalReal("confidence") ?? 1)
    }
}

extension Cue {
    fileprivate var json: JSON {
        .object([("bytes", JSON(range)), ("lemma", .text(lemma)), ("act", .text(act.rawValue))])
    }

    fileprivate init(_ fields: Fields) throws(LineObjection) {
        self.init(
            range: try fields.range("bytes"), lemma: try fields.text("lemma"),
            act: try fields.word("act", SpeechAct.self))
    }
}

extension Mention {
    fileprivate var json: JSON { .object([("bytes", JSON(range)), ("speaker", speaker.map(JSON.number) ?? .null)]) }

    fileprivate init(_ fields: Fields) throws(LineObjection) {
        self.init(range: try fields.optionalRange("bytes"), speaker: try fields.optionalNumber("speaker"))
    }
}

extension DatedEvidence {
    init(_ fields: Fields) throws(LineObjection) {
        guard let days = try fields.optionalInterval("days") else { throw LineObjection("it has no `days`") }
        self.init(days, try fields.word("basis", Basis.self), try fields.optionalRange("bytes"))
    }
}

extension JSON {
    /// A date with how it is known, or `null`.
    init(_ date: DatedEvidence?) {
        guard let date else {
            self = .null
            return
        }
        self = .object([
            ("days", .text(date.value.description)), ("basis", .text(date.basis.rawValue)), ("bytes", JSON(date.range)),
        ])
    }
}

extension PlaceEvidence {
    fileprivate var json: JSON {
        .object([("name", .text(name)), ("basis", .text(basis.rawValue)), ("bytes", JSON(range))])
    }

    fileprivate init(_ fields: Fields) throws(LineObjection) {
        self.init(
            try fields.text("name"), try fields.word("basis", Basis.self), try fields.optionalRange("bytes"))
    }
}
