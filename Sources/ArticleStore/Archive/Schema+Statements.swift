/// The tables that tell why quotes are one statement, and what follows from that for dates; all of it is made anew when the archive is
/// linked.
extension Schema {
    static let statementTables = [
        """
        CREATE TABLE quote_likenesses (
            quote_id INTEGER PRIMARY KEY REFERENCES quotes ON DELETE CASCADE,
            fullest_quote_id INTEGER NOT NULL REFERENCES quotes ON DELETE CASCADE,
            common_words INTEGER NOT NULL, words INTEGER NOT NULL, share REAL NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE publication_evidence (
            article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            position INTEGER NOT NULL,
            quote_id INTEGER NOT NULL REFERENCES quotes ON DELETE CASCADE,
            dated_quote_id INTEGER NOT NULL REFERENCES quotes ON DELETE CASCADE,
            PRIMARY KEY (article_id, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE undated_quotes (
            quote_id INTEGER PRIMARY KEY REFERENCES quotes ON DELETE CASCADE,
            said_first TEXT, said_last TEXT, said_basis TEXT, said_start_byte INTEGER, said_end_byte INTEGER
        ) STRICT
        """,
    ]

    static let statementIndexes = [
        "CREATE INDEX quote_likenesses_fullest ON quote_likenesses (fullest_quote_id)",
        "CREATE INDEX publication_evidence_quote ON publication_evidence (quote_id)",
        "CREATE INDEX publication_evidence_dated_quote ON publication_evidence (dated_quote_id)",
    ]
}
