import GRDB

extension Database {
    /// Copies what the tables of the fourth format have into those of the fifth.
    ///
    /// What cannot be in an archive that a program wrote, such as a kind that there is not, is copied as something that cannot be either, so
    /// that a check finds it.
    func repack() throws {
        add(function: Database.referenceNumber)
        defer { remove(function: Database.referenceNumber) }
        let tables = Schema.repackedTables + Schema.repointedTables
        try execute(sql: "DROP INDEX articles_published")
        for table in tables { try execute(sql: "ALTER TABLE \(table) RENAME TO old_\(table)") }
        let isIndex = { (statement: String) in statement.hasPrefix("CREATE INDEX") }
        let additions = Schema.additions(in: 5)
        for statement in additions where !isIndex(statement) { try execute(sql: statement) }
        try copySpeakers()
        try copyQuotes()
        try copyStatements()
        for table in ["quoted_parts", "decided_quotes", "rejected_quotes", "quote_likenesses", "publication_evidence"] {
            try execute(sql: "INSERT INTO \(table) SELECT * FROM old_\(table)")
        }
        for table in tables { try execute(sql: "DROP TABLE old_\(table)") }
        for statement in additions where isIndex(statement) { try execute(sql: statement) }
    }

    /// The number of a quote's name; 0 for what is none.
    private static let referenceNumber = DatabaseFunction("reference_number", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).flatMap { QuoteReference($0)?.number } ?? 0
    }

    /// The number of a speaker of an article by its version and its place there.
    private static let speakerNumber = "e.version_id << \(Schema.speakerBits) | e.position"

    private func copySpeakers() throws {
        let profiles = """
            SELECT e.*, nullif((SELECT json_group_array(alias) FROM (
                SELECT alias FROM old_article_speaker_aliases WHERE article_speaker_id = e.id ORDER BY position)), '[]') AS aliases
            FROM old_article_speakers e
            """
        try execute(
            sql: """
                INSERT INTO speaker_profiles (name, kind, role, organisation, aliases)
                SELECT DISTINCT name, kind, role, organisation, aliases FROM (\(profiles)) ORDER BY id;
                CREATE INDEX temporary_profiles ON speaker_profiles (name);
                INSERT INTO article_speaker_rows (id, profile_id, speaker_id)
                SELECT \(Database.speakerNumber), (SELECT min(n.id) FROM speaker_profiles n WHERE n.name = e.name AND n.kind = e.kind
                        AND n.role IS e.role AND n.organisation IS e.organisation AND n.aliases IS e.aliases),
                    e.speaker_id
                FROM (\(profiles)) e ORDER BY 1;
                DROP INDEX temporary_profiles;
                INSERT INTO editorial_speakers SELECT \(Database.speakerNumber)
                FROM old_editorial_speakers o JOIN old_article_speakers e ON e.id = o.article_speaker_id;
                INSERT INTO speaker_joins SELECT \(Database.speakerNumber), o.rule, o.name
                FROM old_speaker_joins o JOIN old_article_speakers e ON e.id = o.article_speaker_id;
                INSERT INTO automatic_mentions
                SELECT o.quote_id, o.part, o.position, o.text, o.start_byte, o.end_byte, \(Database.speakerNumber)
                FROM old_automatic_mentions o LEFT JOIN old_article_speakers e ON e.id = o.article_speaker_id
                """)
    }

    private func copyQuotes() throws {
        let isFirst = """
            m.part = 'speaker' AND m.position = 0 AND (e.id IS NULL AND m.start_byte IS NOT NULL OR e.version_id = q.version_id)
            """
        let changed = [
            "version_id": "q.version_id", "reference": "reference_number(q.reference)",
            "same_as": "nullif(q.same_as, q.id)",
            "statement_id": "nullif(q.statement_id, q.id)", "outer_id": "q.outer_id",
            "kind": StoredWords.kinds.number(ofColumn: "q.kind"), "zone": StoredWords.zones.number(ofColumn: "q.zone"),
            "paragraphs": "q.paragraphs",
            "confidence": """
            CASE WHEN round(q.confidence * 1000) / 1000.0 = q.confidence THEN CAST(round(q.confidence * 1000) AS INTEGER) \
            ELSE q.confidence END
            """,
            "line": "q.line", "column_byte": "q.column_byte", "start_byte": "coalesce(g.start_byte, q.start_byte)",
            "end_byte": "coalesce(g.end_byte, q.start_byte)",
            "start_continuation": "coalesce(g.start_byte - g.start_character, 0)",
            "end_continuation": "coalesce(g.end_byte - g.end_character, 0)", "cue_id": "c.id",
            "cue_start_byte": "q.cue_start_byte", "cue_end_byte": "q.cue_end_byte", "speaker": "e.position",
            "speaker_text": "CASE WHEN m.start_byte IS NULL OR m.text <> e.name THEN m.text END",
            "speaker_start_byte": "m.start_byte", "speaker_end_byte": "m.end_byte",
            "text": "coalesce(g.text, '')",
        ]
        let copied = [
            "said_start_byte", "said_end_byte", "place", "place_start_byte", "place_end_byte", "occasion",
            "occasion_start_byte", "occasion_end_byte", "medium", "medium_start_byte", "medium_end_byte",
        ]
        let antecedents = ["antecedent", "antecedent_start_byte", "antecedent_end_byte"]
        let quote =
            changed.sorted { $0.key < $1.key } + Database.evidence("q")
            + (copied + antecedents).map { ($0, "q.\($0)") }
        let evidence = Database.evidence("o") + copied.map { ($0, "o.\($0)") }
        let undated = evidence.filter { $0.key.hasPrefix("said") }
        func names(_ columns: [(key: String, value: String)]) -> String { columns.map(\.key).joined(separator: ", ") }
        func values(_ columns: [(key: String, value: String)]) -> String {
            columns.map(\.value).joined(separator: ", ")
        }
        try execute(
            sql: """
                INSERT INTO cues (text, lemma, act) SELECT DISTINCT cue, cue_lemma, cue_act FROM old_quotes
                WHERE cue IS NOT NULL OR cue_lemma IS NOT NULL OR cue_act IS NOT NULL;
                INSERT INTO quote_rows (id, \(names(quote))) SELECT q.id, \(values(quote))
                FROM old_quotes q LEFT JOIN old_segments g ON g.quote_id = q.id AND g.position = 0
                LEFT JOIN cues c ON c.text IS q.cue AND c.lemma IS q.cue_lemma AND c.act IS q.cue_act
                LEFT JOIN (old_mentions m LEFT JOIN old_article_speakers e ON e.id = m.article_speaker_id)
                    ON m.quote_id = q.id AND \(isFirst)
                ORDER BY q.id;
                INSERT INTO further_segments SELECT quote_id, position, text, start_byte, end_byte, start_character, end_character
                FROM old_segments WHERE position <> 0;
                INSERT INTO further_mentions
                SELECT m.quote_id, m.part, m.position, m.text, m.start_byte, m.end_byte, \(Database.speakerNumber)
                FROM old_mentions m LEFT JOIN old_article_speakers e ON e.id = m.article_speaker_id
                LEFT JOIN old_quotes q ON q.id = m.quote_id WHERE NOT coalesce(\(isFirst), 0);
                INSERT INTO automatic_quotes (quote_id, kind, \(names(evidence)))
                SELECT o.quote_id, \(StoredWords.kinds.number(ofColumn: "o.kind")), \(values(evidence)) FROM old_automatic_quotes o;
                INSERT INTO undated_quotes (quote_id, \(names(undated)))
                SELECT o.quote_id, \(values(undated)) FROM old_undated_quotes o
                """)
    }

    /// When and how it is known that something was said, and how where that was.
    private static func evidence(_ table: String) -> [(key: String, value: String)] {
        func day(_ column: String) -> String { "CAST(strftime('%s', \(table).\(column)) AS INTEGER) / 86400" }
        return [
            ("said_first", day("said_first")),
            ("said_last", "CASE WHEN \(table).said_last <> \(table).said_first THEN \(day("said_last")) END"),
            ("said_basis", StoredWords.dateBases.number(ofColumn: "\(table).said_basis")),
            ("place_basis", StoredWords.placeBases.number(ofColumn: "\(table).place_basis")),
        ]
    }

    /// Statements keep their numbers; those of statements to come are numbers of quotes, which begin behind both.
    private func copyStatements() throws {
        let evidence = Database.evidence("o")
        try execute(
            sql: """
                INSERT INTO statement_rows (id, place, reports, \(evidence.map(\.key).joined(separator: ", ")))
                SELECT o.id, o.place, o.reports, \(evidence.map(\.value).joined(separator: ", ")) FROM old_statements o;
                DELETE FROM sqlite_sequence WHERE name = 'quote_rows';
                INSERT INTO sqlite_sequence (name, seq) SELECT 'quote_rows', coalesce(max(seq), 0) FROM sqlite_sequence
                WHERE name IN ('old_quotes', 'old_statements')
                """)
    }
}
