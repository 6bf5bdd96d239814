import Articles
import Dates
import GRDB
import SpeechVerbs
import Text

/// Writes the versions of one article, one after the other.
struct VersionWriter {
    let rows: RowWriter
    let article: Article
    let id: Int64
    /// The archive's speakers by name and kind, shared by the versions.
    private(set) var people: [Person: Int64]
    /// The statements that were made for the article's quotes.
    private(set) var statements: [Int64] = []
    private var identities: QuoteIdentities
    private let earlier: EarlierVersions
    private let lines: LineTable
    private let codePoints: CodePointMap
    private let fingerprint: Fingerprint
    /// The number of the quote that is written next.
    private var nextQuote: Int64

    init(rows: RowWriter, article: Article, id: Int64, after earlier: EarlierVersions) throws {
        self.rows = rows
        self.article = article
        self.id = id
        self.earlier = earlier
        people = earlier.people
        identities = earlier.identities
        lines = LineTable(article.source.bytes)
        codePoints = CodePointMap(article.source.bytes)
        fingerprint = article.source.fingerprint
        let last = try rows.db.rows("SELECT seq FROM sqlite_sequence WHERE name = 'quotes'") { try $0.id() }.first
        nextQuote = (last ?? 0) + 1
    }

    /// What makes two speakers of an article one.
    struct Person: Hashable {
        let name: String
        let kind: Speaker.Kind
    }

    private var bytes: [UInt8] { article.source.bytes }
    /// Whether a quote can be one that another version prints.
    private var hasOtherVersions: Bool { article.versions.count > 1 || !earlier.isNone }

    /// Writes the version at `position`, its zones, speakers and quotes.
    mutating func write(_ version: Version, at position: Int, _ annotation: Annotation) throws {
        let version = Version(
            number: earlier.number(of: version.number, first: article.versions[0].number), zones: version.zones)
        let row = try rows.insert(
            into: "versions",
            [
                "article_id": id, "position": earlier.nextPosition + position, "number": version.number,
                "is_latest": position == article.versions.count - 1,
            ])
        for (index, zone) in version.zones.enumerated() {
            try rows.insert(
                into: "zones",
                [
                    "version_id": row, "position": index, "kind": zone.kind.rawValue, "start_byte": zone.range.lower,
                    "end_byte": zone.range.upper,
                ])
        }
        let speakers = try annotation.speakers.enumerated().map { try write($1, at: $0, version: row) }
        identities.startVersion()
        var quotes: [Int64] = []
        for (index, quote) in annotation.quotes.enumerated() {
            let written = try write(quote, at: index, of: version, row, annotation.speakers)
            quotes.append(written)
            try writeParts(of: quote, row: written, speakers: speakers)
        }
        for (quote, row) in zip(annotation.quotes, quotes) {
            guard let outer = quote.outer else { continue }
            try rows.db.run("UPDATE quotes SET outer_id = ? WHERE id = ?", [quotes[outer], row])
        }
    }

    private mutating func write(_ speaker: Speaker, at position: Int, version: Int64) throws -> Int64 {
        let person = Person(name: speaker.name, kind: speaker.kind)
        let known = try people[person] ?? rows.insertSpeaker(speaker)
        people[person] = known
        let row = try rows.insert(
            into: "article_speakers",
            [["version_id": version, "position": position, "speaker_id": known], speaker.columns])
        for (index, alias) in speaker.aliases.enumerated() {
            try rows.insert(
                into: "article_speaker_aliases", ["article_speaker_id": row, "position": index, "alias": alias])
        }
        return row
    }

    private mutating func write(
        _ quote: Quote, at position: Int, of version: Version, _ row: Int64, _ speakers: [Speaker]
    ) throws -> Int64 {
        let texts = quote.segments.map { bytes.storedText($0) }
        let key = hasOtherVersions ? key(of: quote, texts, speakers) : nil
        let known = key.flatMap { identities[$0] }
        let statement =
            try known?.statement
            ?? rows.insertStatement(LinkedStatement(quotes: [], said: quote.said, place: quote.place))
        if known == nil { statements.append(statement) }
        let start = quote.segments[0].lower
        let written = nextQuote
        nextQuote += 1
        try rows.insert(
            into: "quotes",
            [
                [
                    "id": written, "version_id": row, "position": position, "same_as": known?.quote ?? written,
                    "statement_id": statement,
                    "reference": quoteReference(
                        source: fingerprint, version: version.number, segments: quote.segments),
                    "start_byte": start, "line": lines.line(at: start), "column_byte": lines.column(at: start),
                ],
                quote.columns(bytes),
            ])
        if known == nil, let key { identities[key] = QuoteIdentities.Known(quote: written, statement: statement) }
        rows.index(texts + [quote.antecedent.map { bytes.storedText($0) }].compactMap(\.self), of: written)
        return written
    }

