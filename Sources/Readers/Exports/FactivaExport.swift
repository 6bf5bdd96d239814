import Articles
import Dates
import Text

/// The articles of a text that Factiva wrote: many in one file, each a list of fields with two or three letters at the beginning of
/// their lines, such as `HD` for the headline, `LP` and `TD` for the text; `Document` and a number end each.
enum FactivaExport {
    /// Whether a text begins with the fields of a first document.
    static func isExport(_ head: [UInt8]) -> Bool {
        let found = TextLines(head).lines.prefix(40).compactMap { FactivaField(line: $0.range, in: head)?.label }
        return found.contains("HD") && Set(found).intersection(["WC", "PD", "SN", "SC", "LA", "LP", "TD"]).count >= 3
    }

    /// Reads the articles of an export.
    static func read(_ material: Material) -> Reading.Result {
        let ranges = documents(in: material.bytes)
        var result = material.read(ranges, FactivaDocument.init)
        if ranges.isEmpty {
            result.problems.append(material.problem("this file holds no words: it was passed over"))
        }
        return result
    }

    /// The documents of a text: each ends with its number, or before the first field of the next.
    private static func documents(in bytes: [UInt8]) -> [ByteRange] {
        var documents: [ByteRange] = []
        var start: Int?
        var hasText = false
        func end(at offset: Int) {
            if let start, start < offset { documents.append(ByteRange(start, offset)) }
            start = nil
            hasText = false
        }
        for line in TextLines(bytes).lines.map(\.range) {
            let label = FactivaField(line: line, in: bytes)?.label
            if hasText, let label, FactivaField.first.contains(label) { end(at: line.lower) }
            if start == nil {
                guard label != nil else { continue }
                start = line.lower
            }
            if let label, FactivaField.text.contains(label) { hasText = true }
            if FactivaField.isEnd(line, in: bytes) { end(at: line.upper) }
        }
        end(at: bytes.count)
        return documents
    }
}

/// The label at the beginning of a line, and what follows it.
private struct FactivaField {
    let label: String
    /// The rest of the line; empty where the value stands below.
    let value: ByteRange

    /// The labels under which the text stands, and those with which a document begins.
    static let (text, first): (Set, Set) = (["LP", "TD"], ["HD", "SE", "CLM"])

    private static let labels: Set = [
        "HD", "SE", "CLM", "HL", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD",
        "ART", "CT", "CX", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "DE", "FDS", "RIC", "RST",
    ]

    /// A label stands alone or with more than one blank, or a tab, behind it; a word of the text has but one.
    init?(line: ByteRange, in bytes: [UInt8]) {
        let end = bytes[line.indices].firstIndex { !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? line.upper
        let label = bytes.text(ByteRange(line.lower, end))
        guard FactivaField.labels.contains(label) else { return nil }
        let value = TextLines.trimmed(ByteRange(end, line.upper), in: bytes)
        guard value.isEmpty || value.lower - end >= 2 || bytes[end] == 0x09 else { return nil }
        self.label = label
        self.value = value
    }

    /// `Document GRDN000020140113ea1d0001x`, alone or as the value of `AN`.
    static func isEnd(_ line: ByteRange, in bytes: [UInt8]) -> Bool {
        guard line.count < 80 else { return false }
        var words = bytes.text(line).split(whereSeparator: \.isWhitespace)
        if words.first == "AN" { words.removeFirst() }
        return words.count == 2 && words[0] == "Document" && words[1].utf8.count >= 10
            && words[1].contains(where: \.isNumber) && words[1].allSatisfy { $0.isLetter || $0.isNumber }
    }
}

/// One document of an export: its fields as paragraphs, and what they tell.
private struct FactivaDocument: ExportedDocument {
    private(set) var zones: [Zone] = []
    private(set) var metadata = Metadata()

    init(_ bytes: [UInt8]) {
        var label = ""
        var values: [String: [String]] = [:]
        var text: ByteRange?
        for line in TextLines(bytes).lines.map(\.range) {
            let field = FactivaField(line: line, in: bytes)
            if let field { label = field.label }
            let value = field?.value ?? line
            if FactivaField.isEnd(line, in: bytes) { label = "" }
            if FactivaField.text.contains(label) {
                // The text is cut into paragraphs as a whole, because its lines may be wrapped.
                if field != nil, let before = text {
                    addText(before, bytes)
                    text = nil
                }
                if !value.isEmpty { text = text?.union(value) ?? value }
                continue
            }
            if let before = text {
                addText(before, bytes)
                text = nil
            }
            guard !value.isEmpty else { continue }
            values[label, default: []].append(bytes.text(value))
            zones.append(Zone(FactivaDocument.kinds[label] ?? .boilerplate, value))
            if label == "PD", metadata.published == nil, let date = PrintedDate.find(in: bytes, value) {
                metadata.published = DatedEvidence(DateInterval(date.day), .metadata, date.range)
            }
        }
        if let text { addText(text, bytes) }
        func words(_ label: String) -> String? {
            values[label].map { $0.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        }
        metadata.title = words("HD")
        metadata.outlet = words("SN")
        metadata.byline = words("BY").flatMap { Credits.name(ofByline: $0) }
        metadata.language = words("LA").flatMap { FactivaDocument.languages[$0.lowercased()] }
    }

    private mutating func addText(_ range: ByteRange, _ bytes: [UInt8]) {
        let paragraphs = Paragraph.all(in: Array(bytes[range.indices]))
        zones += paragraphs.map { Zone(.body, $0.range.shifted(by: range.lower)) }
    }

    private static let kinds: [String: Zone.Kind] = [
        "HD": .title, "BY": .byline, "PD": .dateline, "ART": .caption, "CR": .credit,
    ]

    private static let languages = [
        "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "portuguese": "pt",
        "dutch": "nl", "arabic": "ar", "russian": "ru", "chinese": "zh", "japanese": "ja",
    ]
}
