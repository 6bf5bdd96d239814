import Articles
import Dates
import GRDB
import Text

extension Database {
    /// The setting that says whether articles were added since they were last linked.
    static let isUnlinked = "unlinked"

    /// The order of the archive: that of the sources' names, and within a source that of the text.
    static let articleOrder = "s.name, v.position"

    /// Puts `linked` in the place of all statements of some quotes; one that is in none of them is a statement of its own.
    ///
    /// Only what differs is written: a statement keeps the oldest row that any of its quotes had, unless an earlier one has it.
    func replaceStatements(_ linked: [LinkedStatement], of quotes: QuoteRows) throws {
        let stored = try StatementRows(self, of: quotes)
        let groups = try Groups(linked, quotes)
        var isKept = Array(repeating: false, count: stored.ids.count)
        let before = quotes.statements.map { stored.row(of: $0) }
        let taken = try quotes.scope.isAll ? [] : statements(numbered: quotes)
        for row in quotes.order.map(Int.init) {
            let group = groups.ofQuote[row]
            guard group < 0 || groups.firstRows[Int(group)] == row else { continue }
            let statement = groups.statement(row, linked, quotes)
            let reports = group < 0 ? [Int32(row)] : groups.rows[Int(group)]
            let facts = StatementRows.Facts(statement, reports: quotes.countReporters(reports))
            let id: Int64
            if let old = reports.lazy.compactMap({ before[Int($0)] }).filter({ !isKept[$0] }).min() {
                isKept[old] = true
                id = stored.ids[old]
                if stored.facts(old) != facts || reports.count > 1 { try put(statement: id, facts) }
            } else {
                // The number of a statement that is new is that of a quote, unless another one has it.
                let unused = reports.lazy.map { quotes.ids[Int($0)] }.first {
                    stored.row(of: $0) == nil && !taken.contains($0)
                }
                id = try unused ?? nextNumber()
                try put(statement: id, facts)
            }
            for report in reports where quotes.statements[Int(report)] != id {
                try run(
                    "UPDATE quote_rows SET statement_id = nullif(?, id) WHERE id = ?", [id, quotes.ids[Int(report)]])
            }
        }
        for row in isKept.indices where !isKept[row] {
            try run("DELETE FROM statement_rows WHERE id = ?", [stored.ids[row]])
        }
        try removeStatementsOfOneQuote(quotes.scope)
        try replaceLikenesses(linked, of: quotes)
    }

    /// The numbers of some quotes that statements of any quotes have.
    private func statements(numbered quotes: QuoteRows) throws -> Set<Int64> {
        try ids("SELECT id FROM statement_rows \(quotes.scope.condition(on: "id"))", quotes.scope.values)
    }

    /// A number that no quote has, nor will have.
    private func nextNumber() throws -> Int64 {
        try run("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'quote_rows'")
        return try rows("SELECT seq FROM sqlite_sequence WHERE name = 'quote_rows'") { try $0.id() }.first ?? 0
    }

    /// Takes away the rows of statements that tell no more than their only quote.
    private func removeStatementsOfOneQuote(_ scope: RowScope) throws {
        try run(
            """
            DELETE FROM statement_rows WHERE id IN (
                SELECT t.id FROM (SELECT * FROM statement_rows \(scope.condition(on: "id"))) t JOIN quote_rows q ON q.id = t.id AND q.statement_id IS NULL
                JOIN versions v ON v.id = q.version_id
                WHERE t.said_first IS q.said_first AND t.said_last IS q.said_last AND t.said_basis IS q.said_basis
                    AND t.place IS q.place AND t.place_basis IS q.place_basis
                    AND t.reports = (v.is_latest AND q.id NOT IN (SELECT quote_id FROM rejected_quotes))
                    AND NOT EXISTS (SELECT 1 FROM quote_rows o WHERE o.statement_id = t.id))
            """, scope.values)
    }

    /// Which quotes are in one statement.
    private struct Groups {
        /// For each quote the number of its statement; negative where it is alone.
        private(set) var ofQuote: [Int32]
        /// The quotes of each statement in the order of the archive.
        private(set) var rows: [[Int32]] = []
        private(set) var firstRows: [Int] = []
        /// The place of each statement among those that were linked.
        private var places: [Int] = []

        init(_ linked: [LinkedStatement], _ quotes: QuoteRows) throws {
            ofQuote = Array(repeating: -1, count: quotes.ids.count)
            for (place, statement) in linked.enumerated() where !statement.quotes.isEmpty {
                var rows: [Int32] = []
                for quote in statement.quotes {
                    guard let row = quotes.row(of: quote), ofQuote[row] < 0 else {
                        throw LinkingError(detail: "quote \(quote) is in two statements, or not in the archive")
                    }
                    ofQuote[row] = Int32(self.rows.count)
                    rows.append(Int32(row))
                }
                rows.sort { quotes.ranks[Int($0)] < quotes.ranks[Int($1)] }
                self.rows.append(rows)
                firstRows.append(Int(rows[0]))
                places.append(place)
            }
        }

        /// The statement of a quote.
        func statement(_ row: Int, _ linked: [LinkedStatement], _ quotes: QuoteRows) -> LinkedStatement {
            let group = ofQuote[row]
            if group >= 0 { return linked[places[Int(group)]] }
            return LinkedStatement(
                quotes: [], said: quotes.sayings[Int(quotes.said[row])], place: quotes.places[Int(quotes.place[row])])
        }
    }

