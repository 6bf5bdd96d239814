import ArticleStore
import Articles
import Text

extension Session.Passage {
    /// The most paragraphs that are shown of one quote.
    private static let limit = 40

    /// The paragraphs of a quote with one before and one after; nil where the archive has lost its text.
    init?(_ record: QuoteRecord, in store: ArticleStore) throws {
        guard let text = try store.text(ofArticle: record.article.id, version: record.version) else { return nil }
        self.init(record, bytes: text.bytes, zones: text.version.zones)
    }

    /// The paragraphs of a quote with one before and one after, out of the zones of its version.
    init(_ record: QuoteRecord, bytes: [UInt8], zones: [Zone]) {
        let touched = zones.indices.filter { index in
            record.quote.segments.contains { $0.overlaps(zones[index].range) }
        }
        let first = max(0, (touched.first ?? 0) - 1)
        let last = min(zones.count, (touched.last ?? -1) + 2)
        let table = LineTable(bytes)
        let lines = zones[first..<max(first, min(last, first + Session.Passage.limit))].map { zone in
            Line(
                number: table.line(at: zone.range.lower), text: bytes.text(zone.range),
                marks: Session.Passage.marks(record.quote, in: zone.range))
        }
        self.init(quote: record, lines: lines)
    }

    private static func marks(_ quote: Quote, in zone: ByteRange) -> [Session.Passage.Mark] {
        var parts: [(ByteRange, Session.Passage.Mark.Role)] = quote.segments.map { ($0, .content) }
        parts += quote.speakers.compactMap { mention in mention.range.map { ($0, .speaker) } }
        if let cue = quote.cue { parts.append((cue.range, .cue)) }
        if let range = quote.said?.range { parts.append((range, .date)) }
        if let range = quote.place?.range { parts.append((range, .place)) }
        return parts.filter { $0.0.overlaps(zone) }.map { range, role in
            let inside = ByteRange(max(range.lower, zone.lower), min(range.upper, zone.upper))
            return Session.Passage.Mark(range: inside.shifted(by: -zone.lower), role: role)
        }.sorted { $0.range < $1.range }
    }
}
