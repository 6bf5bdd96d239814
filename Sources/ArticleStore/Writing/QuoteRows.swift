import Articles
import Dates
import GRDB
import Text

/// The quotes of an archive as they are read to be linked: what the linker is told of each goes by, what the archive has to remember stays.
///
/// A class, because the linker reads while this remembers. Rows are in the order of their numbers.
final class QuoteRows {
    private(set) var ids: [Int64] = []
    /// The statement that each has had so far.
    private(set) var statements: [Int64] = []
    /// When each was said, as a place in `sayings`.
    private(set) var said: [Int32] = []
    /// Where each was said, as a place in `places`.
    private(set) var place: [Int32] = []
    private(set) var sayings: [DatedEvidence?] = []
    private(set) var places: [PlaceEvidence?] = []
    /// Whose report each is: an outlet, or an article of none; negative for what is in no latest version, and for what was rejected.
    private(set) var reporters: [Int32] = []
    /// For each place in the order of the archive, the row that stands there.
    private(set) var order: [Int32] = []
    /// For each row its place in the order of the archive.
    private(set) var ranks: [Int32] = []
    /// The number of quotes that count for each speaker.
    private(set) var quotesOfSpeaker: [Int64: Int] = [:]

    private var sayingNumbers: [Saying: Int32] = [:]
    private var placeNumbers: [Place: Int32] = [:]
    private var isRead = false
    private let db: Database
    private let rejected: Set<Int64>
    /// Which quotes are read.
    let scope: RowScope

    private struct Saying: Hashable { let first, last, basis: String? }
    private struct Place: Hashable { let name, basis: String? }

    /// - Parameters:
    ///   - ids: the quotes that are read; all, where it is nil.
    ///   - withRejected: whether those are linkable too that somebody rejected.
    init(_ db: Database, of ids: Set<Int64>? = nil, withRejected: Bool = false) throws {
        self.db = db
        scope = RowScope(ids)
        rejected = withRejected ? [] : try db.rejectedQuotes()
    }

    /// The quotes to be linked: those that nobody rejected. They are read when they are asked for, and once.
    var linkable: LinkableQuotes {
        LinkableQuotes(each: { try self.read($0) }, order: { self.linkableOrder })
    }

    /// Reads the quotes, unless a linker did.
    func complete() throws { if !isRead { try read { _ in } } }

    /// The row of a quote; nil where there is none.
    func row(of id: Int64) -> Int? {
        let row = ids.partitioningIndex { $0 >= id }
        return row < ids.count && ids[row] == id ? row : nil
    }

    /// Gives a quote another date.
    func setSaid(_ evidence: DatedEvidence?, row: Int) {
        said[row] = Int32(sayings.count)
        sayings.append(evidence)
    }

    // MARK: Reading

