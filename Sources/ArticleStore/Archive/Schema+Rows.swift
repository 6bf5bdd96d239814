/// The tables of the fifth format that have most of the rows, in as few bytes as they need; see `Schema.faces` for what they stand for.
///
/// Words of a few are numbers (`StoredWords`), days are counted from 1970-01-01, `said_last` is NULL where it is `said_first`, and
/// `same_as` and `statement_id` are NULL where they are the quote's own number. A quote has its first segment and the first who says
/// it in its own row. `confidence` is in thousandths where these tell it exactly; `start_continuation` and `end_continuation` are the
/// bytes before a place that continue a character.
extension Schema {
    static let rowTables = [
        "CREATE TABLE cues (id INTEGER PRIMARY KEY, text TEXT, lemma TEXT, act TEXT, UNIQUE (text, lemma, act)) STRICT",
        """
        CREATE TABLE speaker_profiles (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT, organisation TEXT, aliases TEXT
        ) STRICT
        """,
        """
        CREATE TABLE article_speaker_rows (
            id INTEGER PRIMARY KEY,
            profile_id INTEGER NOT NULL REFERENCES speaker_profiles,
            speaker_id INTEGER NOT NULL REFERENCES speakers
        ) STRICT
        """,
        """
        CREATE TABLE statement_rows (
            id INTEGER PRIMARY KEY,
            said_first INTEGER, said_last INTEGER, said_basis INTEGER,
            place TEXT, place_basis INTEGER,
            reports INTEGER NOT NULL DEFAULT 0
        ) STRICT
        """,
        """
        CREATE TABLE quote_rows (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            version_id INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
            reference INTEGER NOT NULL,
            same_as INTEGER,
            statement_id INTEGER REFERENCES statement_rows,
            outer_id INTEGER,
            kind INTEGER NOT NULL, zone INTEGER NOT NULL,
            paragraphs INTEGER NOT NULL, confidence ANY NOT NULL,
            line INTEGER NOT NULL, column_byte INTEGER NOT NULL,
            start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL,
            start_continuation INTEGER NOT NULL, end_continuation INTEGER NOT NULL,
            cue_id INTEGER REFERENCES cues, cue_start_byte INTEGER, cue_end_byte INTEGER,
            speaker INTEGER, speaker_text TEXT, speaker_start_byte INTEGER, speaker_end_byte INTEGER,
            said_first INTEGER, said_last INTEGER, said_basis INTEGER, said_start_byte INTEGER, said_end_byte INTEGER,
            place TEXT, place_basis INTEGER, place_start_byte INTEGER, place_end_byte INTEGER,
            occasion TEXT, occasion_start_byte INTEGER, occasion_end_byte INTEGER,
            medium TEXT, medium_start_byte INTEGER, medium_end_byte INTEGER,
            antecedent TEXT, antecedent_start_byte INTEGER, antecedent_end_byte INTEGER,
            text TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE further_segments (
            quote_id INTEGER NOT NULL REFERENCES quote_rows ON DELETE CASCADE,
            position INTEGER NOT NULL,
            text TEXT NOT NULL,
            start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL,
            start_character INTEGER NOT NULL, end_character INTEGER NOT NULL,
            PRIMARY KEY (quote_id, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE further_mentions (
            quote_id INTEGER NOT NULL REFERENCES quote_rows ON DELETE CASCADE,
            part TEXT NOT NULL,
            position INTEGER NOT NULL,
            text TEXT, start_byte INTEGER, end_byte INTEGER,
            article_speaker_id INTEGER,
            PRIMARY KEY (quote_id, part, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE automatic_quotes (
            quote_id INTEGER PRIMARY KEY REFERENCES quote_rows ON DELETE CASCADE,
            kind INTEGER NOT NULL,
            said_first INTEGER, said_last INTEGER, said_basis INTEGER, said_start_byte INTEGER, said_end_byte INTEGER,
            place TEXT, place_basis INTEGER, place_start_byte INTEGER, place_end_byte INTEGER,
            occasion TEXT, occasion_start_byte INTEGER, occasion_end_byte INTEGER,
            medium TEXT, medium_start_byte INTEGER, medium_end_byte INTEGER
        ) STRICT
        """,
        """
        CREATE TABLE undated_quotes (
            quote_id INTEGER PRIMARY KEY REFERENCES quote_rows ON DELETE CASCADE,
            said_first INTEGER, said_last INTEGER, said_basis INTEGER, said_start_byte INTEGER, said_end_byte INTEGER
        ) STRICT
        """,
    ]

    static let rowIndexes = [
        "CREATE INDEX speaker_profiles_name ON speaker_profiles (name)",
        "CREATE INDEX article_speaker_rows_speaker ON article_speaker_rows (speaker_id)",
        "CREATE INDEX quote_rows_version ON quote_rows (version_id)",
        "CREATE INDEX quote_rows_reference_end ON quote_rows (reference & 65535)",
        // Few, where that of most quotes is their own number.
        "CREATE INDEX quote_rows_same_as ON quote_rows (same_as) WHERE same_as IS NOT NULL",
        "CREATE INDEX quote_rows_statement ON quote_rows (statement_id) WHERE statement_id IS NOT NULL",
    ]
}

extension Schema {
    /// The tables that are copied into those above.
    static let repackedTables = [
        "automatic_quotes", "undated_quotes", "segments", "mentions", "quotes", "article_speaker_aliases",
        "article_speakers", "statements",
    ]

    /// The tables of earlier formats whose rows lead to those above instead, and are otherwise the same.
    static let repointedTables = [
        "quoted_parts", "decided_quotes", "rejected_quotes", "automatic_mentions", "editorial_speakers",
        "speaker_joins",
        "quote_likenesses", "publication_evidence",
    ]
    /// Their indexes.
    static let indexesOfRepointed = [
        "quote_likenesses_fullest", "publication_evidence_quote", "publication_evidence_dated_quote",
    ]

    /// What makes those tables.
    static let repointed = statements(version: 4).filter { statement in
        repointedTables.contains { statement.hasPrefix("CREATE TABLE \($0) ") }
    }.map {
        $0.replacing("REFERENCES quotes", with: "REFERENCES quote_rows")
            .replacing("REFERENCES article_speakers", with: "REFERENCES article_speaker_rows")
    }
}
