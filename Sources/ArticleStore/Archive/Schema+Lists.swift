/// The views that version 3 adds for people with `sqlite3` or Datasette: everything by name, no keys to join.
extension Schema {
    static let lists = [speakerList, statementList]

    private static let speakerList = """
        CREATE VIEW speaker_list AS
        SELECT p.name, p.kind, p.role, p.organisation, p.quotes,
            (SELECT group_concat(alias, '; ') FROM (SELECT alias FROM speaker_aliases WHERE speaker_id = p.id ORDER BY position))
                AS other_names,
            p.id AS speaker_id
        FROM speakers p
        """

    private static let statementList = """
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
}
