/// Which articles print much the same text, such as one wire story in many outlets.
///
/// `text_sketches` tells a text at a glance, `sketch_bands` finds those that may be alike, and `similar_texts` says which are, once for
/// each pair, the smaller number first.
extension Schema {
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
