/// The texts that a source had before it changed, and the versions that were read from them. A version that is in none of these was
/// read from the text that the source has now.
extension Schema {
    static let earlierTexts = [
        """
        CREATE TABLE earlier_texts (
            id INTEGER PRIMARY KEY,
            article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            fingerprint TEXT NOT NULL,
            length INTEGER NOT NULL,
            zlib_bytes BLOB NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE earlier_versions (
            version_id INTEGER PRIMARY KEY REFERENCES versions ON DELETE CASCADE,
            text_id INTEGER NOT NULL REFERENCES earlier_texts ON DELETE CASCADE
        ) STRICT
        """,
        "CREATE INDEX earlier_texts_article ON earlier_texts (article_id)",
    ]
}
