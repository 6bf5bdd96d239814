import Articles
import GRDB
import GRDBSQLite

/// Writes rows, those of each table by a statement that is prepared once.
///
/// A class, because all that is written of a batch of articles shares the statements.
final class RowWriter {
    let db: Database
    private var tables: [String: Prepared] = [:]
    private var often: [OftenWritten: Statement] = [:]
    /// What the index has yet to take in.
    private var words: [(quote: Int64, terms: String, trail: [UInt8])] = []
    /// The trails that have yet to be written.
    var trails = TrailBlock()
    /// The rows of cues and of what articles tell of speakers, as far as they were met.
    var cues: [CueForm: Int64] = [:]
    var profiles: [Speaker: Int64] = [:]
    /// The bands of articles that have yet to be written; nil for an article that has none any more.
    var bands: [(article: Int64, bands: [UInt16]?)] = []

    private struct Prepared {
        let columns: [String]
        let statement: Statement
    }

    init(_ db: Database) { self.db = db }

    /// Writes one row of a table that has many rows for each article.
    /// - Parameter bind: gives the values of its columns, in order.
    /// - Returns: its number.
    @discardableResult
    func insert(_ table: OftenWritten, _ bind: (inout BoundRow) -> Void) throws -> Int64 {
        let statement = try often[table] ?? db.cachedStatement(sql: table.insertion)
        often[table] = statement
        // Somebody else may have run the same statement, and SQLite binds nothing to one that stands at its end.
        sqlite3_reset(statement.sqliteStatement)
        var row = BoundRow(of: statement.sqliteStatement)
        bind(&row)
        assert(Int(row.mark) == table.columns.count, "a row of \(table) has other columns")
        try row.write(statement)
        return db.lastInsertedRowID
    }

    /// Writes one row.
    /// - Returns: its number.
    @discardableResult
    func insert(into table: String, _ groups: [Columns]) throws -> Int64 {
        try prepared(table, groups).run(groups.lazy.joined().lazy.map(\.value))
        return db.lastInsertedRowID
    }

    /// Writes one row.
    /// - Returns: its number.
    @discardableResult
    func insert(into table: String, _ columns: Columns) throws -> Int64 { try insert(into: table, [columns]) }

    /// Adds the words of a quote to the index, when all else is written: in between, FTS5 would write what it has gathered at each
    /// statement that may have to be undone by itself.
    /// - Parameter antecedent: what the words stand for.
    func index(_ texts: [String], standingFor antecedent: String?, of quote: Int64) {
        let (terms, trail) = SearchIndex.entry(of: texts, standingFor: antecedent)
        words.append((quote, terms, trail))
    }

    /// Writes what was put off.
    func finish() throws {
        try writeWords()
        try writeTrails()
        try writeBands()
    }

    /// Adds the words that were put off to the index.
    func writeWords() throws {
        for (quote, terms, trail) in words {
            try insert(.words) {
                $0.add(quote)
                $0.add(terms)
            }
            try keepTrail(trail, of: quote)
        }
        words = []
    }

    /// The statement for a row with these columns, which are most often those of the row before.
    private func prepared(_ table: String, _ groups: [Columns]) throws -> Statement {
        let names = groups.lazy.joined().lazy.map(\.key)
        if let known = tables[table], known.columns.elementsEqual(names) { return known.statement }
        let columns = Array(names)
        let marks = repeatElement("?", count: columns.count).joined(separator: ", ")
        let statement = try db.cachedStatement(
            sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))")
        tables[table] = Prepared(columns: columns, statement: statement)
        return statement
    }
}

extension Statement {
    /// Runs it with values in the order of its marks.
    ///
    /// `StatementArguments` would ask for every value what it is; here each binds itself.
    func run(_ values: some Sequence<(any DatabaseValueConvertible)?>) throws {
        try bind(values)
        try execute()
    }

    /// Puts values in the place of its marks.
    func bind(_ values: some Sequence<(any DatabaseValueConvertible)?>) throws {
        // Undoes what was bound before; a mark that nothing is bound to stands for NULL.
        setUncheckedArguments(StatementArguments())
        var mark: CInt = 0
        for value in values {
            mark += 1
            guard let code = value?.bind(to: sqliteStatement, at: mark), code != 0 else { continue }
            throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: sql)
        }
    }
}
