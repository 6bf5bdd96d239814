import Articles
import Text

extension AnnotatedArticle {
    /// The members of its line.
    var members: [(key: String, value: JSON)] {
        let source = article.source
        // JSON holds nothing but Unicode, so that a text with broken UTF-8 is written as its bytes.
        let text: (key: String, value: JSON) =
            String(validating: source.bytes, as: UTF8.self).map { ("text", .text($0)) }
            ?? ("hex", .text(Hexadecimal.write(source.bytes)))
        return [
            ("source", .text(source.name)), text, ("metadata", article.metadata.json),
            ("annotator", annotator == Findings.byHand ? .text("by hand") : .number(annotator)),
            (
                "versions",
                .list(zip(article.versions, annotations).map { JSON.version($0, $1, in: source.bytes) })
            ),
        ]
    }

    init(_ line: Fields) throws(LineObjection) {
        let bytes: [UInt8]
        if let text = try line.optionalText("text") {
            bytes = Array(text.utf8)
        } else if let text = try line.optionalText("hex") {
            guard let read = Hexadecimal.read(text) else { throw LineObjection("`hex` is no row of bytes") }
            bytes = read
        } else {
            throw LineObjection("it has no `text`")
        }
        let versions = try line.list("versions") { value throws(LineObjection) in try Fields(value).version(bytes) }
        let annotator: Int
        if case .string("by hand")? = line.value("annotator")?.value {
            annotator = Findings.byHand
        } else {
            annotator = try line.optionalNumber("annotator") ?? 0
        }
        guard (0...Findings.byHand).contains(annotator) else { throw LineObjection("`annotator` is no version") }
        let name = try line.text("source")
        guard !name.isEmpty else { throw LineObjection("its source has no name") }
        let annotations = versions.map(\.annotation)
        self.init(
            article: Article(
                source: Source(name: name, bytes: bytes),
                metadata: try line.optional("metadata") { value throws(LineObjection) in
                    try Metadata(Fields(value), length: bytes.count)
                } ?? Metadata(),
                versions: versions.map(\.version),
                found: Findings(annotations: annotations, annotator: annotator, isOfArchive: true)),
            annotations: annotations, annotator: annotator)
        if let contradiction { throw LineObjection(contradiction) }
    }
}

extension Metadata {
    fileprivate var json: JSON {
        .object([
            ("outlet", JSON(outlet)), ("title", JSON(title)), ("byline", JSON(byline)), ("url", JSON(url)),
            ("language", JSON(language)), ("published", JSON(published)),
        ])
    }

    fileprivate init(_ fields: Fields, length: Int) throws(LineObjection) {
        self.init(
            outlet: try fields.optionalText("outlet"), title: try fields.optionalText("title"),
            byline: try fields.optionalText("byline"), url: try fields.optionalText("url"),
            language: try fields.optionalText("language"),
            published: try fields.optional("published") { value throws(LineObjection) in
                try DatedEvidence(Fields(value))
            })
        if let range = published?.range, range.upper > length {
            throw LineObjection("the span of its date lies outside the text")
        }
    }
}

extension JSON {
    fileprivate static func version(_ version: Version, _ annotation: Annotation, in bytes: [UInt8]) -> JSON {
        .object([
            ("number", .number(version.number)),
            (
                "zones",
                .list(
                    version.zones.map {
                        .list([.text($0.kind.rawValue), .number($0.range.lower), .number($0.range.upper)])
                    })
            ),
            ("speakers", .list(annotation.speakers.map(\.json))),
            ("quotes", .list(annotation.quotes.map { $0.json(in: bytes) })),
        ])
    }
}

extension Fields {
    fileprivate func version(_ bytes: [UInt8]) throws(LineObjection) -> (version: Version, annotation: Annotation) {
        let zones = try list("zones") { value throws(LineObjection) in
            guard case .array(let items) = value.value, items.count == 3,
                let kind = Zone.Kind(rawValue: try Fields.text(items[0]))
            else { throw LineObjection("a zone is a kind and its two ends") }
            let (lower, upper) = (try Fields.number(items[1]), try Fields.number(items[2]))
            guard 0 <= lower, lower < upper, upper <= bytes.count, bytes.isBoundary(lower), bytes.isBoundary(upper)
            else { throw LineObjection("a zone lies outside its text") }
            return Zone(kind, ByteRange(lower, upper))
        }
        guard zip(zones, zones.dropFirst()).allSatisfy({ $0.range.upper <= $1.range.lower }) else {
            throw LineObjection("its zones are not in order")
        }
        let annotation = Annotation(
            speakers: try list("speakers") { value throws(LineObjection) in try Speaker(Fields(value)) },
            quotes: try list("quotes") { value throws(LineObjection) in try Quote(Fields(value)) })
        return (Version(number: try number("number"), zones: zones), annotation)
    }
}

extension [UInt8] {
    /// Whether a character begins, or the text ends, at an offset.
    fileprivate func isBoundary(_ offset: Int) -> Bool { offset == count || self[offset] & 0xC0 != 0x80 }
}

extension Speaker {
    fileprivate var json: JSON {
        .object([
            ("name", .text(name)), ("kind", .text(kind.rawValue)), ("aliases", .list(aliases.map(JSON.text))),
            ("role", JSON(role)), ("organisation", JSON(organisation)),
        ])
    }

    fileprivate init(_ fields: Fields) throws(LineObjection) {
        self.init(
            name: try fields.text("name"), kind: try fields.word("kind", Kind.self),
            aliases: try fields.texts("aliases"), role: try fields.optionalText("role"),
            organisation: try fields.optionalText("organisation"))
    }
}

/// Bytes as two digits each.
private enum Hexadecimal {
    static func write(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    static func read(_ text: String) -> [UInt8]? {
        let digits = text.utf8.map { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            default: nil
            }
        }
        let values = digits.compactMap(\.self)
        guard values.count == digits.count, values.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }
}
