import GRDB

extension ArticleStore {
    /// Makes the file as small as it can be: the index without rows that lead nowhere, and no free pages.
    package func vacuum() throws {
        try write { db in
            if try db.setting("stale_words") != "0" { try db.rebuildIndex() }
            try db.execute(sql: "INSERT INTO quote_words (quote_words) VALUES ('optimize')")
        }
        try compact()
    }
}
