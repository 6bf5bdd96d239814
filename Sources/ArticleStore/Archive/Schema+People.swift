/// The tables about who is who: what the user told, and what linking found out by it and by the articles.
extension Schema {
    static let peopleTables = [
        """
        CREATE TABLE known_speakers (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT, organisation TEXT
        ) STRICT
        """,
        """
        CREATE TABLE known_names (
            known_speaker_id INTEGER NOT NULL REFERENCES known_speakers ON DELETE CASCADE,
            position INTEGER NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY (known_speaker_id, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE known_roles (
            known_speaker_id INTEGER NOT NULL REFERENCES known_speakers ON DELETE CASCADE,
            position INTEGER NOT NULL, role TEXT NOT NULL, first_day TEXT, last_day TEXT,
            PRIMARY KEY (known_speaker_id, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE speaker_joins (
            article_speaker_id INTEGER PRIMARY KEY REFERENCES article_speakers ON DELETE CASCADE,
            rule TEXT NOT NULL, name TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE speaker_roles (
            speaker_id INTEGER NOT NULL REFERENCES speakers ON DELETE CASCADE,
            position INTEGER NOT NULL, role TEXT NOT NULL, first_day TEXT, last_day TEXT, articles INTEGER NOT NULL,
            PRIMARY KEY (speaker_id, position)
        ) STRICT, WITHOUT ROWID
        """,
    ]
}
