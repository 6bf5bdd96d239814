package import Articles
import SpeechVerbs
import Text

extension Standoff {
    /// What people marked in an article: the quotes of each version, with their cues, sources and the like.
    ///
    /// A quote is a stretch that is marked as content; what belongs to it is told by an event or by relations. A source is a speaker by the
    /// name in a remark, else by its words; one that is only a pronoun is nobody in particular.
    package func findings(in article: Article) -> Findings {
        let bytes = article.source.bytes
        let offsets = CodePointOffsets(bytes)
        let located = spans.compactMap { span -> Located? in
            let ranges = span.pieces.compactMap(offsets.bytes)
            guard ranges.count == span.pieces.count else { return nil }
            return Located(id: span.id, type: BratType(name: span.type), ranges: ranges)
        }
        let byID = Dictionary(located.map { ($0.id, $0) }) { first, _ in first }
        let belonging = self.belonging(byID)
        var annotations = article.versions.map { _ in Annotation() }
        let contents = located.filter { $0.type == .content }.sorted { $0.ranges[0] < $1.ranges[0] }
        for content in contents {
            let place = article.versions.lastIndex { $0.zone(of: content.ranges[0]) != nil } ?? annotations.count - 1
            var builder = MarkedQuote(content: content, in: bytes, article.versions[place])
            if let kind = attributes[content.id]?.last(where: { $0.name == "Kind" }).flatMap({
                Quote.Kind(rawValue: $0.value)
            }) {
                builder.quote.kind = kind
            }
            for part in belonging[content.id] ?? [] {
                builder.add(part, named: notes[part.id], to: &annotations[place])
            }
            annotations[place].quotes.append(builder.quote)
        }
        for index in annotations.indices { annotations[index].nest() }
        return Findings(annotations: annotations, annotator: Findings.byHand)
    }

    /// The number of spans that lie outside of a text.
    package func misplaced(in bytes: [UInt8]) -> Int {
        let count = CodePointOffsets(bytes).count
        return spans.count { $0.pieces.contains { $0.upperBound > count } }
    }

    /// Whether anything is marked as a quote.
    package var hasQuotes: Bool { spans.contains { BratType(name: $0.type) == .content } }

    /// What belongs to each content, by its identifier.
    private func belonging(_ spans: [String: Located]) -> [String: [Located]] {
        var parts: [String: [Located]] = [:]
        var known: [String: Set<String>] = [:]
        for link in links {
            // Nothing that people mark has more parts; what has would cost their square.
            let linked = link.parts.prefix(64).compactMap { part -> Located? in
                guard var span = spans[part.id] else { return nil }
                span.type = span.type ?? BratType(name: part.role)
                return span
            }
            for content in linked where content.type == .content {
                for part in linked where part.type != nil && part.type != .content {
                    if known[content.id, default: []].insert(part.id).inserted {
                        parts[content.id, default: []].append(part)
                    }
                }
            }
        }
        return parts.mapValues { $0.sorted { $0.ranges[0] < $1.ranges[0] } }
    }

    /// A span at its bytes.
    fileprivate struct Located {
        let id: String
        var type: BratType?
        let ranges: [ByteRange]

        /// From its first byte to its last.
        var extent: ByteRange { ByteRange(ranges[0].lower, ranges[ranges.count - 1].upper) }
    }
}

/// A quote as people marked it, while its parts are put together.
private struct MarkedQuote {
    var quote: Quote
    private let bytes: [UInt8]

    init(content: Standoff.Located, in bytes: [UInt8], _ version: Version) {
        self.bytes = bytes
        var segments: [ByteRange] = []
        for range in content.ranges {
            // What brat cuts at the end of a line is one segment where it is one paragraph.
            if let last = segments.last, let zone = version.zone(of: last), zone.range.contains(range),
                bytes[last.upper..<max(last.upper, range.lower)].allSatisfy({ $0 <= 0x20 }),
                bytes[last.upper..<max(last.upper, range.lower)].contains(0x0A)
            {
                segments[segments.count - 1] = last.union(range)
            } else {
                segments.append(range)
            }
        }
        let marks = QuotationMarks(segments, in: bytes)
        quote = Quote(
            segments: marks.inner ?? segments, kind: marks.kind, zone: version.zone(of: segments[0])?.kind ?? .body,
            paragraphs: max(
                1,
                version.zones(before: segments[segments.count - 1].upper) - version.zones(before: segments[0].lower + 1)
                    + 1),
            quotedParts: marks.parts)
    }

    /// Adds what belongs to the quote; a source's name is that of the remark, where there is one.
    mutating func add(_ part: Standoff.Located, named name: String?, to annotation: inout Annotation) {
        switch part.type {
        case .cue: if quote.cue == nil { quote.cue = cue(part.extent) }
        case .source: quote.speakers.append(mention(part.extent, named: name, &annotation))
        case .addressee: quote.addressee = quote.addressee ?? mention(part.extent, named: name, &annotation)
        case .relay: quote.via.append(mention(part.extent, named: name, &annotation))
        case .content, nil: break
        }
    }

