import Articles
import GRDB

extension Database {
    /// Links what has changed since the archive was linked, with all that this touches, as linking everything would.
    ///
    /// Dates that others tell of undated articles are looked for by linking everything alone; whatever could change one needs that.
    /// - Returns: what is known of the terms now, and the rows of which nothing has changed; nil where everything must be linked.
    func linkChanges(_ linker: Linker) throws -> (terms: KeptTerms, rows: EarlierRows)? {
        guard case .some(let articles) = try unlinked(), var memory = try LinkMemory(self) else { return nil }
        let inferred = try inferredArticles()
        let before = try DecidedQuotes(self)
        try restoreAutomaticValues()
        let moved = try linkPeople(linker)
        let after = try DecidedQuotes(self)
        let last = try memory.lastQuote()
        guard let moved, inferred.isDisjoint(with: try self.articles(ofQuotes: before.all.union(after.all))) else {
            return nil
        }
        let touched = articles.union(try self.articles(ofQuotes: after.differences(from: before)))
        let new = try ids("SELECT id FROM quote_rows WHERE id > ?", [last])
        guard inferred.isDisjoint(with: touched) else { return nil }
        let all = try quotes(ofArticles: touched).union(new).union(moved)
        let changed = all.subtracting(after.rejected)
        let rejected = after.rejected.subtracting(before.rejected).subtracting(new)
        let added = new.union(before.rejected.subtracting(after.rejected)).intersection(changed)
        let changes = ChangedQuotes(
            changed: changed, added: added,
            rejected: try QuoteRows(self, of: rejected, withRejected: true).linkable.all())
        guard let relinked = try linker.changedQuotes(changes, try linkedArchive(memory)) else { return nil }
        let quotes = try QuoteRows(self, of: relinked.quotes.union(rejected))
        try quotes.complete()
        try replaceStatements(relinked.statements, of: quotes)
        try recountQuotes(
            quotes.quotesOfSpeaker.merging(
                try memory.quotesOfSpeakers(without: relinked.quotes.union(after.rejected)), uniquingKeysWith: +))
        memory.terms.change(by: relinked.frequencies)
        return (
            memory.terms,
            try memory.rows(without: all.union(relinked.quotes).union(before.rejected).union(after.rejected))
        )
    }

    private func linkedArchive(_ memory: LinkMemory) throws -> LinkedArchive {
        let ages = try rows(
            """
            SELECT EXISTS (SELECT 1 FROM publication_evidence)
                OR EXISTS (SELECT 1 FROM articles WHERE published_first IS NULL)
                    AND EXISTS (SELECT 1 FROM articles WHERE published_first IS NOT NULL)
            """
        ) { try $0.count() != 0 }
        return LinkedArchive(
            hasDatedAndUndated: ages.first ?? true, frequencies: memory.terms.frequencies,
            havingWords: { beginnings in
                guard let expression = SearchIndex.expression(beginnings.map { ["\($0)*"] }) else { return nil }
                return try self.rows("SELECT rowid FROM quote_words WHERE quote_words MATCH ?", [expression]) {
                    try $0.id()
                }
            }, saying: memory.quotes,
            statements: { quotes in
                var groups: [Int64: [Int64]] = [:]
                try self.forEachRow(
                    """
                    WITH found (id) AS (
                        SELECT coalesce(statement_id, id) FROM quote_rows WHERE id IN (SELECT value FROM json_each(?)))
                    SELECT statement_id, id FROM quote_rows WHERE statement_id IN (SELECT id FROM found)
                    UNION ALL
                    SELECT id, id FROM quote_rows WHERE statement_id IS NULL AND id IN (SELECT id FROM found)
                    """, [idList(quotes)]
                ) { groups[try $0.id(), default: []].append(try $0.id()) }
                return groups.keys.sorted().compactMap { groups[$0] }
            }, read: { try self.quotesAsPrinted($0) })
    }

    /// Quotes with the dates that they and their articles have of themselves.
    private func quotesAsPrinted(_ ids: Set<Int64>) throws -> [LinkableQuote] {
        let inferred = try inferredArticles()
        let undated = try self.ids(
            "SELECT quote_id FROM undated_quotes WHERE quote_id IN (SELECT value FROM json_each(?))", [idList(ids)])
        return try QuoteRows(self, of: ids).linkable.all().map { quote in
            var quote = quote
            if inferred.contains(quote.article) { quote.published = nil }
            // Inferred dates stand only where there were none, or one that the article's own would have changed.
            if undated.contains(quote.id) { quote.said = try self.ownDate(ofQuote: quote.id) }
            return quote
        }
    }

    private func articles(ofQuotes quotes: Set<Int64>) throws -> Set<Int64> {
        try ids(
            """
            SELECT v.article_id FROM quote_rows q JOIN versions v ON v.id = q.version_id
            WHERE q.id IN (SELECT value FROM json_each(?))
            """, [idList(quotes)])
    }

    private func quotes(ofArticles articles: Set<Int64>) throws -> Set<Int64> {
        try ids(
            """
            SELECT q.id FROM versions v JOIN quote_rows q ON q.version_id = v.id
            WHERE v.article_id IN (SELECT value FROM json_each(?))
            """, [idList(articles)])
    }
}
