import Articles
import GRDB
import Text

extension Database {
    /// The quotes that pass a look-up, in the order of the archive.
    func quotes(_ lookup: QuoteLookup) throws -> [QuoteRecord] {
        let (condition, values) = lookup.condition
        let found = try rows(
            """
            SELECT q.id, q.reference, v.article_id, v.number, v.is_latest, q.same_as,
                CASE WHEN o.id IS NOT NULL THEN \(Schema.value(of: "reference", in: "o")) END,
                \(Database.textLength),
                q.line, q.column_byte, t.statement_id, t.said_first, t.said_last, t.said_basis, t.place, t.place_basis, t.reports,
                \(QuoteColumns.quote)
            FROM quotes q JOIN versions v ON v.id = q.version_id
            JOIN articles a ON a.id = v.article_id JOIN sources s ON s.id = a.source_id
            JOIN quote_statements t ON t.quote_id = q.id
            LEFT JOIN quote_rows o ON o.id = q.outer_id AND o.version_id = q.version_id
                AND o.id NOT IN (SELECT quote_id FROM rejected_quotes)
            WHERE \(condition)
            ORDER BY \(Database.articleOrder), q.start_byte, q.id
            """, values, FoundQuote.init)
        guard !found.isEmpty else { return [] }
        let ids = idList(found.map(\.id))
        let lengths = Dictionary(found.map { ($0.id, $0.length) }, uniquingKeysWith: { first, _ in first })
        let parts = try QuoteParts(ofQuotes: ids, lengths: lengths, in: self)
        let articles = try byID(self.articles(idList(Set(found.map(\.article)).sorted())))
        let people = try byID(speakers(idList(parts.people.sorted())))
        let versions = try versionsByIdentity(idList(Set(found.map(\.sameAs)).sorted()))
        let decisions = try decisionsByQuote(ids)
        var givingUp = GivingUp()
        return try found.map { quote in
            try givingUp.step()
            guard let article = articles[quote.article] else { throw Damage(detail: "a quote has no article") }
            var record = try quote.record(
                article: article, versions: versions[quote.sameAs], parts: parts, people: people)
            record.decisions = decisions[quote.id] ?? []
            return record
        }
    }

    /// What people decided about each quote, in order; of a JSON array of numbers, or all.
    func decisionsByQuote(_ ids: String? = nil) throws -> [Int64: [DecisionRecord]] {
        let condition = ids == nil ? "1" : "quote_id IN (SELECT value FROM json_each(?))"
        let found = try rows(
            """
            SELECT quote_id, decision_id FROM decided_quotes WHERE \(condition)
            ORDER BY quote_id, decision_id
            """, ids.map { [$0] } ?? []
        ) { (try $0.id(), try $0.id()) }
        guard !found.isEmpty else { return [:] }
        let decisions = try byID(decisions(withUndone: false))
        return Dictionary(grouping: found, by: \.0).mapValues { $0.compactMap { decisions[$0.1] } }
    }

    /// The number of quotes that pass a look-up.
    func count(_ lookup: QuoteLookup) throws -> Int {
        let (condition, values) = lookup.condition
        let counts = try rows(
            "SELECT count(*) FROM quotes q JOIN versions v ON v.id = q.version_id WHERE \(condition)", values
        ) { try $0.count() }
        return counts.first ?? 0
    }

    /// The quotes that are the same as those of two JSON arrays of numbers, which are one and the same: these and what later versions print.
    private static let sameAs = """
        SELECT id FROM quote_rows WHERE id IN (SELECT value FROM json_each(?)) AND same_as IS NULL
        UNION ALL SELECT id FROM quote_rows WHERE same_as IN (SELECT value FROM json_each(?))
        """

    /// The quotes that are the same as those of a JSON array, the first of their article that print the words.
    func sameQuotes(_ firsts: String) throws -> [Int64] {
        try rows(Database.sameAs, [firsts, firsts]) { try $0.id() }
    }

    /// The numbers of the versions that print the same quote, by the first of these quotes.
    private func versionsByIdentity(_ ids: String) throws -> [Int64: [Int]] {
        var versions: [Int64: [Int]] = [:]
        let found = try rows(
            """
            SELECT q.same_as, v.number FROM quotes q JOIN versions v ON v.id = q.version_id
            WHERE q.id IN (\(Database.sameAs)) ORDER BY q.same_as, v.position
            """, [ids, ids]
        ) { (try $0.id(), try $0.count()) }
        for (quote, number) in found where versions[quote]?.last != number {
            versions[quote, default: []].append(number)
        }
        return versions
    }

    private func byID<Record: Identifiable>(_ records: [Record]) -> [Record.ID: Record] {
        Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// A row of `quotes` with the rows of its version and statement, before its parts are put in.
private struct FoundQuote {
    let id: Int64
    let reference: String
    let article: Int64
    let version: Int
    let isLatest: Bool
    let sameAs: Int64
    let outer: String?
    let length: Int
    let line: Int
    let column: Int
    let statement: StatementRecord
    let quote: Quote
    let printed: QuoteRecord.Printed

    init(_ cells: inout Cells) throws {
        id = try cells.id()
        reference = try cells.text()
        article = try cells.id()
        version = try cells.count()
        isLatest = try cells.count() != 0
        sameAs = try cells.id()
        outer = try cells.optionalText()
        length = try cells.count()
        line = try cells.count()
        column = try cells.count()
        statement = try cells.statement()
        (quote, printed) = try cells.quote(in: length)
    }

    func record(
        article: ArticleRecord, versions: [Int]?, parts: QuoteParts, people: [Int64: SpeakerRecord]
    ) throws -> QuoteRecord {
        var quote = quote
        var printed = printed
        let segments = parts.segments[id] ?? []
        guard !segments.isEmpty else { throw Damage(detail: "the quote \(reference) has no words") }
        quote.segments = segments.map(\.range)
        quote.quotedParts = parts.quotedParts[id] ?? []
        var present: [SpeakerRecord] = []
        for mention in parts.mentions[id] ?? [] {
            let person = try mention.speaker.map { speaker in
                guard let person = people[speaker] else { throw Damage(detail: "a speaker is missing") }
                return person
            }
            let known = person.flatMap { person in present.firstIndex { $0.id == person.id } }
            if let person, known == nil { present.append(person) }
            let resolved = Mention(range: mention.range, speaker: person == nil ? nil : known ?? present.count - 1)
            switch mention.part {
            case .speaker:
                quote.speakers.append(resolved)
                if let text = mention.text { printed.speakers.append(text) }
            case .addressee:
                quote.addressee = resolved
                printed.addressee = mention.text
            case .via:
                quote.via.append(resolved)
                if let text = mention.text { printed.via.append(text) }
            }
        }
        return QuoteRecord(
            id: id, reference: reference, article: article, version: version, isLatest: isLatest,
            versions: versions ?? [version], quote: quote, people: present, outer: outer,
            segmentTexts: segments.map(\.text), codePoints: segments.map(\.codePoints), printed: printed, line: line,
            column: column, statement: statement)
    }
}

extension Cells {
    fileprivate mutating func statement() throws -> StatementRecord {
        let id = try id()
        let days = try optionalInterval()
        let basis = try optionalWord(DatedEvidence.Basis.self)
        let name = try optionalText()
        let placeBasis = try optionalWord(PlaceEvidence.Basis.self)
        return StatementRecord(
            id: id, said: days.flatMap { days in basis.map { DatedEvidence(days, $0) } },
            place: name.flatMap { name in placeBasis.map { PlaceEvidence(name, $0) } }, reports: try count())
    }
}
