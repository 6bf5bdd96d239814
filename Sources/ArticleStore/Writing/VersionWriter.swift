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
        let last = try rows.db.rows("SELECT seq FROM sqlite_sequence WHERE name = 'quote_rows'") { try $0.id() }.first
        nextQuote = (last ?? 0) + 1
    }

    /// What makes two speakers of an article one.
    struct Person: Hashable {
        let name: String
        let kind: Speaker.Kind

        init(name: String, kind: Speaker.Kind) { (self.name, self.kind) = (name, kind) }

        init(_ speaker: Speaker) { self.init(name: speaker.name, kind: speaker.kind) }
    }

    /// Whether the counts of speakers and statements are right as they are written: those of a version that is the only one.
    var isCounted: Bool { !hasOtherVersions }

    private var bytes: [UInt8] { article.source.bytes }
    /// Whether a quote can be one that another version prints.
    private var hasOtherVersions: Bool { article.versions.count > 1 || !earlier.isNone }

    /// Writes the version at `position`, its zones, speakers and quotes.
    mutating func write(_ version: Version, at position: Int, _ annotation: Annotation) throws {
        let version = Version(
            number: earlier.number(of: version.number, first: article.versions[0].number), zones: version.zones)
        let row = try rows.insert(.versions) {
            $0.add(id)
            $0.add(earlier.nextPosition + position)
            $0.add(version.number)
            $0.add(position == article.versions.count - 1)
        }
        for (index, zone) in version.zones.enumerated() {
            try rows.insert(.zones) {
                $0.add(row)
                $0.add(index)
                $0.add(zone.kind.rawValue)
                $0.add(zone.range)
            }
        }
        let quotesOf = isCounted ? annotation.quotesByPerson : [:]
        let speakers = try annotation.speakers.enumerated().map { position, speaker in
            try write(speaker, at: position, version: row, quotesOf)
        }
        identities.startVersion()
        var quotes: [Int64] = []
        for quote in annotation.quotes {
            let written = try write(quote, of: version, row, annotation.speakers)
            quotes.append(written)
            try writeParts(of: quote, row: written, speakers: speakers)
        }
        for (quote, row) in zip(annotation.quotes, quotes) {
            guard let outer = quote.outer else { continue }
            try rows.db.run("UPDATE quote_rows SET outer_id = ? WHERE id = ?", [quotes[outer], row])
        }
    }

    private mutating func write(
        _ speaker: Speaker, at position: Int, version: Int64, _ quotesOf: [Person: Int]
    ) throws -> Int64 {
        let person = Person(speaker)
        let known = try people[person] ?? rows.insertSpeaker(speaker, quotes: quotesOf[person] ?? 0)
        people[person] = known
        let profile = try rows.profile(of: speaker)
        return try rows.insert(.articleSpeakers) {
            $0.add(Schema.articleSpeaker(version: version, position: position))
            $0.add(profile)
            $0.add(known)
        }
    }

    private mutating func write(
        _ quote: Quote, of version: Version, _ row: Int64, _ speakers: [Speaker]
    ) throws -> Int64 {
        let texts = quote.segments.map { bytes.storedText($0) }
        let key = hasOtherVersions ? key(of: quote, texts, speakers) : nil
        let known = key.flatMap { identities[$0] }
        let written = nextQuote
        nextQuote += 1
        if let known { try rows.keepStatement(known.statement) }
        let segment = quote.segments[0]
        let (startCharacter, endCharacter) = codePoints.codePoints(segment)
        let cue = try quote.cue.map { try rows.cue(printed: bytes.storedText($0.range), $0) }
        let (speaker, name) = quote.firstSpeaker(among: speakers)
        let printed = speaker?.range.map { bytes.storedText($0) }
        try rows.insert(.quotes) {
            $0.add(written)
            $0.add(row)
            $0.add(known?.quote)
            $0.add(known?.statement)
            $0.add(QuoteReference(source: fingerprint, version: version.number, segments: quote.segments).number)
            $0.add(lines.line(at: segment.lower))
            $0.add(lines.column(at: segment.lower))
            $0.add(segment)
            $0.add(segment.lower - startCharacter)
            $0.add(segment.upper - endCharacter)
            $0.add(texts[0])
            $0.add(cue)
            $0.add(quote.cue?.range)
            $0.add(speaker?.speaker)
            $0.add(printed == name ? nil : printed)
            $0.add(speaker?.range)
            quote.bind(to: &$0, bytes)
        }
        if known == nil {
            statements.append(written)
            if let key { identities[key] = QuoteIdentities.Known(quote: written, statement: written) }
        }
        rows.index(texts, standingFor: quote.antecedent.map { bytes.storedText($0) }, of: written)
        return written
    }

    private mutating func key(of quote: Quote, _ texts: [String], _ speakers: [Speaker]) -> QuoteIdentities.Key {
        identities.key(
            text: texts.joined(separator: " "), kind: quote.kind.rawValue,
            speakers: quote.speakers.compactMap { $0.speaker.map { speakers[$0].name } })
    }

    private func writeParts(of quote: Quote, row: Int64, speakers: [Int64]) throws {
        for (index, segment) in quote.segments.enumerated().dropFirst() {
            let (start, end) = codePoints.codePoints(segment)
            try rows.insert(.segments) {
                $0.add(row)
                $0.add(index)
                $0.add(bytes.storedText(segment))
                $0.add(segment)
                $0.add(start)
                $0.add(end)
            }
        }
        for (index, part) in quote.quotedParts.enumerated() {
            try rows.insert(.quotedParts) {
                $0.add(row)
                $0.add(index)
                $0.add(part)
            }
        }
        let kept = quote.firstSpeaker(among: []).mention == nil ? 0 : 1
        let mentions =
            quote.speakers.enumerated().dropFirst(kept).map { (MentionPart.speaker, $0, $1) }
            + [quote.addressee].compactMap(\.self).map { (MentionPart.addressee, 0, $0) }
            + quote.via.enumerated().map { (MentionPart.via, $0, $1) }
        for (part, index, mention) in mentions {
            try rows.insert(.mentions) {
                $0.add(row)
                $0.add(part.rawValue)
                $0.add(index)
                $0.add(mention.range.map { bytes.storedText($0) })
                $0.add(mention.range)
                $0.add(mention.speaker.map { speakers[$0] })
            }
        }
    }
}

