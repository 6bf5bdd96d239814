import Articles
import Dates
import Text

/// The articles of a text that LexisNexis wrote: many in one file, each below a line such as `2 of 500 DOCUMENTS`.
///
/// A document begins with the outlet and the date; then come the title and fields such as `BYLINE:`, the text, and fields again.
enum NexisExport {
    /// Whether a text begins with the line above a first document.
    static func isExport(_ head: [UInt8]) -> Bool {
        TextLines(head).lines.prefix(20).contains { isSeparator(head.text($0.range)) }
    }

    /// Reads the articles of an export.
    static func read(_ material: Material) -> Reading.Result {
        let separators = TextLines(material.bytes).lines.map(\.range).filter {
            $0.count < 40 && isSeparator(material.bytes.text($0))
        }
        let ends = separators.dropFirst().map(\.lower) + [material.bytes.count]
        return material.read(zip(separators, ends).map { ByteRange($0.upper, $1) }, NexisDocument.init)
    }

    /// `2 of 500 DOCUMENTS`, or `Document 2 of 500`.
    private static func isSeparator(_ line: String) -> Bool {
        var words = line.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        if words.first == "document" {
            words.removeFirst()
        } else if words.last == "documents" {
            words.removeLast()
        } else {
            return false
        }
        return words.count == 3 && Int(words[0]) != nil && words[1] == "of" && Int(words[2]) != nil
    }
}

/// One document of an export: its paragraphs, and what they tell.
private struct NexisDocument: ExportedDocument {
    private(set) var zones: [Zone] = []
    private(set) var metadata = Metadata()
    private var stage = Stage.outlet

    /// How far the reading of a document is.
    private enum Stage {
        case outlet, date, fields, body, end
    }

    init(_ bytes: [UInt8]) {
        for paragraph in Paragraph.all(in: bytes) {
            let text = bytes.text(paragraph.range)
            let name = String(text.prefix { $0 != ":" })
            if NexisDocument.lastFields.contains(name) || stage == .body && text.hasPrefix("Copyright ") {
                stage = .end
            }
            if stage != .end, NexisDocument.fields.contains(name), text.utf8.count > name.utf8.count {
                stage = name == "BODY" ? .body : .fields
                let rest = ByteRange(paragraph.range.lower + name.utf8.count + 1, paragraph.range.upper)
                add(name, TextLines.trimmed(rest, in: bytes), bytes)
            } else {
                zones.append(Zone(kind(of: paragraph, text, bytes), paragraph.range))
            }
        }
    }

    /// Adds what follows the name of a field.
    private mutating func add(_ name: String, _ range: ByteRange, _ bytes: [UInt8]) {
        guard !range.isEmpty else { return }
        let words = bytes.text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch name {
        case "HEADLINE":
            metadata.title = words
            zones.append(Zone(.title, range))
        case "BYLINE":
            metadata.byline = Credits.name(ofByline: words)
            zones.append(Zone(.byline, range))
        case "DATELINE": zones.append(Zone(.dateline, range))
        case "HIGHLIGHT": zones.append(Zone(.deck, range))
        case "BODY": zones.append(Zone(.body, range))
        default: zones.append(Zone(.boilerplate, range))
        }
    }

    /// What a paragraph without a name is, by how far the document is.
    private mutating func kind(of paragraph: Paragraph, _ text: String, _ bytes: [UInt8]) -> Zone.Kind {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch stage {
        case .outlet:
            metadata.outlet = words
            stage = .date
            return .boilerplate
        case .date:
            if metadata.published == nil, let date = PrintedDate.find(in: bytes, paragraph.range) {
                metadata.published = DatedEvidence(DateInterval(date.day), .metadata, date.range)
                return .dateline
            }
            guard metadata.title == nil, metadata.published != nil, paragraph.wordCount >= 3 else {
                return .boilerplate
            }
            metadata.title = words
            return .title
        case .fields, .body:
            stage = .body
            return .body
        case .end: return .boilerplate
        }
    }

    private static let fields: Set = [
        "HEADLINE", "BYLINE", "SECTION", "LENGTH", "DATELINE", "HIGHLIGHT", "SOURCE", "TYPE", "SERIES", "BODY",
    ]

    private static let lastFields: Set = [
        "LOAD-DATE", "LANGUAGE", "GRAPHIC", "PUBLICATION-TYPE", "DOCUMENT-TYPE", "SUBJECT", "PERSON", "COUNTRY", "URL",
        "JOURNAL-CODE", "CORRECTION-DATE", "ORGANIZATION", "GEOGRAPHIC",
    ]
}
