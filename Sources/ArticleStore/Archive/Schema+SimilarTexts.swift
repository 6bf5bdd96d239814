/// By what articles are found that print much the same text, such as one wire story in many outlets: see `TextBands`.
///
/// The third format kept the sketches of all texts, and which were found to be alike when they were added; that was a seventh of an archive,
/// and a third of the work of adding, for what few ask.
extension Schema {
    static let textBands = [
        """
        CREATE TABLE text_bands (
            first_article_id INTEGER PRIMARY KEY,
            bands BLOB NOT NULL
        ) STRICT
        """
    ]

    static let similarTexts = [
        """
        CREATE TABLE text_sketches (
            article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
            bins BLOB NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE sketch_bands (
            band INTEGER NOT NULL,
            article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            PRIMARY KEY (band, article_id)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE similar_texts (
            article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            other_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            share REAL NOT NULL,
            PRIMARY KEY (article_id, other_id)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX similar_texts_other ON similar_texts (other_id)",
    ]
}
