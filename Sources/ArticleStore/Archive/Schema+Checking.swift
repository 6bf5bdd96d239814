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

    /// Brings an archive of an earlier version up to this one, and gives back the room that it needs no more.
    static func upgrade(_ database: some DatabaseWriter) throws {
        guard try database.read(version(of:)) < version else { return }
        try database.writeWithoutTransaction { db in
            // Tables that are copied must not take with them what leads to them.
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON")
            defer { try? db.execute(sql: "PRAGMA legacy_alter_table = OFF; PRAGMA foreign_keys = ON") }
            try db.inTransaction(.immediate) {
                try upgrade(db)
                return .commit
            }
        }
        // A disk that is too full for a second copy keeps the first one as it is.
        try? database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL; VACUUM") }
    }

    /// The version of an archive.
    static func version(of db: Database) throws -> Int { try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }

    private static func upgrade(_ db: Database) throws {
        let found = try version(of: db)
        guard found < version else { return }
        for view in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'view'") {
            try db.execute(sql: "DROP VIEW \(view.quotedDatabaseIdentifier)")
        }
        for added in (found + 1)...version {
            if added == 5 {
                try db.repack()
                continue
            }
            for statement in additions(in: added) { try db.execute(sql: statement) }
            if added == 4 { try db.keepBandsOfSketches() }
            for dropped in removals(in: added) { try db.execute(sql: "DROP \(dropped)") }
        }
        for view in views(version: version) { try db.execute(sql: view) }
        if found < 5 { try db.keepTrailsOfAll() }
        // Columns of an earlier version are packed otherwise; those of a damaged archive are made when it is mended.
        if try Int.fetchOne(db, sql: "SELECT count(*) FROM quote_columns") != 0, (try? db.keepColumns()) == nil {
            try db.run("DELETE FROM quote_columns")
        }
        try db.execute(sql: "PRAGMA user_version = \(version)")
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
        let found = try version(of: db)
        if found > version { return .newer(schema: found, known: version) }
        if found < 1 { return .damaged(detail: "format \(found) was never in use") }
        var expected = Set(statements(version: found))
        let objects = try db.rows("SELECT type, name, sql FROM sqlite_master") {
            (type: try $0.text(), name: try $0.text(), sql: try $0.optionalText())
        }
        for case (let type, let name, let sql?) in objects {
            if type == "trigger" { return .damaged(detail: "it has a trigger, `\(name)`, of unknown origin") }
            expected.remove(sql)
            if name.hasPrefix("quote_words_"), !sql.hasPrefix("CREATE TABLE '\(name)'(") {
                return .damaged(detail: "the index table `\(name)` is not what it should be")
            }
        }
        return expected.isEmpty ? nil : .damaged(detail: "\(expected.count) of its tables are missing or changed")
    }
}
