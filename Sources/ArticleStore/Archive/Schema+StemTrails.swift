/// The order of the words of quotes, by which phrases are looked for without reading the print: see `StemTrail`.
///
/// One row stands for many quotes, so that all of an archive are gone through in some milliseconds.
extension Schema {
    static let stemTrails = """
        CREATE TABLE stem_trails (
            first_quote_id INTEGER PRIMARY KEY, last_quote_id INTEGER NOT NULL,
            trails BLOB NOT NULL
        ) STRICT
        """
}