    private func read(_ take: (LinkableQuote) throws -> Void) throws {
        isRead = true
        let versions = try VersionRows(db, scope)
        let texts = try GroupedRows(
            db,
            """
            SELECT quote_id, text, position FROM segments \(scope.condition(on: "quote_id")) ORDER BY quote_id, position
            """, scope.values
        ) { try $0.text() }
        let speakers = try GroupedRows(
            db,
            """
            SELECT m.quote_id, e.speaker_id, m.position
            FROM (SELECT * FROM mentions \(scope.condition(on: "quote_id"))) m
            JOIN article_speaker_rows e ON e.id = m.article_speaker_id
            WHERE m.part = 'speaker' ORDER BY m.quote_id, m.position
            """, scope.values
        ) { try $0.id() }
        var places: [Standing] = []
        try db.forEachRow(
            """
            SELECT id, version_id, statement_id, start_byte, antecedent, kind, outer_id,
                said_first, said_last, said_basis, place, place_basis
            FROM quotes \(scope.condition(on: "id")) ORDER BY id
            """, scope.values
        ) { cells in
            let id = try cells.id()
            let number = try versions.number(of: cells.id())
            let version = versions.all[number]
            let (statement, start) = (try cells.id(), try cells.count())
            let (antecedent, kind, outer) = (
                try cells.optionalText(), try cells.word(Quote.Kind.self), try cells.optionalID()
            )
            let said = try sayingNumber(&cells)
            let place = try placeNumber(&cells)
            places.append(Standing(version: Int32(number), start: Int32(start), row: Int32(ids.count)))
            ids.append(id)
            statements.append(statement)
            self.said.append(said)
            self.place.append(place)
            let isRejected = rejected.contains(id)
            reporters.append(version.isLatest && !isRejected ? version.reporter : -1)
            let text = try texts.next(id)
            var voices: [Int64] = []
            for speaker in try speakers.next(id) where !voices.contains(speaker) { voices.append(speaker) }
            if version.isLatest, !isRejected { for voice in voices { quotesOfSpeaker[voice, default: 0] += 1 } }
            guard !isRejected else { return }
            try take(
                LinkableQuote(
                    id: id, article: version.article, version: version.id, isLatest: version.isLatest,
                    outlet: version.outlet, published: version.published,
                    text: text.count == 1 ? text[0] : text.joined(separator: " "), antecedent: antecedent, kind: kind,
                    speakers: voices, outer: outer, said: sayings[Int(said)], place: self.places[Int(place)]))
        }
        places.sort()
        order = places.map(\.row)
        ranks = Array(repeating: 0, count: order.count)
        for (rank, row) in order.enumerated() { ranks[Int(row)] = Int32(rank) }
    }

    /// The order of the archive: that of the sources' names, and within a source that of the text.
    private struct Standing: Comparable {
        let version, start, row: Int32

        static func < (a: Standing, b: Standing) -> Bool {
            if a.version != b.version { return a.version < b.version }
            return a.start != b.start ? a.start < b.start : a.row < b.row
        }
    }

    /// The order of those that were not rejected, counted among themselves.
    private var linkableOrder: [Int32] {
        guard !rejected.isEmpty else { return order }
        var numbers: [Int32] = []
        var next: Int32 = 0
        for id in ids {
            numbers.append(rejected.contains(id) ? -1 : next)
            if !rejected.contains(id) { next += 1 }
        }
        return order.map { numbers[Int($0)] }.filter { $0 >= 0 }
    }

    private func sayingNumber(_ cells: inout Cells) throws -> Int32 {
        let key = Saying(
            first: try cells.optionalText(), last: try cells.optionalText(), basis: try cells.optionalText())
        if let known = sayingNumbers[key] { return known }
        let value = try DatedEvidence(first: key.first, last: key.last, basis: key.basis)
        let number = Int32(sayings.count)
        sayings.append(value)
        sayingNumbers[key] = number
        return number
    }

    private func placeNumber(_ cells: inout Cells) throws -> Int32 {
        let key = Place(name: try cells.optionalText(), basis: try cells.optionalText())
        if let known = placeNumbers[key] { return known }
        let value = try PlaceEvidence(name: key.name, basis: key.basis)
        let number = Int32(places.count)
        places.append(value)
        placeNumbers[key] = number
        return number
    }
}

extension DatedEvidence {
    /// The date that three columns tell; nil where they tell none.
    init?(first: String?, last: String?, basis: String?) throws {
        let known = try basis.map { basis in
            guard let known = Basis(rawValue: basis) else { throw Damage(detail: "`\(basis)` tells no date") }
            return known
        }
        guard let first, let last else { return nil }
        guard let first = CalendarDay(iso: first), let last = CalendarDay(iso: last) else {
            throw Damage(detail: "a date is no day")
        }
        guard let known else { return nil }
        self.init(DateInterval(first, last), known)
    }
}

extension PlaceEvidence {
    /// The place that two columns tell; nil where they tell none.
    init?(name: String?, basis: String?) throws {
        guard let basis else { return nil }
        guard let known = Basis(rawValue: basis) else { throw Damage(detail: "`\(basis)` tells no place") }
        guard let name else { return nil }
        self.init(name, known)
    }
}