    /// Puts the likenesses of statements in the place of all that some quotes have.
    private func replaceLikenesses(_ linked: [LinkedStatement], of quotes: QuoteRows) throws {
        var new = linked.flatMap(\.likenesses)
        new.sort { $0.quote < $1.quote }
        let old = try rows(
            """
            SELECT quote_id, fullest_quote_id, common_words, words, share FROM quote_likenesses
            \(quotes.scope.condition(on: "quote_id")) ORDER BY quote_id
            """, quotes.scope.values
        ) { cells in
            Likeness(
                quote: try cells.id(), fullest: try cells.id(), common: try cells.count(), words: try cells.count(),
                share: try cells.double())
        }
        let rows = RowWriter(self)
        var place = 0
        for likeness in new {
            while place < old.count, old[place].quote < likeness.quote {
                try run("DELETE FROM quote_likenesses WHERE quote_id = ?", [old[place].quote])
                place += 1
            }
            if place < old.count, old[place].quote == likeness.quote {
                place += 1
                if old[place - 1] == likeness { continue }
                try run("DELETE FROM quote_likenesses WHERE quote_id = ?", [likeness.quote])
            }
            try rows.insert(
                into: "quote_likenesses",
                [
                    "quote_id": likeness.quote, "fullest_quote_id": likeness.fullest, "common_words": likeness.common,
                    "words": likeness.words, "share": likeness.share,
                ])
        }
        for likeness in old[place...] {
            try run("DELETE FROM quote_likenesses WHERE quote_id = ?", [likeness.quote])
        }
    }
}

extension QuoteRows {
    /// How many outlets report a statement of some quotes in latest versions; articles of no known outlet count one each.
    fileprivate func countReporters(_ rows: [Int32]) -> Int {
        if rows.count == 1 { return reporters[Int(rows[0])] < 0 ? 0 : 1 }
        return Set(rows.map { reporters[Int($0)] }.filter { $0 >= 0 }).count
    }
}

/// The statements as they are kept, in the order of their rows' numbers.
private struct StatementRows {
    private(set) var ids: [Int64] = []
    private var numbers: [Int32] = []
    private var known: [Facts] = []

    /// What is kept of a statement.
    struct Facts: Hashable {
        let first, last, basis: Int?
        let place: String?
        let placeBasis: Int?
        let reports: Int

        init(_ statement: LinkedStatement, reports: Int) {
            let days = statement.said?.value.storedDays
            (first, last) = (days?.first, days?.last)
            basis = StoredWords.dateBases.numberIfAny(of: statement.said?.basis)
            place = statement.place?.name
            placeBasis = StoredWords.placeBases.numberIfAny(of: statement.place?.basis)
            self.reports = reports
        }

        init(_ cells: inout Cells) throws {
            (first, last, basis) = (try cells.optionalNumber(), try cells.optionalNumber(), try cells.optionalNumber())
            (place, placeBasis) = (try cells.optionalText(), try cells.optionalNumber())
            reports = try cells.count()
        }

        var values: [(any DatabaseValueConvertible)?] { [first, last, basis, place, placeBasis, reports] }
    }

    init(_ db: Database, of quotes: QuoteRows) throws {
        var places: [Facts: Int32] = [:]
        let columns = "said_first, said_last, said_basis, place, place_basis"
        let scope = quotes.scope.isAll ? quotes.scope : RowScope(Set(quotes.statements))
        try db.forEachRow(
            """
            SELECT id, \(columns), reports FROM statement_rows \(scope.condition(on: "id"))
            UNION ALL
            SELECT q.id, \(columns), v.is_latest AND q.id NOT IN (SELECT quote_id FROM rejected_quotes)
            FROM (SELECT * FROM quote_rows \(scope.condition(on: "id"))) q JOIN versions v ON v.id = q.version_id
            WHERE q.statement_id IS NULL AND q.id NOT IN (SELECT id FROM statement_rows)
            ORDER BY id
            """, scope.values + scope.values
        ) { cells in
            ids.append(try cells.id())
            let facts = try Facts(&cells)
            // Most of what is kept of one is kept of others too.
            let number = places[facts] ?? Int32(known.count)
            if number == known.count {
                places[facts] = number
                known.append(facts)
            }
            numbers.append(number)
        }
    }

    func facts(_ row: Int) -> Facts { known[Int(numbers[row])] }

    /// The row of a statement; nil where it is gone.
    func row(of id: Int64) -> Int? {
        let row = ids.partitioningIndex { $0 >= id }
        return row < ids.count && ids[row] == id ? row : nil
    }
}

extension Database {
    /// Writes the row of a statement, in the place of the one that it has.
    fileprivate func put(statement id: Int64, _ facts: StatementRows.Facts) throws {
        try run(
            """
            INSERT INTO statement_rows (id, said_first, said_last, said_basis, place, place_basis, reports)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET (said_first, said_last, said_basis, place, place_basis, reports) =
                (excluded.said_first, excluded.said_last, excluded.said_basis, excluded.place, excluded.place_basis,
                excluded.reports)
            """, [id] + facts.values)
    }
}

/// An answer to a linking question that cannot be stored; becomes `StoreError.Reason.invalidLinking`.
struct LinkingError: Error {
    let detail: String
}
