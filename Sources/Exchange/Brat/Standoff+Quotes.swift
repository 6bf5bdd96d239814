package import Articles
import Dates
import Text

extension Standoff {
    /// What an article's quotes are in brat: their words, cues, sources and the like as spans, what belongs together as relations.
    package init(_ article: ReportedArticle) {
        self.init()
        let positions = CodePointMap(article.bytes)
        var known: [Mark: String] = [:]
        for quote in article.quotes {
            guard let content = add(.content, quote.quote.segments, in: article.bytes, positions, &known) else {
                continue
            }
            attributes[content, default: []].append(("Kind", quote.quote.kind.rawValue))
            if let said = quote.saidEvidence {
                notes[content] = "said \(said.value) (\(said.basis.rawValue))"
            }
            let mentions =
                quote.quote.speakers.map { (BratType.source, $0) }
                + [quote.quote.addressee].compactMap(\.self).map { (.addressee, $0) }
                + quote.quote.via.map { (.relay, $0) }
            if let cue = quote.quote.cue, let id = add(.cue, [cue.range], in: article.bytes, positions, &known) {
                link(.cue, content, id)
            }
            for (type, mention) in mentions {
                guard let range = mention.range, let id = add(type, [range], in: article.bytes, positions, &known)
                else {
                    continue
                }
                if let speaker = mention.speaker { notes[id] = quote.people[speaker].speaker.name }
                link(type, content, id)
            }
        }
    }

    /// Marks a stretch of the text; what is marked already under that type is not marked twice.
    /// - Returns: its identifier; nil where nothing but blanks is left of it.
    private mutating func add(
        _ type: BratType, _ ranges: [ByteRange], in bytes: [UInt8], _ positions: CodePointMap,
        _ known: inout [Mark: String]
    ) -> String? {
        // A span of brat does not run over the end of a line.
        let pieces = ranges.flatMap { range in
            bytes[range.indices].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap { line -> Range<Int>? in
                let (start, end) = positions.codePoints(ByteRange(line.startIndex, line.endIndex))
                return start < end ? start..<end : nil
            }
        }
        guard !pieces.isEmpty else { return nil }
        let mark = Mark(type: type, pieces: pieces)
        if let id = known[mark] { return id }
        let id = "T\(spans.count + 1)"
        spans.append(Span(id: id, type: type.rawValue, pieces: pieces))
        known[mark] = id
        return id
    }

    /// What is marked, and as what.
    private struct Mark: Hashable {
        let type: BratType
        let pieces: [Range<Int>]
    }

    private mutating func link(_ type: BratType, _ content: String, _ id: String) {
        links.append(
            Link(id: "R\(links.count + 1)", type: "\(type.rawValue)Of", parts: [("Arg1", id), ("Arg2", content)]))
    }

    /// The configuration that lets brat show and edit what is written here.
    package static let configuration = """
        [entities]
        \(BratType.allCases.map(\.rawValue).joined(separator: "\n"))

        [relations]
        \(BratType.allCases.dropFirst().map { "\($0.rawValue)Of\tArg1:\($0.rawValue), Arg2:Content" }.joined(separator: "\n"))
        <OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

        [events]

        [attributes]
        Kind\tArg:Content, Value:\(Quote.Kind.allCases.map(\.rawValue).joined(separator: "|"))

        """
}

/// What is marked in brat, as it is written; others call it otherwise, which `init(name:)` knows.
enum BratType: String, CaseIterable {
    case content = "Content"
    case cue = "Cue"
    case source = "Source"
    case addressee = "Addressee"
    case relay = "Relay"

    /// The type that annotators mean by a name, whatever its case and what stands before or after it.
    init?(name: String) {
        let words = name.lowercased().split { !$0.isLetter }.map(String.init)
        let known: [(BratType, Set<String>)] = [
            (.content, ["content", "contents", "quote", "quotation", "contentof", "utterance", "span", "claim"]),
            (.cue, ["cue", "cueof", "verb", "reporting"]),
            (.source, ["source", "sourceof", "speaker", "speakerof", "holder"]),
            (.addressee, ["addressee", "addresseeof", "recipient"]), (.relay, ["relay", "relayof", "via"]),
        ]
        guard let found = known.first(where: { !$0.1.isDisjoint(with: words) })?.0 else { return nil }
        self = found
    }
}