/// Which quotes are read: all, or some.
struct RowScope {
    /// What the conditions take.
    let values: [(any DatabaseValueConvertible)?]

    init(_ ids: Set<Int64>?) { values = ids.map { [idList($0.sorted())] } ?? [] }

    var isAll: Bool { values.isEmpty }

    /// What follows a table, or `JOIN … ON`, to leave out other quotes.
    func condition(on column: String) -> String {
        isAll ? "" : "WHERE \(column) IN (SELECT value FROM json_each(?))"
    }

    /// What follows the table of versions, to leave out those that print none of the quotes.
    func condition(onVersion column: String) -> String {
        isAll ? "" : "WHERE \(column) IN (SELECT version_id FROM quote_rows \(condition(on: "id")))"
    }

    /// The versions that print them, with their articles and sources.
    var versions: String {
        guard !isAll else {
            return "sources s JOIN articles a ON a.source_id = s.id JOIN versions v ON v.article_id = a.id"
        }
        // Not by way of all sources in the order of their names.
        return """
            (SELECT DISTINCT version_id FROM quote_rows \(condition(on: "id"))) w CROSS JOIN versions v ON v.id = w.version_id
            CROSS JOIN articles a ON a.id = v.article_id CROSS JOIN sources s ON s.id = a.source_id
            """
    }
}

/// The versions of articles in the order of the archive: that of the sources' names, and within a source that of the text.
private struct VersionRows {
    struct Row {
        let id, article: Int64
        let isLatest: Bool
        let outlet: String?
        let published: DateInterval?
        /// A number for the outlet, or for the article where there is none.
        let reporter: Int32
    }
    private(set) var all: [Row] = []
    private var numbers: [Int64: Int32] = [:]

    init(_ db: Database, _ scope: RowScope) throws {
        var reporters: [Reporter: Int32] = [:]
        var outlets: [String: String] = [:]
        try db.forEachRow(
            """
            SELECT v.id, v.article_id, v.is_latest, a.outlet, a.published_first, a.published_last
            FROM \(scope.versions) ORDER BY \(Database.articleOrder)
            """, scope.values
        ) { cells in
            let (id, article, isLatest) = (try cells.id(), try cells.id(), try cells.count() != 0)
            let printed = try cells.optionalText()
            let outlet = printed.map { outlets[$0] ?? $0 }
            if let outlet { outlets[outlet] = outlet }
            let reporter = outlet.map { Reporter.outlet($0) } ?? .article(article)
            let number = reporters[reporter] ?? Int32(reporters.count)
            reporters[reporter] = number
            numbers[id] = Int32(all.count)
            all.append(
                Row(
                    id: id, article: article, isLatest: isLatest, outlet: outlet,
                    published: try cells.optionalInterval(), reporter: number))
        }
    }

    private enum Reporter: Hashable {
        case outlet(String)
        case article(Int64)
    }

    func number(of id: Int64) throws -> Int {
        guard let number = numbers[id] else { throw Damage(detail: "a quote has no article") }
        return Int(number)
    }
}

/// Rows that belong to others, read side by side with these: a number and a value each, in the order of the numbers.
final class GroupedRows<Value> {
    private let reader: RowReader
    private let value: (inout Cells) throws -> Value
    private var waiting: (owner: Int64, value: Value)?

    init(
        _ db: Database, _ sql: String, _ values: [(any DatabaseValueConvertible)?] = [],
        _ value: @escaping (inout Cells) throws -> Value
    ) throws {
        reader = try db.reader(sql, values)
        self.value = value
        try advance()
    }

    private func advance() throws {
        guard var cells = try reader.next() else { return waiting = nil }
        let owner = try cells.id()
        waiting = (owner, try value(&cells))
    }

    /// The values of the next owner; those of whom nobody asked are left out.
    func next(_ owner: Int64) throws -> [Value] {
        while let (other, _) = waiting, other < owner { try advance() }
        var values: [Value] = []
        while let (other, value) = waiting, other == owner {
            values.append(value)
            try advance()
        }
        return values
    }
}