    private func cue(_ range: ByteRange) -> Cue {
        let words = Folding.words(in: bytes, range).map(\.form)
        let verb = words.lazy.flatMap(SpeechVerb.readings(ofForm:)).first?.verb
        return Cue(range: range, lemma: verb?.lemma ?? bytes.text(range), act: verb?.act ?? .say)
    }

    private func mention(_ range: ByteRange, named name: String?, _ annotation: inout Annotation) -> Mention {
        let words = bytes.text(range).split(whereSeparator: \.isWhitespace).map(String.init)
        if name == nil, words.count <= 1, words.allSatisfy({ MarkedQuote.pronouns.contains($0.lowercased()) }) {
            return Mention(range: range, speaker: nil)
        }
        let speaker = name.map { Speaker(name: $0, kind: MarkedQuote.kind($0)) } ?? MarkedQuote.speaker(words)
        let known = annotation.speakers.firstIndex { $0.name == speaker.name }
        if known == nil { annotation.speakers.append(speaker) }
        return Mention(range: range, speaker: known ?? annotation.speakers.count - 1)
    }

    /// Whom the words of a source describe: `Ann Lee`, `The Pentagon`, `two officials`.
    private static func speaker(_ words: [String]) -> Speaker {
        let hasArticle = ["the", "a", "an"].contains(words[0].lowercased()) && words.count > 1
        let rest = hasArticle ? Array(words.dropFirst()) : words
        let name = rest.joined(separator: " ")
        guard kind(name) != .unnamed else { return Speaker(name: name, kind: .unnamed) }
        return Speaker(name: name, kind: hasArticle ? .organisation : .person)
    }

    /// A name begins with a capital letter and ends with one; all else is a description.
    private static func kind(_ name: String) -> Speaker.Kind {
        let words = name.split(separator: " ")
        return words.first?.first?.isUppercase == true && words.last?.first?.isUppercase == true ? .person : .unnamed
    }

    private static let pronouns: Set = [
        "he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "him", "her", "them", "us", "his", "their",
    ]
}

/// The quotation marks in the words of a quote.
private struct QuotationMarks {
    /// The segments without the marks around them, where all of it stands between two; nil where not.
    private(set) var inner: [ByteRange]?
    /// The parts between marks, without these.
    private(set) var parts: [ByteRange] = []

    var kind: Quote.Kind { inner != nil ? .direct : parts.isEmpty ? .indirect : .mixed }

    init(_ segments: [ByteRange], in bytes: [UInt8]) {
        var quoted: [ByteRange] = []
        var isWhole = true
        for segment in segments {
            let found = QuotationMarks.parts(of: segment, in: bytes)
            parts += found.parts
            guard found.parts.count == 1, found.outside.isEmpty else {
                isWhole = false
                continue
            }
            quoted += found.parts
        }
        if isWhole, !quoted.isEmpty { inner = quoted }
    }

    /// The parts of a stretch between marks, and the words outside of them.
    private static func parts(of range: ByteRange, in bytes: [UInt8]) -> (parts: [ByteRange], outside: [FoldedWord]) {
        var parts: [ByteRange] = []
        var start: Int?
        var index = range.lower
        while index < range.upper {
            let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index, end: range.upper)
            if let open = start, "”\"»".unicodeScalars.contains(scalar) {
                if open < index { parts.append(ByteRange(open, index)) }
                start = nil
            } else if start == nil, "“\"«".unicodeScalars.contains(scalar) {
                start = index + length
            }
            index += length
        }
        // Quoted words that run over a paragraph's end are not closed there.
        if let open = start, open < range.upper { parts.append(ByteRange(open, range.upper)) }
        let outside = Folding.words(in: bytes, range).filter { word in !parts.contains { $0.contains(word.range) } }
        return (parts, outside)
    }
}

extension Version {
    /// The paragraph in which a range begins.
    fileprivate func zone(of range: ByteRange) -> Zone? {
        let index = zones(before: range.lower + 1) - 1
        return index >= 0 && zones[index].range.contains(range.lower) ? zones[index] : nil
    }

    /// The number of paragraphs that begin before an offset.
    fileprivate func zones(before offset: Int) -> Int { zones.partitioningIndex { $0.range.lower >= offset } }
}

extension Annotation {
    /// Tells each quote of the smallest other one whose words hold all of its own.
    fileprivate mutating func nest() {
        for index in quotes.indices {
            let holders = quotes.indices.filter { other in
                other != index && quotes[other].extent != quotes[index].extent
                    && quotes[index].segments.allSatisfy { segment in
                        quotes[other].segments.contains { $0.contains(segment) }
                    }
            }
            quotes[index].outer = holders.min { quotes[$0].extent.count < quotes[$1].extent.count }
        }
    }
}