    private mutating func key(of quote: Quote, _ texts: [String], _ speakers: [Speaker]) -> QuoteIdentities.Key {
        identities.key(
            text: texts.joined(separator: " "), kind: quote.kind.rawValue,
            speakers: quote.speakers.compactMap { $0.speaker.map { speakers[$0].name } })
    }

    private func writeParts(of quote: Quote, row: Int64, speakers: [Int64]) throws {
        for (index, segment) in quote.segments.enumerated() {
            let (start, end) = codePoints.codePoints(segment)
            try rows.insert(
                into: "segments",
                [
                    "quote_id": row, "position": index, "text": bytes.storedText(segment),
                    "start_byte": segment.lower, "end_byte": segment.upper,
                    "start_character": start, "end_character": end,
                ])
        }
        for (index, part) in quote.quotedParts.enumerated() {
            try rows.insert(
                into: "quoted_parts",
                ["quote_id": row, "position": index, "start_byte": part.lower, "end_byte": part.upper])
        }
        let mentions =
            quote.speakers.enumerated().map { (MentionPart.speaker, $0, $1) }
            + [quote.addressee].compactMap(\.self).map { (MentionPart.addressee, 0, $0) }
            + quote.via.enumerated().map { (MentionPart.via, $0, $1) }
        for (part, index, mention) in mentions {
            try rows.insert(
                into: "mentions",
                [
                    "quote_id": row, "part": part.rawValue, "position": index,
                    "text": mention.range.map { bytes.storedText($0) },
                    "start_byte": mention.range?.lower, "end_byte": mention.range?.upper,
                    "article_speaker_id": mention.speaker.map { speakers[$0] },
                ])
        }
    }
}

/// The part that a mention plays in its quote.
enum MentionPart: String {
    case speaker, addressee, via
}

extension RowWriter {
    /// Writes a speaker of the archive with its aliases.
    func insertSpeaker(_ speaker: Speaker) throws -> Int64 {
        let row = try insert(into: "speakers", speaker.columns)
        for (index, alias) in speaker.aliases.enumerated() {
            try insert(into: "speaker_aliases", ["speaker_id": row, "position": index, "alias": alias])
        }
        return row
    }

    /// Writes a statement; its quotes are told of it elsewhere.
    func insertStatement(_ statement: LinkedStatement) throws -> Int64 {
        try insert(
            into: "statements",
            [
                "said_first": statement.said?.value.first.stored, "said_last": statement.said?.value.last.stored,
                "said_basis": statement.said?.basis.rawValue,
                "place": statement.place?.name, "place_basis": statement.place?.basis.rawValue,
            ])
    }
}

extension Speaker {
    fileprivate var columns: Columns {
        ["name": name, "kind": kind.rawValue, "role": role, "organisation": organisation]
    }
}

extension Quote {
    /// The columns that do not depend on where the quote is kept.
    fileprivate func columns(_ bytes: [UInt8]) -> Columns {
        [
            "kind": kind.rawValue, "zone": zone.rawValue, "paragraphs": paragraphs, "confidence": confidence,
            "cue": cue.map { bytes.storedText($0.range) }, "cue_lemma": cue?.lemma, "cue_act": cue?.act.rawValue,
            "cue_start_byte": cue?.range.lower, "cue_end_byte": cue?.range.upper,
            "said_first": said?.value.first.stored, "said_last": said?.value.last.stored,
            "said_basis": said?.basis.rawValue,
            "said_start_byte": said?.range?.lower, "said_end_byte": said?.range?.upper,
            "place": place?.name, "place_basis": place?.basis.rawValue,
            "place_start_byte": place?.range?.lower, "place_end_byte": place?.range?.upper,
            "occasion": occasion.map { bytes.storedText($0) },
            "occasion_start_byte": occasion?.lower, "occasion_end_byte": occasion?.upper,
            "medium": medium.map { bytes.storedText($0) },
            "medium_start_byte": medium?.lower, "medium_end_byte": medium?.upper,
            "antecedent": antecedent.map { bytes.storedText($0) },
            "antecedent_start_byte": antecedent?.lower, "antecedent_end_byte": antecedent?.upper,
        ]
    }
}
