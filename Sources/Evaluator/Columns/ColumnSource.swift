package import ArticleStore
package import Articles

/// An archive as columns, which answer most of a question without reading quotes.
package struct ColumnSource: Sendable {
    /// The columns; made anew, and not as the archive keeps them, where `remade` is set. Nil for an archive that no column can hold.
    package var table: @Sendable (_ remade: Bool) throws -> QuoteTable?
    /// The rows with one term of each group; nil where the index cannot tell.
    package var rows: @Sendable (_ terms: [[String]], QuoteTable) throws -> RowSet?
    /// Looks at the printed words of quotes, in the order of their numbers; with those between quotation marks where these are asked for, and
    /// with what is behind the quotes that are given last.
    package var words:
        @Sendable (
            _ ids: [Int64], _ quoted: Bool, _ anaphors: [Int64], _ look: (PrintedWords) throws -> Void
        ) throws -> Void
    /// Looks at the trails of quotes, in the order of their numbers; those that have none are passed over.
    package var trails:
        @Sendable (_ ids: [Int64], _ look: (Int64, UnsafeRawBufferPointer) throws -> Void) throws -> Void
    /// The quotes of a look-up.
    package var quotes: @Sendable (QuoteLookup) throws -> [QuoteRecord]

    /// The speakers, and the articles, of some numbers in the archive.
    package var speakers: @Sendable ([Int64]) throws -> [SpeakerRecord]
    package var articles: @Sendable ([Int64]) throws -> [ArticleRecord]

    /// The columns of an archive.
    package init(_ store: ArticleStore) {
        table = { try store.table(remade: $0) }
        rows = { try store.rows(withTerms: $0, in: $1) }
        words = { try store.forEachWords(ofQuotes: $0, quoted: $1, anaphors: $2, $3) }
        trails = { try store.forEachTrail(ofQuotes: $0, $1) }
        quotes = { try store.quotes($0) }
        speakers = { try store.speakers($0) }
        articles = { try store.articles($0) }
    }
}

extension ColumnSource {
    /// What the columns give; where those that the archive keeps are damaged or outdated, what others give that are made anew. Nil where there
    /// are none.
    func current<Value>(_ body: (QuoteTable) throws -> Value?) throws -> Value? {
        do {
            return try table(false).flatMap(body)
        } catch is OutdatedTable {
            return try table(true).flatMap(body)
        }
    }

    /// How many quotes pass a look-up; nil where it asks for what columns do not tell at once.
    func count(_ lookup: QuoteLookup) throws -> Int? {
        var rest = lookup
        (rest.terms, rest.ids, rest.inAnyVersion) = ([], nil, false)
        guard rest == QuoteLookup() else { return nil }
        return try current { table in
            var found = try table.searched(inAnyVersion: lookup.inAnyVersion)
            if let ids = lookup.ids { found.formIntersection(try table.rows(ofQuotes: ids)) }
            if let hits = try rows(lookup.terms, table) { found.formIntersection(hits) }
            return found.count
        }
    }

    /// How many quotes are read at once, so that a question can be cancelled in between.
    static let batch = 256

    /// How many quotes are looked at in one reading of the archive.
    private static let stretch = 4096

    /// Looks at the printed words of rows, in the order of their quotes' numbers in the archive.
    /// - Parameters:
    ///   - quoted: whether the parts between quotation marks are read too.
    ///   - anaphors: the rows of which is read what they stand for.
    func forEachWords(
        of rows: RowSet, _ table: QuoteTable, quoted: Bool, anaphors: RowSet,
        _ look: (_ row: Int, PrintedWords) throws -> Void
    ) throws {
        let all = try table.inOrderOfIDs(rows)
        for start in stride(from: 0, to: all.count, by: ColumnSource.stretch) {
            try GivingUp.check()
            let some = all[start..<min(start + ColumnSource.stretch, all.count)]
            var next = start
            try words(some.map(\.id), quoted, some.filter { anaphors.contains($0.row) }.map(\.id)) { words in
                while all[next].id < words.id { next += 1 }
                try look(all[next].row, words)
            }
        }
    }

    /// The quotes of some numbers in the archive, in the order of the numbers given.
    func records(_ ids: [Int64]) throws -> [QuoteRecord] {
        var found: [Int64: QuoteRecord] = [:]
        for start in stride(from: 0, to: ids.count, by: 4 * ColumnSource.batch) {
            try GivingUp.check()
            var lookup = QuoteLookup()
            lookup.inAnyVersion = true
            lookup.ids = Array(ids[start..<min(start + 4 * ColumnSource.batch, ids.count)])
            for record in try quotes(lookup) { found[record.id] = record }
        }
        return ids.compactMap { found[$0] }
    }
}
