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

    private mutating func write(
        _ speaker: Speaker, at position: Int, version: Int64, _ quotesOf: [Person: Int]
    ) throws -> Int64 {
        let person = Person(speaker)
        let known = try people[person] ?? rows.insertSpeaker(speaker, quotes: quotesOf[person] ?? 0)
        people[person] = known
        let row = try rows.insert(.articleSpeakers) {
            $0.add(version)
            $0.add(position)
            $0.add(known)
            speaker.bind(to: &$0)
        }
        for (index, alias) in speaker.aliases.enumerated() {
            try rows.insert(.articleAliases) {
                $0.add(row)
                $0.add(index)
                $0.add(alias)
            }
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
            ?? rows.insertStatement(
                LinkedStatement(quotes: [], said: quote.said, place: quote.place), reports: isCounted ? 1 : 0)
        if known == nil { statements.append(statement) }
        let start = quote.segments[0].lower
        let written = nextQuote
        nextQuote += 1
        try rows.insert(.quotes) {
            $0.add(written)
            $0.add(row)
            $0.add(position)
            $0.add(known?.quote ?? written)
            $0.add(statement)
            $0.add(quoteReference(source: fingerprint, version: version.number, segments: quote.segments))
            $0.add(start)
            $0.add(lines.line(at: start))
            $0.add(lines.column(at: start))
            quote.bind(to: &$0, bytes)
        }
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
        let mentions =
            quote.speakers.enumerated().map { (MentionPart.speaker, $0, $1) }
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
            speaker.bind(to: &$0)
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

    /// Writes a statement, which so many outlets report as far as is known; its quotes are told of it elsewhere.
    func insertStatement(_ statement: LinkedStatement, reports: Int = 0) throws -> Int64 {
        try insert(.statements) {
            $0.add(statement.said?.value.first.stored)
            $0.add(statement.said?.value.last.stored)
            $0.add(statement.said?.basis.rawValue)
            $0.add(statement.place?.name)
            $0.add(statement.place?.basis.rawValue)
            $0.add(reports)
        }
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

extension Speaker {
    fileprivate func bind(to row: inout BoundRow) {
        row.add(name)
        row.add(kind.rawValue)
        row.add(role)
        row.add(organisation)
    }
}

extension Quote {
    /// The columns that do not depend on where the quote is kept.
    fileprivate func bind(to row: inout BoundRow, _ bytes: [UInt8]) {
        row.add(kind.rawValue)
        row.add(zone.rawValue)
        row.add(paragraphs)
        row.add(confidence)
        row.add(printed: cue?.range, bytes)
        row.add(cue?.lemma)
        row.add(cue?.act.rawValue)
        row.add(said?.value.first.stored)
        row.add(said?.value.last.stored)
        row.add(said?.basis.rawValue)
        row.add(said?.range)
        row.add(place?.name)
        row.add(place?.basis.rawValue)
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
