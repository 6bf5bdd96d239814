import Articles
import Text

/// The Global Quotation Graph of GDELT: one line of JSON an article, with each quoted statement and the words before and after it.
///
///     {"date": "2020-01-01T00:00:00Z", "url": "https://…", "title": "…", "lang": "ENGLISH",
///      "quotes": [{"pre": "Ann Lee said", "quote": "the bridge is safe", "post": "on Monday."}]}
///
/// The text of the article is not in it: what is read is one paragraph a quotation, in quotation marks between the words around it.
enum QuotationGraph {
    /// Whether a text begins with such a line.
    static func isGraph(_ head: [UInt8]) -> Bool {
        guard head.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "{") else { return false }
        let line = String(decoding: head.prefix { $0 != 0x0A }, as: UTF8.self)
        return ["\"quotes\"", "\"pre\"", "\"quote\"", "\"post\""].allSatisfy { line.contains($0) }
    }

    /// Reads the articles of a text.
    static func read(_ material: Material) -> Reading.Result {
        var result = Reading.Result()
        for (index, line) in material.bytes.lineRanges.enumerated() {
            let bytes = Array(material.bytes[line.indices])
            let value: JSONText
            do {
                value = try JSONText.parse(bytes)
            } catch {
                result.problems.append(
                    material.problem("this line is no JSON (\(error.found)): it was left out", at: line.lower))
                continue
            }
            var record = Record(number: index + 1, range: line)
            for (field, name) in [(RecordField.title, "title"), (.url, "url"), (.published, "date")] {
                if let words = value.member(name)?.words { record.set(field, to: words) }
            }
            if let host = record.metadata.url.flatMap(host(of:)) { record.set(.outlet, to: host) }
            if value.member("lang")?.words?.lowercased() == "english" { record.set(.language, to: "en") }
            let text = text(of: value, in: bytes)
            if !text.bytes.isEmpty { record.text = (text.bytes, text.map.shifted(by: line.lower)) }
            record.read(from: material, into: &result)
        }
        if result.articles.isEmpty, result.problems.isEmpty {
            result.problems.append(material.problem("this file holds no words: it was passed over"))
        }
        return result
    }

    /// The quotations of an article, one a paragraph.
    private static func text(of value: JSONText, in bytes: [UInt8]) -> (bytes: [UInt8], map: OffsetMap) {
        var text: [UInt8] = []
        var map = OffsetMap()
        guard case .array(let quotes)? = value.member("quotes")?.value else { return (text, map) }
        for quote in quotes {
            func part(_ name: String) -> (text: [UInt8], map: OffsetMap)? {
                quote.member(name).flatMap { JSONText.text(in: bytes, at: $0.offset) }
            }
            guard let said = part("quote"), said.text.contains(where: { $0 > 0x20 }) else { continue }
            let parts = [part("pre"), said, part("post")]
            for (index, part) in parts.enumerated() {
                guard let part, !part.text.isEmpty else { continue }
                let whole = part.map.original(ByteRange(0, part.text.count))
                /// Puts in what stands for nothing in the file.
                func put(_ mark: String, at offset: Int) {
                    text += Array(mark.utf8)
                    map.append(mark.utf8.count, at: offset, eachThere: 0)
                }
                let isClose = index == 2 && " ,.".utf8.contains(part.text[0])
                if !text.isEmpty, text.last != 0x20, !isClose {
                    put(index == 0 || index == 1 && parts[0] == nil ? "\n\n" : " ", at: whole.lower)
                }
                if index == 1 { put("“", at: whole.lower) }
                // A line end within would begin a paragraph.
                text += part.text.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
                map.append(part.map)
                if index == 1 { put("”", at: whole.upper) }
            }
        }
        return (text, map)
    }

    /// The host of an address, as the name of its outlet: `harbour.example`.
    private static func host(of url: String) -> String? {
        guard let start = url.firstRange(of: "://")?.upperBound else { return nil }
        let host = url[start...].prefix { !"/?#:@".contains($0) }
        return host.isEmpty ? nil : String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
    }
}
