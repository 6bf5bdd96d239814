/// Where texts stand in the files that they were made from, and the bytes of these.
///
/// A text that is its file has no origin. One that stands in its file word for word has an origin and no original: its bytes are kept
/// once. `fingerprint` is that of the text, so that each state of a source keeps its own.
extension Schema {
    static let originals = [
        """
        CREATE TABLE originals (
            id INTEGER PRIMARY KEY,
            fingerprint TEXT NOT NULL,
            length INTEGER NOT NULL,
            zlib_bytes BLOB NOT NULL
        ) STRICT
        """,
        "CREATE INDEX originals_fingerprint ON originals (fingerprint)",
        """
        CREATE TABLE origins (
            id INTEGER PRIMARY KEY,
            article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            fingerprint TEXT NOT NULL,
            file TEXT NOT NULL, item INTEGER,
            start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL,
            character_set TEXT NOT NULL,
            original_id INTEGER REFERENCES originals,
            steps_length INTEGER NOT NULL, zlib_steps BLOB NOT NULL,
            UNIQUE (article_id, fingerprint)
        ) STRICT
        """,
    ]
}
