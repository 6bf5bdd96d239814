import Articles
import Dates
import GRDB

/// What is in an archive at large, told without reading its articles: where its columns are kept, they are counted.
extension Database {
    /// The numbers of the archive.
    func summary() throws -> ArticleStore.Summary {
        let stamp = try tableStamp()
        if let counts = try columnNumbers(.counts, stamp),
            let summary = ArticleStore.Summary(counts)
        {
            return summary
        }
        var summary = ArticleStore.Summary()
        if let columns = try KeptColumns(self), let searched = try KeptColumns.searched(self) {
            summary.articles = columns.articleOutlets.count
            summary.outlets = columns.outlets.count
            (summary.quotes, summary.statements) = searched
        } else {
            summary.articles = try count("articles")
            summary.outlets = try count("(SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL)")
            summary.quotes = try count(
                """
                quotes q JOIN versions v ON v.id = q.version_id
                WHERE v.is_latest AND q.id NOT IN (SELECT quote_id FROM rejected_quotes)
                """)
            summary.statements = try count("statements WHERE reports > 0")
        }
        try countOthers(&summary)
        return summary
    }

    /// The same of columns that were just made.
    func summary(of columns: MadeColumns) throws -> ArticleStore.Summary {
        var summary = ArticleStore.Summary()
        summary.articles = columns.numbers(.articleOutlets).count
        summary.outlets = columns.texts(.outlets).count
        let searched = KeptColumns.searched(columns.numbers(.flags), columns.numbers(.statements))
        (summary.quotes, summary.statements) = searched ?? (0, 0)
        try countOthers(&summary)
        return summary
    }

    /// Counts what no column has.
    private func countOthers(_ summary: inout ArticleStore.Summary) throws {
        summary.versions = try count("versions")
        summary.speakers = try count("speakers WHERE quotes > 0")
    }

    /// The outlets by number of articles, then by name.
    func outlets() throws -> [OutletRecord] {
        guard let columns = try KeptColumns(self) else {
            return try rows(
                "SELECT outlet, count(*) FROM articles WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY 2 DESC, 1"
            ) { OutletRecord(name: try $0.text(), articles: try $0.count()) }
        }
        var counts = Array(repeating: 0, count: columns.outlets.count)
        for outlet in columns.articleOutlets where counts.indices.contains(Int(outlet)) { counts[Int(outlet)] += 1 }
        return zip(columns.outlets, counts).map { OutletRecord(name: $0, articles: $1) }.sorted {
            $0.articles != $1.articles
                ? $0.articles > $1.articles : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
    }

    /// The named speakers who are quoted most, in the order of all.
    func speakers(mostQuoted limit: Int) throws -> [SpeakerRecord] {
        if limit <= Database.mostQuotedKept,
            let kept = try columnNumbers(.mostQuoted, try tableStamp())
        {
            return try speakers(idList(kept.prefix(limit).map(Int64.init)))
        }
        return try speakers(idList(try mostQuoted(limit)))
    }

    /// How many of them are kept with the columns.
    static let mostQuotedKept = 64

    /// Their numbers, found without what is kept.
    func mostQuoted(_ limit: Int) throws -> [Int64] {
        try rows(
            "SELECT id FROM speakers WHERE quotes > 0 AND kind <> ? ORDER BY quotes DESC, name, id LIMIT ?",
            [Speaker.Kind.unnamed.rawValue, limit]
        ) { try $0.id() }
    }

    /// The days of the first and the last article.
    func daysOfPublication() throws -> DateInterval? {
        let stamp = try tableStamp()
        if let dates = try columnNumbers(.articleDates, stamp), let ends = try columnNumbers(.dateValues, stamp) {
            let days = dates.lazy.filter { $0 >= 0 && 2 * Int($0) + 1 < ends.count }.map { 2 * Int($0) }
            guard let first = days.map({ ends[$0] }).min(), let last = days.map({ ends[$0 + 1] }).max() else {
                return nil
            }
            return DateInterval(CalendarDay(number: Int(first)), CalendarDay(number: Int(last)))
        }
        return try rows(
            "SELECT (SELECT min(published_first) FROM articles), (SELECT max(published_last) FROM articles)"
        ) {
            try $0.optionalInterval()
        }.first ?? nil
    }

    private func count(_ rows: String) throws -> Int {
        try self.rows("SELECT count(*) FROM \(rows)") { try $0.count() }.first ?? 0
    }
}

/// The columns by which an archive is counted.
private struct KeptColumns {
    /// For each article the number of its outlet, -1 for none.
    let articleOutlets: [Int32]
    let outlets: [String]

    /// nil where the archive keeps none of its present state, or where they are damaged.
    init?(_ db: Database) throws {
        let stamp = try db.tableStamp()
        guard let articleOutlets = try db.columnNumbers(.articleOutlets, stamp),
            let outlets = try db.columnTexts(.outlets, stamp)
        else { return nil }
        self.articleOutlets = articleOutlets
        self.outlets = outlets
    }

    /// The numbers of the quotes in latest versions that nobody rejected, and of their statements; nil where they cannot be told.
    static func searched(_ db: Database) throws -> (quotes: Int, statements: Int)? {
        let stamp = try db.tableStamp()
        guard let flags = try db.columnNumbers(.flags, stamp), let statements = try db.columnNumbers(.statements, stamp)
        else { return nil }
        return searched(flags, statements)
    }

    /// The same of the columns of flags and of statements.
    static func searched(_ flags: [Int32], _ statements: [Int32]) -> (quotes: Int, statements: Int)? {
        guard flags.count == statements.count else { return nil }
        var quotes = 0
        var found = RowSet(of: statements.count)
        for (flags, statement) in zip(flags, statements) {
            let flags = QuoteTable.Flags(rawValue: flags)
            guard flags.contains(.isLatest), !flags.contains(.isRejected) else { continue }
            guard found.universe > statement, statement >= 0 else { return nil }
            quotes += 1
            found.insert(Int(statement))
        }
        return (quotes, found.count)
    }
}

extension ArticleStore.Summary {
    /// The numbers as they are kept with the columns.
    var numbers: [Int32] { [articles, versions, quotes, statements, speakers, outlets].map { Int32($0) } }

    /// A summary of such numbers; nil of any others.
    init?(_ numbers: [Int32]) {
        guard numbers.count == 6 else { return nil }
        articles = Int(numbers[0])
        versions = Int(numbers[1])
        quotes = Int(numbers[2])
        statements = Int(numbers[3])
        speakers = Int(numbers[4])
        outlets = Int(numbers[5])
    }
}
