/// The tables of what is derived for speed: the columns of `QuoteTable`.
///
/// All of it can be made anew from the other tables, and is where it does not fit them: `archive_state` says of which state of the
/// archive the columns are, and `checksum` whether they are as they were written.
extension Schema {
    static let columnTables = [
        """
        CREATE TABLE quote_columns (
            name TEXT PRIMARY KEY,
            archive_state TEXT NOT NULL, checksum INTEGER NOT NULL, bytes BLOB NOT NULL
        ) STRICT
        """
    ]
}
