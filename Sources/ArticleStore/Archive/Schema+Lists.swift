/// The views for people with `sqlite3` or Datasette: everything by name, no keys to join.
extension Schema {
    static let speakerList = """
        CREATE VIEW speaker_list AS
        SELECT p.name, p.kind, p.role, p.organisation, p.quotes,
            (SELECT group_concat(alias, '; ') FROM (SELECT alias FROM speaker_aliases WHERE speaker_id = p.id ORDER BY position))
                AS other_names,
            p.id AS speaker_id
        FROM speakers p
        """

    static let statementList = """
        CREATE VIEW statement_list AS
        SELECT t.id AS statement_id,
            (SELECT group_concat(name, '; ') FROM (
                SELECT DISTINCT p.name FROM quotes q JOIN mentions m ON m.quote_id = q.id AND m.part = 'speaker'
                JOIN article_speakers e ON e.id = m.article_speaker_id JOIN speakers p ON p.id = e.speaker_id
                WHERE q.statement_id = t.id ORDER BY p.name)) AS speakers,
            (SELECT group_concat(text, ' ') FROM (
                SELECT g.text FROM segments g WHERE g.quote_id = (SELECT min(id) FROM quotes WHERE statement_id = t.id)
                ORDER BY g.position)) AS text,
            t.said_first AS said, t.place, t.reports AS outlets,
            (SELECT count(*) FROM quotes q JOIN versions v ON v.id = q.version_id AND v.is_latest
                WHERE q.statement_id = t.id AND q.id NOT IN (SELECT quote_id FROM rejected_quotes)) AS quotes
        FROM statements t
        """

    /// The quotes by name since the fifth format.
    static let namedQuotes = """
        CREATE VIEW quote_list AS
        SELECT q.reference,
            (SELECT group_concat(DISTINCT name) FROM (
                SELECT p.name, m.position FROM mentions m JOIN article_speaker_rows e ON e.id = m.article_speaker_id
                JOIN speakers p ON p.id = e.speaker_id WHERE m.quote_id = q.id AND m.part = 'speaker' ORDER BY m.position))
                AS speakers,
            q.cue,
            (SELECT group_concat(text, ' ') FROM (
                SELECT g.text, g.position FROM segments g WHERE g.quote_id = q.id ORDER BY g.position)) AS text,
            q.kind, coalesce(q.said_first, t.said_first) AS said, coalesce(q.place, t.place) AS place,
            a.outlet, a.published_first AS published, s.name AS source, q.line, v.number AS version, v.is_latest,
            q.statement_id, q.id AS quote_id
        FROM quotes q
        JOIN versions v ON v.id = q.version_id
        JOIN articles a ON a.id = v.article_id
        JOIN sources s ON s.id = a.source_id
        JOIN quote_statements t ON t.quote_id = q.id
        WHERE q.id NOT IN (SELECT quote_id FROM rejected_quotes)
        """

    /// The statements by name since the fifth format. The limit that is none keeps SQLite from looking for speakers in all quotes, as it
    /// would to take each once.
    static let namedStatements: String = {
        let quotes = """
            SELECT id FROM quote_rows WHERE statement_id = t.id
                UNION ALL SELECT id FROM quote_rows WHERE id = t.id AND statement_id IS NULL
            """
        return """
            CREATE VIEW statement_list AS
            SELECT t.id AS statement_id,
                (SELECT group_concat(name, '; ') FROM (SELECT DISTINCT name FROM (
                    SELECT p.name FROM quote_rows q JOIN mentions m ON m.quote_id = q.id AND m.part = 'speaker'
                    JOIN article_speaker_rows e ON e.id = m.article_speaker_id JOIN speakers p ON p.id = e.speaker_id
                    WHERE q.statement_id = t.id OR q.id = t.id AND q.statement_id IS NULL LIMIT -1) ORDER BY name))
                    AS speakers,
                (SELECT group_concat(text, ' ') FROM (
                    SELECT g.text, g.position FROM segments g WHERE g.quote_id = (SELECT min(id) FROM (\(quotes)))
                    ORDER BY g.position)) AS text,
                t.said_first AS said, t.place, t.reports AS outlets,
                (SELECT count(*) FROM quote_rows q JOIN versions v ON v.id = q.version_id AND v.is_latest
                    WHERE q.id IN (\(quotes)) AND q.id NOT IN (SELECT quote_id FROM rejected_quotes)) AS quotes
            FROM statements t
            """
    }()
}
