import Articles
import GRDB
import Text

extension Database {
    /// The quotes that anchors speak of, with their equals in the other versions of the article.
    func quotes(at anchors: [QuoteAnchor]) throws -> [Int64] {
        var found: Set<Int64> = []
        for anchor in anchors {
            for quote in try quotes(at: anchor) {
                let first = try rows("SELECT coalesce(same_as, id) FROM quote_rows WHERE id = ?", [quote]) {
                    try $0.id()
                }
                found.formUnion(try sameQuotes(idList(first)))
            }
        }
        return found.sorted()
    }

    /// The quote that an anchor speaks of: by its reference; else, in the same text, the one with most of its bytes in common. Where the
    /// text has changed since, also the first one with the same words in the latest version that has them. None where it is gone.
    private func quotes(at anchor: QuoteAnchor) throws -> [Int64] {
        let reference = idList([QuoteReference(anchor.reference)?.number].compactMap(\.self))
        let direct = try rows(
            """
            SELECT q.id, v.is_latest FROM quote_rows q JOIN versions v ON v.id = q.version_id
            WHERE q.id IN (\(Database.quotesByReference)) ORDER BY q.id LIMIT 1
            """, [reference, reference]
        ) { (try $0.id(), try $0.count() != 0) }.first
        if let direct, direct.1 { return [direct.0] }
        let candidates = try rows(
            """
            SELECT q.id, coalesce(t.fingerprint, s.fingerprint), v.number, g.text, g.start_byte, g.end_byte, v.position,
                q.start_byte, g.position
            FROM sources s JOIN articles a ON a.source_id = s.id JOIN versions v ON v.article_id = a.id
            LEFT JOIN earlier_versions b ON b.version_id = v.id LEFT JOIN earlier_texts t ON t.id = b.text_id
            JOIN quote_rows q ON q.version_id = v.id JOIN segments g ON g.quote_id = q.id
            WHERE s.name = ? ORDER BY v.position DESC, q.start_byte, q.id, g.position
            """, [anchor.source]
        ) { cells in
            Candidate(
                quote: try cells.id(), fingerprint: try cells.text(), version: try cells.count(),
                words: try cells.text(), ranges: [ByteRange(try cells.count(), try cells.count())])
        }.reduce(into: [Candidate]()) { joined, next in
            if joined.last?.quote == next.quote {
                joined[joined.count - 1].words += " " + next.words
                joined[joined.count - 1].ranges += next.ranges
            } else {
                joined.append(next)
            }
        }
        let shares = candidates.filter { $0.fingerprint == anchor.fingerprint && $0.version == anchor.version }.map {
            ($0.quote, $0.share(anchor.segments))
        }
        let best = shares.max { $0.1 < $1.1 }.flatMap { $0.1 >= 0.5 ? $0.0 : nil }
        let exact = [direct?.0 ?? best].compactMap(\.self)
        if candidates.first?.fingerprint == anchor.fingerprint { return exact }
        let words = anchor.words.split(whereSeparator: \.isWhitespace)
        let again = candidates.first { $0.words.split(whereSeparator: \.isWhitespace) == words }?.quote
        return exact + [again].compactMap(\.self)
    }

    private struct Candidate {
        let quote: Int64
        let fingerprint: String
        let version: Int
        var words: String
        var ranges: [ByteRange]

        /// The bytes in common with other spans, as a share of all bytes of both.
        func share(_ others: [ByteRange]) -> Double {
            let common = ranges.reduce(0) { sum, range in
                others.reduce(sum) { $0 + max(0, min(range.upper, $1.upper) - max(range.lower, $1.lower)) }
            }
            let all = (ranges + others).reduce(0) { $0 + $1.count } - common
            return all > 0 ? Double(common) / Double(all) : 0
        }
    }
}
