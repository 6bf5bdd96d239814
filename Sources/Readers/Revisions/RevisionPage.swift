import Articles
import Text

/// A page that prints two versions of an article side by side, so that its text has every paragraph twice on one line.
///
/// It is known by its layout: a line `Version 0 Version 1`, above it what the page says of itself, below it the lines
/// with both versions, and between them how much later the second one came, `(35 minutes later)`.
struct RevisionPage {
    let versions: [Version]
    /// What the page says of the article.
    let metadata: Metadata

    /// Reads a page; nil for any other text.
    init?(_ paragraphs: [Paragraph], in bytes: [UInt8]) {
        guard let label = paragraphs.prefix(30).firstIndex(where: { RevisionPage.numbers(in: $0) != nil }),
            let numbers = RevisionPage.numbers(in: paragraphs[label]), label + 1 < paragraphs.count
        else { return nil }
        var frame = paragraphs[...label].map { Zone(.boilerplate, $0.range) }
        var older: [Paragraph] = []
        var newer: [Paragraph] = []
        for line in paragraphs[(label + 1)...] {
            if RevisionPage.isGap(line) {
                frame.append(Zone(.boilerplate, line.range))
            } else if let halves = Halves(of: line.range, in: bytes) {
                older.append(Paragraph(halves.first, in: bytes, followsBlank: line.followsBlank))
                newer.append(Paragraph(halves.second, in: bytes, followsBlank: line.followsBlank))
            } else {
                // What is printed once is mostly what the later version added.
                newer.append(line)
            }
        }
        versions = [(numbers.older, older), (numbers.newer, newer)].map { number, paragraphs in
            let zones = frame + zones(of: paragraphs, zoneKinds(paragraphs))
            return Version(number: number, zones: zones.sorted { $0.range < $1.range })
        }
        metadata = RevisionPage.metadata(of: paragraphs[..<label], in: bytes)
    }

    /// The numbers of a line `Version 0 Version 1`.
    private static func numbers(in paragraph: Paragraph) -> (older: Int, newer: Int)? {
        let words = paragraph.key.split(separator: " ")
        guard words.count == 4, words[0] == "version", words[2] == "version", let older = Int(words[1]),
            let newer = Int(words[3]), 0 <= older, older < newer, newer <= Int(Int32.max)
        else { return nil }
        return (older, newer)
    }

    /// Whether a line says how much time lies between the versions.
    private static func isGap(_ paragraph: Paragraph) -> Bool {
        paragraph.text.hasPrefix("(") && paragraph.text.hasSuffix(" later)") && paragraph.wordCount <= 8
    }

    private static func metadata(of header: ArraySlice<Paragraph>, in bytes: [UInt8]) -> Metadata {
        let address = header.lazy.compactMap { Address.find(in: bytes, $0.range) }.first
        var metadata = address.map { Metadata(address: $0) } ?? Metadata()
        for paragraph in header where metadata.outlet == nil {
            metadata.outlet = outlet(in: paragraph.text)
        }
        return metadata
    }

    /// The name in `from the source 'guardian'`.
    private static func outlet(in text: String) -> String? {
        let words = text.split(separator: " ")
        guard let index = words.firstIndex(of: "source"), index + 1 < words.count else { return nil }
        let rest = words[(index + 1)...].joined(separator: " ")
        guard let mark = rest.first, "'\"‘“".contains(mark) else { return nil }
        let name = rest.dropFirst().prefix { !"'\"’”".contains($0) }
        return name.isEmpty || name.count > 60 ? nil : String(name)
    }
}
