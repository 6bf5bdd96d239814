import GRDB

extension Schema {
    /// Makes the tables of an empty database, and says whose they are.
    static func create(in db: Database) throws {
        for statement in statements() { try db.execute(sql: statement) }
        try db.setSetting("stale_words", "0")
        try db.setSetting("folding", SearchIndex.folding)
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// Brings an archive of an earlier version up to this one.
    static func upgrade(_ db: Database) throws {
        guard try Int.fetchOne(db, sql: "PRAGMA user_version") == 1 else { return }
        try db.execute(sql: "DROP VIEW quote_list")
        let known = Set(statements(version: 1))
        for statement in statements() where !known.contains(statement) { try db.execute(sql: statement) }
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// Stands in for the tables that an archive of an earlier version lacks, where it can only be read: nobody has decided
    /// anything there.
    static func supplement(_ db: Database) throws {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID,
            try Int.fetchOne(db, sql: "PRAGMA user_version") == 1
        else { return }
        for table in tablesSinceVersion2 {
            try db.execute(sql: "CREATE TEMP TABLE" + table.dropFirst("CREATE TABLE".count))
        }
    }

    /// Whether nothing was ever stored in a database: what is left where the making of an archive was interrupted.
    static func isBlank(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
            && Int.fetchOne(db, sql: "PRAGMA application_id") == 0
    }

    /// What keeps a database from being used as an archive; nil where nothing does.
    ///
    /// The tables are compared with the statements that make them, because an archive can come from a stranger: a view
    /// in the place of a table could keep a question busy for ever, and a trigger could change what is stored.
    static func objection(to db: Database) throws -> StoreError.Reason? {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else { return .foreign }
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if found > version { return .newer(schema: found, known: version) }
        if found < 1 { return .damaged(detail: "format \(found) was never in use") }
        var expected = Set(statements(version: found))
        for row in try Row.fetchAll(db, sql: "SELECT type, name, sql FROM sqlite_master") {
            var cells = Cells(row)
            let type = try cells.text()
            let name = try cells.text()
            guard let sql = try cells.optionalText() else { continue }
            if type == "trigger" { return .damaged(detail: "it has a trigger, `\(name)`, of unknown origin") }
            expected.remove(sql)
            if name.hasPrefix("quote_words_"), !sql.hasPrefix("CREATE TABLE '\(name)'(") {
                return .damaged(detail: "the index table `\(name)` is not what it should be")
            }
        }
        return expected.isEmpty ? nil : .damaged(detail: "\(expected.count) of its tables are missing or changed")
    }
}
