import Articles
import Dates
import GRDB

/// What an archive knows of how it was linked last, so that only what has changed since need be linked anew: its columns as they were then,
/// and how frequent the terms were by which quotes are compared.
struct LinkMemory {
    var terms: KeptTerms
    private let table: QuoteTable
    /// The articles, counted as in the columns, that had no date of their own.
    private let isUndated: [Bool]

    private static let linkedState = "linked_state"

    /// Nil where there is none, or one of another state.
    init?(_ db: Database) throws {
        guard let state = try db.setting(LinkMemory.linkedState) else { return nil }
        let stamp = TableStamp(text: state)
        let columns = try LinkedColumns(db, stamp)
        guard let columns, let terms = try KeptTerms(db, stamp) else { return nil }
        self.terms = terms
        table = QuoteTable(stamp: stamp, count: columns.numbers(.ids).count, source: columns)
        do {
            let inferred = try db.inferredArticles()
            let dates = try table.articleDates()
            // What is outdated, or no column, shows when it is read first.
            _ = try (EarlierValues(table, [:], [:]), EarlierCodes(table))
            isUndated = zip(try table.articleIDs(), dates).map { $1 < 0 || inferred.contains($0) }
            for column in [.speakers, .dates, .published] as [QuoteTable.Column] { _ = try table.column(column) }
        } catch is OutdatedTable {
            return nil
        }
    }

    /// Remembers how the archive is linked at present.
    static func keep(_ terms: KeptTerms?, in db: Database) throws {
        guard let terms else { return try db.run("DELETE FROM settings WHERE name = ?", [linkedState]) }
        let stamp = try db.tableStamp()
        try terms.keep(in: db, stamp)
        try db.setSetting(linkedState, stamp.text)
        try db.setUnlinked(.some([]))
    }

    /// The greatest number that a quote had.
    func lastQuote() throws -> Int64 { Int64(try table.ids().max() ?? 0) }

    /// The rows of all but some quotes.
    func rows(without quotes: Set<Int64>) throws -> EarlierRows { try EarlierRows(table, without: quotes) }

    /// The quotes that somebody said on some days, and others of the same people.
    func quotes(_ speeches: [LinkedArchive.Speech]) throws -> Set<Int64> {
        var bySpeaker: [Int64: [LinkedArchive.Speech]] = [:]
        for speech in speeches { bySpeaker[speech.speaker, default: []].append(speech) }
        let ids = try table.speakerIDs()
        let wanted = try table.speakerLists().map { list in list.flatMap { bySpeaker[ids[$0]] ?? [] } }
        let (speakers, articles) = (try table.column(.speakers), try table.column(.articles))
        let (dates, published) = (try table.column(.dates), try table.column(.published))
        let (days, quotes) = (try table.days(), try table.ids())
        let otherwise = try table.rows(with: .isDatedOtherwise)
        func overlaps(_ date: Int32, _ wanted: ClosedRange<Int>) -> Bool {
            guard date >= 0 else { return true }
            return wanted.overlaps(days[Int(date)].first.number...days[Int(date)].last.number)
        }
        var found: Set<Int64> = []
        for (row, list) in speakers.enumerated() where list >= 0 && !wanted[Int(list)].isEmpty {
            let isNear =
                isUndated[Int(articles[row])] || otherwise.contains(row)
                || wanted[Int(list)].contains {
                    overlaps(dates[row], $0.said) || overlaps(published[row], $0.published)
                }
            if isNear { found.insert(Int64(quotes[row])) }
        }
        return found
    }

    /// How many quotes counted for each speaker, but for some quotes.
    func quotesOfSpeakers(without quotes: Set<Int64>) throws -> [Int64: Int] {
        let without = try table.rows(ofQuotes: quotes)
        let lists = try table.speakerLists()
        var counts = [Int](repeating: 0, count: lists.count)
        let speakers = try table.column(.speakers)
        for row in try table.searched(inAnyVersion: false).subtracting(without).rows {
            let list = speakers[Int(row)]
            if list >= 0 { counts[Int(list)] += 1 }
        }
        let ids = try table.speakerIDs()
        var found: [Int64: Int] = [:]
        for (list, count) in zip(lists, counts) where count > 0 {
            for speaker in list { found[ids[speaker], default: 0] += count }
        }
        return found
    }
}

/// The columns that linking needs, as they are kept of a state of the archive.
private struct LinkedColumns: TableSource {
    private var columns: [TablePart: [Int32]] = [:]
    private var lists: [TableTexts: [String]] = [:]

    /// Nil where they are of another state, or damaged.
    init?(_ db: Database, _ stamp: TableStamp) throws {
        for part in TablePart.allCases {
            guard let numbers = try db.columnNumbers(part, stamp) else { return nil }
            columns[part] = numbers
        }
        for part in TableTexts.allCases {
            guard let texts = try db.columnTexts(part, stamp) else { return nil }
            lists[part] = texts
        }
    }

    func numbers(_ part: TablePart) -> [Int32] { columns[part] ?? [] }
    func texts(_ part: TableTexts) -> [String] { lists[part] ?? [] }
}

extension Database {
    /// The articles whose dates others tell.
    func inferredArticles() throws -> Set<Int64> {
        try ids("SELECT DISTINCT article_id FROM publication_evidence")
    }
}
