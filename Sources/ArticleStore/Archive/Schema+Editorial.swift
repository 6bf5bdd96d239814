/// The tables of the editorial layer.
///
/// `decisions` and `decision_quotes` are what people decided, and all that cannot be made anew. The others say what follows from
/// that at present, and keep what the annotator had found in the places that a decision changed.
extension Schema {
    static let editorialTables = [
        """
        CREATE TABLE decisions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            action TEXT NOT NULL,
            property TEXT, value TEXT,
            name TEXT, other_name TEXT,
            editor TEXT NOT NULL, decided_at TEXT NOT NULL,
            undone_by TEXT, undone_at TEXT,
            reach INTEGER NOT NULL DEFAULT 0
        ) STRICT
        """,
        """
        CREATE TABLE decision_quotes (
            decision_id INTEGER NOT NULL REFERENCES decisions ON DELETE CASCADE,
            position INTEGER NOT NULL,
            reference TEXT NOT NULL, source TEXT NOT NULL, fingerprint TEXT NOT NULL, version INTEGER NOT NULL,
            segments TEXT NOT NULL, words TEXT NOT NULL, before TEXT,
            PRIMARY KEY (decision_id, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE decided_quotes (
            quote_id INTEGER NOT NULL REFERENCES quotes ON DELETE CASCADE,
            decision_id INTEGER NOT NULL REFERENCES decisions ON DELETE CASCADE,
            PRIMARY KEY (quote_id, decision_id)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE TABLE rejected_quotes (quote_id INTEGER PRIMARY KEY REFERENCES quotes ON DELETE CASCADE) STRICT",
        """
        CREATE TABLE editorial_speakers (
            article_speaker_id INTEGER PRIMARY KEY REFERENCES article_speakers ON DELETE CASCADE
        ) STRICT
        """,
        """
        CREATE TABLE automatic_quotes (
            quote_id INTEGER PRIMARY KEY REFERENCES quotes ON DELETE CASCADE,
            kind TEXT NOT NULL,
            said_first TEXT, said_last TEXT, said_basis TEXT, said_start_byte INTEGER, said_end_byte INTEGER,
            place TEXT, place_basis TEXT, place_start_byte INTEGER, place_end_byte INTEGER,
            occasion TEXT, occasion_start_byte INTEGER, occasion_end_byte INTEGER,
            medium TEXT, medium_start_byte INTEGER, medium_end_byte INTEGER
        ) STRICT
        """,
        """
        CREATE TABLE automatic_mentions (
            quote_id INTEGER NOT NULL REFERENCES quotes ON DELETE CASCADE,
            part TEXT NOT NULL,
            position INTEGER NOT NULL,
            text TEXT, start_byte INTEGER, end_byte INTEGER,
            article_speaker_id INTEGER REFERENCES article_speakers ON DELETE CASCADE,
            PRIMARY KEY (quote_id, part, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE automatic_articles (
            article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
            outlet TEXT, title TEXT, byline TEXT, url TEXT,
            published_first TEXT, published_last TEXT, published_basis TEXT,
            published_start_byte INTEGER, published_end_byte INTEGER
        ) STRICT
        """,
    ]

    static let editorialIndexes = ["CREATE INDEX decision_quotes_reference ON decision_quotes (reference)"]
}
