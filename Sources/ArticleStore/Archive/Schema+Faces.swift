/// The views of the fifth format that show what its packed tables keep, under the names and in the words of the tables that earlier
/// formats had.
extension Schema {
    static let faces = [
        quotes, segments, mentions, articleSpeakers, articleSpeakerAliases, quoteStatements, statements,
    ]

    /// What a column of `quote_rows`, or of a table that puts some of them aside, stands for.
    static func value(of column: String, in table: String) -> String {
        let stored = "\(table).\(column)"
        return switch column {
        case "kind": StoredWords.kinds.word(of: stored)
        case "zone": StoredWords.zones.word(of: stored)
        case "said_basis": StoredWords.dateBases.word(of: stored)
        case "place_basis": StoredWords.placeBases.word(of: stored)
        case "said_first": day(stored)
        case "said_last": day("coalesce(\(stored), \(table).said_first)")
        case "reference": "printf('q:%016x', \(stored))"
        case "confidence": "CASE typeof(\(stored)) WHEN 'integer' THEN \(stored) / 1000.0 ELSE \(stored) END"
        case "same_as", "statement_id": "coalesce(\(stored), \(table).id)"
        default: stored
        }
    }

    /// A number that is no day of a calendar is told as such, so that whoever reads it finds out.
    private static func day(_ number: String) -> String {
        "CASE WHEN \(number) IS NOT NULL THEN coalesce(date(\(number) * 86400, 'unixepoch'), 'no day') END"
    }

    /// The number of an article's speaker is that of its version and, behind so many bits, its place there.
    static let speakerBits: Int64 = 24
    /// What tells the place by the number.
    static let speakerMask: Int64 = 1 << speakerBits - 1

    /// The number of a speaker at a position among those of a version.
    static func articleSpeaker(version: Int64, position: Int) -> Int64 { version << speakerBits | Int64(position) }

    /// The condition that the number of a speaker `e` is one of a version.
    static func isSpeaker(ofVersion version: String) -> String {
        "e.id BETWEEN \(version) << \(speakerBits) AND (\(version) << \(speakerBits) | \(speakerMask))"
    }

    private static let quotes: String = {
        let columns = [
            "reference", "same_as", "statement_id", "outer_id", "kind", "zone", "paragraphs", "confidence",
            "start_byte",
            "line", "column_byte", "cue_start_byte", "cue_end_byte", "said_first", "said_last", "said_basis",
            "said_start_byte", "said_end_byte", "place", "place_basis", "place_start_byte", "place_end_byte",
            "occasion",
            "occasion_start_byte", "occasion_end_byte", "medium", "medium_start_byte", "medium_end_byte", "antecedent",
            "antecedent_start_byte", "antecedent_end_byte",
        ]
        return """
            CREATE VIEW quotes AS
            SELECT q.id, q.version_id, c.text AS cue, c.lemma AS cue_lemma, c.act AS cue_act,
            \(columns.map { "    \(value(of: $0, in: "q")) AS \($0)" }.joined(separator: ",\n"))
            FROM quote_rows q LEFT JOIN cues c ON c.id = q.cue_id
            """
    }()

    // Both parts of a view that has two must have columns of the same types, for SQLite to look for rows in each by itself.
    private static let segments = """
        CREATE VIEW segments AS
        SELECT id AS quote_id, CAST(0 AS INTEGER) AS position, text, start_byte, end_byte,
            CAST(start_byte - start_continuation AS INTEGER) AS start_character,
            CAST(end_byte - end_continuation AS INTEGER) AS end_character
        FROM quote_rows
        UNION ALL
        SELECT quote_id, position, text, start_byte, end_byte, start_character, end_character FROM further_segments
        """

    private static let mentions = """
        CREATE VIEW mentions AS
        SELECT q.id AS quote_id, CAST('speaker' AS TEXT) AS part, CAST(0 AS INTEGER) AS position,
            CAST(coalesce(q.speaker_text, CASE WHEN q.speaker_start_byte IS NOT NULL THEN
                (SELECT n.name FROM article_speaker_rows e JOIN speaker_profiles n ON n.id = e.profile_id
                WHERE e.id = (q.version_id << \(speakerBits) | q.speaker)) END) AS TEXT) AS text,
            q.speaker_start_byte AS start_byte, q.speaker_end_byte AS end_byte,
            CAST(q.version_id << \(speakerBits) | q.speaker AS INTEGER) AS article_speaker_id
        FROM quote_rows q
        WHERE q.speaker IS NOT NULL OR q.speaker_start_byte IS NOT NULL
        UNION ALL
        SELECT quote_id, part, position, text, start_byte, end_byte, article_speaker_id FROM further_mentions
        """

    private static let articleSpeakers = """
        CREATE VIEW article_speakers AS
        SELECT e.id, e.id >> \(speakerBits) AS version_id, e.id & \(speakerMask) AS position,
            n.name, n.kind, n.role, n.organisation, e.speaker_id
        FROM article_speaker_rows e JOIN speaker_profiles n ON n.id = e.profile_id
        """

    private static let articleSpeakerAliases = """
        CREATE VIEW article_speaker_aliases AS
        SELECT e.id AS article_speaker_id, l.key AS position, l.value AS alias
        FROM article_speaker_rows e JOIN speaker_profiles n ON n.id = e.profile_id, json_each(n.aliases) l
        """

    /// The statement of each quote; one without a row of its own says what its only quote does.
    private static let quoteStatements: String = {
        let columns = ["said_first", "said_last", "said_basis", "place", "place_basis"].map { column in
            """
                CASE WHEN t.id IS NULL THEN \(value(of: column, in: "q")) ELSE \(value(of: column, in: "t")) END AS \(column)
            """
        }
        return """
            CREATE VIEW quote_statements AS
            SELECT q.id AS quote_id, \(value(of: "statement_id", in: "q")) AS statement_id,
            \(columns.joined(separator: ",\n")),
                CASE WHEN t.id IS NULL THEN v.is_latest AND q.id NOT IN (SELECT quote_id FROM rejected_quotes)
                    ELSE t.reports END AS reports
            FROM quote_rows q JOIN versions v ON v.id = q.version_id
            LEFT JOIN statement_rows t ON t.id = \(value(of: "statement_id", in: "q"))
            """
    }()

    private static let statements: String = {
        let columns = ["said_first", "said_last", "said_basis", "place", "place_basis"].map {
            "\(value(of: $0, in: "t")) AS \($0)"
        }
        return """
            CREATE VIEW statements AS
            SELECT t.id, \(columns.joined(separator: ", ")), t.reports FROM statement_rows t
            UNION ALL
            SELECT s.statement_id, s.said_first, s.said_last, s.said_basis, s.place, s.place_basis, s.reports
            FROM quote_statements s
            WHERE s.quote_id = s.statement_id AND s.statement_id NOT IN (SELECT id FROM statement_rows)
            """
    }()
}
