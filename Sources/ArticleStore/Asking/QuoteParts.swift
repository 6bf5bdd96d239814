import GRDB
import Text

/// The segments, quoted parts and mentions of some quotes, by quote and in order.
struct QuoteParts {
    private(set) var segments: [Int64: [Segment]] = [:]
    private(set) var quotedParts: [Int64: [ByteRange]] = [:]
    private(set) var mentions: [Int64: [StoredMention]] = [:]
    /// The speakers of whom the mentions speak.
    private(set) var people: Set<Int64> = []

    /// One stretch of a quote's words.
    struct Segment {
        let text: String
        let range: ByteRange
        let codePoints: [Int]
    }

    /// A mention that leads to a speaker of the archive.
    struct StoredMention {
        let part: MentionPart
        let text: String?
        let range: ByteRange?
        let speaker: Int64?
    }

    /// Reads the parts of `quotes`, a JSON array; `lengths` are the sizes of their sources.
    init(ofQuotes quotes: String, lengths: [Int64: Int], in db: Database) throws {
        let isWanted = "quote_id IN (SELECT value FROM json_each(?))"
        let segments = try db.rows(
            """
            SELECT quote_id, text, start_byte, end_byte, start_character, end_character, position FROM segments
            WHERE \(isWanted) ORDER BY quote_id, position
            """, [quotes]
        ) { cells in
            let quote = try cells.id()
            let text = try cells.text()
            let range = try cells.range(in: lengths[quote] ?? 0)
            return (quote, Segment(text: text, range: range, codePoints: [try cells.count(), try cells.count()]))
        }
        var givingUp = GivingUp()
        for (quote, segment) in segments {
            try givingUp.step()
            self.segments[quote, default: []].append(segment)
        }
        let parts = try db.rows(
            "SELECT quote_id, start_byte, end_byte FROM quoted_parts WHERE \(isWanted) ORDER BY quote_id, position",
            [quotes]
        ) { cells in
            let quote = try cells.id()
            return (quote, try cells.range(in: lengths[quote] ?? 0))
        }
        for (quote, part) in parts { quotedParts[quote, default: []].append(part) }
        let mentions = try db.rows(
            """
            SELECT m.quote_id, m.part, m.text, m.start_byte, m.end_byte, e.speaker_id, m.position,
                CASE m.part WHEN 'speaker' THEN 0 WHEN 'addressee' THEN 1 ELSE 2 END AS rank FROM mentions m
            LEFT JOIN article_speaker_rows e ON e.id = m.article_speaker_id
            WHERE m.\(isWanted)
            ORDER BY m.quote_id, rank, m.position
            """, [quotes]
        ) { cells in
            let quote = try cells.id()
            let (part, text) = (try cells.word(MentionPart.self), try cells.optionalText())
            let range = try cells.optionalRange(in: lengths[quote] ?? 0)
            return (quote, StoredMention(part: part, text: text, range: range, speaker: try cells.optionalID()))
        }
        for (quote, mention) in mentions {
            try givingUp.step()
            self.mentions[quote, default: []].append(mention)
            if let speaker = mention.speaker { people.insert(speaker) }
        }
    }
}