/// The part that a mention plays in its quote.
enum MentionPart: String {
    case speaker, addressee, via
}

extension RowWriter {
    /// Writes a speaker of the archive with its aliases, who has said so many quotes as far as is known.
    func insertSpeaker(_ speaker: Speaker, quotes: Int = 0) throws -> Int64 {
        let row = try insert(.speakers) {
            $0.add(quotes)
            $0.add(speaker.name)
            $0.add(speaker.kind.rawValue)
            $0.add(speaker.role)
            $0.add(speaker.organisation)
        }
        for (index, alias) in speaker.aliases.enumerated() {
            try insert(.aliases) {
                $0.add(row)
                $0.add(index)
                $0.add(alias)
            }
        }
        return row
    }

}

extension Annotation {
    /// How many quotes everybody says.
    fileprivate var quotesByPerson: [VersionWriter.Person: Int] {
        var counts: [VersionWriter.Person: Int] = [:]
        for quote in quotes {
            let sayers = Set(quote.speakers.compactMap { $0.speaker.map { VersionWriter.Person(speakers[$0]) } })
            for person in sayers { counts[person, default: 0] += 1 }
        }
        return counts
    }
}

extension Quote {
    /// The first who says it, if the row of the quote can tell so, and the name that the speaker has in the article.
    fileprivate func firstSpeaker(among names: [Speaker]) -> (mention: Mention?, name: String?) {
        guard let first = speakers.first, first.speaker != nil || first.range != nil else { return (nil, nil) }
        return (first, first.speaker.flatMap { names.indices.contains($0) ? names[$0].name : nil })
    }

    /// The columns that do not depend on where the quote is kept.
    fileprivate func bind(to row: inout BoundRow, _ bytes: [UInt8]) {
        row.add(StoredWords.kinds.number(of: kind))
        row.add(StoredWords.zones.number(of: zone))
        row.add(paragraphs)
        row.add(share: confidence)
        row.add(days: said?.value)
        row.add(StoredWords.dateBases.numberIfAny(of: said?.basis))
        row.add(said?.range)
        row.add(place?.name)
        row.add(StoredWords.placeBases.numberIfAny(of: place?.basis))
        row.add(place?.range)
        row.add(printed: occasion, bytes)
        row.add(printed: medium, bytes)
        row.add(printed: antecedent, bytes)
    }
}

extension BoundRow {
    /// Three columns: what a stretch prints, where it begins and where it ends.
    fileprivate mutating func add(printed range: ByteRange?, _ bytes: [UInt8]) {
        add(range.map { bytes.storedText($0) })
        add(range)
    }
}
