/// The tables of an archive, in words that a person with `sqlite3` at hand can read.
///
/// Offsets end in `_byte` (UTF-8 bytes of the source) or `_character` (its Unicode code points); dates are the first and
/// the last day of an interval, `2014-01-13`.
enum Schema {
    /// `WhoS`: tells archives from the databases of other programs.
    static let applicationID = 0x5768_6F53
    /// Counts the changes of the tables.
    static let version = 5

    /// Every statement that makes an archive of a version, in order, as SQLite keeps it.
    static func statements(version: Int = Schema.version) -> [String] {
        var statements = tables + indexes
        for added in 1...version {
            let dropped = removals(in: added)
            statements.removeAll { statement in dropped.contains { statement.hasPrefix("CREATE \($0) ") } }
            statements += additions(in: added)
        }
        return statements + views(version: version)
    }

    /// The tables and indexes that a version added to those of the version before.
    ///
    /// Up to the fourth, a version added tables or took some away that are derived, and never changed one: a column more was a table
    /// more, with the same key. The fifth one packs the tables that have most of the rows, and copies what they had: see `Repacking`.
    static func additions(in version: Int) -> [String] {
        switch version {
        case 2: editorialTables + [annotatedArticles] + editorialIndexes
        case 3:
            statementTables + statementIndexes + peopleTables + earlierTexts + originals + similarTexts + columnTables
        case 4: textBands + [quotesOfOtherVersions, ends]
        case 5: rowTables + repointed + [stemTrails] + rowIndexes + statementIndexes
        default: []
        }
    }

    /// The tables and indexes that a version took away from those of the version before; those on a table come before it.
    static func removals(in version: Int) -> [String] {
        switch version {
        // Columns find quotes by dates, and what they do not answer leaves few quotes to be looked at.
        case 4:
            [
                "INDEX similar_texts_other", "TABLE similar_texts", "TABLE sketch_bands", "TABLE text_sketches",
                "INDEX quotes_said", "INDEX statements_said", "INDEX quotes_same_as",
                "INDEX quotes_reference",
            ]
        case 5:
            [
                "INDEX quotes_statement", "INDEX quotes_of_other_versions", "INDEX quotes_reference_end",
                "INDEX article_speakers_speaker", "INDEX mentions_article_speaker", "INDEX articles_published",
            ] + indexesOfRepointed.map { "INDEX \($0)" } + (repackedTables + repointedTables).map { "TABLE \($0)" }
        default: []
        }
    }

    /// The views of a version; they are made anew where a later version opens the archive.
    static func views(version: Int) -> [String] {
        if version >= 5 { return faces + [namedQuotes, articleList, speakerList, namedStatements] }
        return [quoteList(hidesRejected: version >= 2), articleList]
            + (version >= 3 ? [speakerList, statementList] : [])
    }

    private static let annotatedArticles = """
        CREATE TABLE annotated_articles (
            article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
            annotator_version INTEGER NOT NULL
        ) STRICT
        """

    private static let tables = [
        """
        CREATE TABLE sources (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            fingerprint TEXT NOT NULL,
            length INTEGER NOT NULL,
            zlib_bytes BLOB NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE articles (
            id INTEGER PRIMARY KEY,
            source_id INTEGER NOT NULL UNIQUE REFERENCES sources ON DELETE CASCADE,
            outlet TEXT, title TEXT, byline TEXT, url TEXT, language TEXT,
            published_first TEXT, published_last TEXT, published_basis TEXT,
            published_start_byte INTEGER, published_end_byte INTEGER
        ) STRICT
        """,
        """
        CREATE TABLE versions (
            id INTEGER PRIMARY KEY,
            article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            position INTEGER NOT NULL,
            number INTEGER NOT NULL,
            is_latest INTEGER NOT NULL,
            UNIQUE (article_id, position)
        ) STRICT
        """,
        """
        CREATE TABLE zones (
            version_id INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL, start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL,
            PRIMARY KEY (version_id, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE speakers (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT, organisation TEXT,
            quotes INTEGER NOT NULL DEFAULT 0
        ) STRICT
        """,
        """
        CREATE TABLE speaker_aliases (
            speaker_id INTEGER NOT NULL REFERENCES speakers ON DELETE CASCADE,
            position INTEGER NOT NULL, alias TEXT NOT NULL,
            PRIMARY KEY (speaker_id, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE article_speakers (
            id INTEGER PRIMARY KEY,
            version_id INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT, organisation TEXT,
            speaker_id INTEGER NOT NULL REFERENCES speakers,
            UNIQUE (version_id, position)
        ) STRICT
        """,
        """
        CREATE TABLE article_speaker_aliases (
            article_speaker_id INTEGER NOT NULL REFERENCES article_speakers ON DELETE CASCADE,
            position INTEGER NOT NULL, alias TEXT NOT NULL,
            PRIMARY KEY (article_speaker_id, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE statements (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            said_first TEXT, said_last TEXT, said_basis TEXT,
            place TEXT, place_basis TEXT,
            reports INTEGER NOT NULL DEFAULT 0
        ) STRICT
        """,
        """
        CREATE TABLE quotes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            version_id INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
            position INTEGER NOT NULL,
            reference TEXT NOT NULL,
            same_as INTEGER NOT NULL,
            statement_id INTEGER NOT NULL REFERENCES statements,
            outer_id INTEGER,
            kind TEXT NOT NULL, zone TEXT NOT NULL,
            paragraphs INTEGER NOT NULL, confidence REAL NOT NULL,
            start_byte INTEGER NOT NULL, line INTEGER NOT NULL, column_byte INTEGER NOT NULL,
            cue TEXT, cue_lemma TEXT, cue_act TEXT, cue_start_byte INTEGER, cue_end_byte INTEGER,
            said_first TEXT, said_last TEXT, said_basis TEXT, said_start_byte INTEGER, said_end_byte INTEGER,
            place TEXT, place_basis TEXT, place_start_byte INTEGER, place_end_byte INTEGER,
            occasion TEXT, occasion_start_byte INTEGER, occasion_end_byte INTEGER,
            medium TEXT, medium_start_byte INTEGER, medium_end_byte INTEGER,
            antecedent TEXT, antecedent_start_byte INTEGER, antecedent_end_byte INTEGER,
            UNIQUE (version_id, position)
        ) STRICT
        """,
        """
        CREATE TABLE segments (
            quote_id INTEGER NOT NULL REFERENCES quotes ON DELETE CASCADE,
            position INTEGER NOT NULL,
            text TEXT NOT NULL,
            start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL,
            start_character INTEGER NOT NULL, end_character INTEGER NOT NULL,
            PRIMARY KEY (quote_id, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE quoted_parts (
            quote_id INTEGER NOT NULL REFERENCES quotes ON DELETE CASCADE,
            position INTEGER NOT NULL,
            start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL,
            PRIMARY KEY (quote_id, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE mentions (
            quote_id INTEGER NOT NULL REFERENCES quotes ON DELETE CASCADE,
            part TEXT NOT NULL,
            position INTEGER NOT NULL,
            text TEXT, start_byte INTEGER, end_byte INTEGER,
            article_speaker_id INTEGER REFERENCES article_speakers ON DELETE CASCADE,
            PRIMARY KEY (quote_id, part, position)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
        // The tokenizer only cuts at the blanks between terms, which are folded already: `unicode61` would fold a second
        // time, and cut `3.5` and the vowel signs of Indic scripts.
        """
        CREATE VIRTUAL TABLE quote_words USING fts5(\
        terms, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '.'")
        """,
    ]

    private static let indexes = [
        "CREATE INDEX articles_published ON articles (published_first, published_last)",
        "CREATE INDEX article_speakers_speaker ON article_speakers (speaker_id)",
        "CREATE INDEX quotes_statement ON quotes (statement_id)",
        "CREATE INDEX quotes_same_as ON quotes (same_as)",
        "CREATE INDEX quotes_said ON quotes (said_first, said_last)",
        "CREATE INDEX quotes_reference ON quotes (reference)",
        "CREATE INDEX statements_said ON statements (said_first, said_last)",
        "CREATE INDEX mentions_article_speaker ON mentions (article_speaker_id)",
    ]

    /// The quotes that an earlier version printed first: few, where `same_as` of all others is their own number.
    private static let quotesOfOtherVersions =
        "CREATE INDEX quotes_of_other_versions ON quotes (same_as) WHERE same_as <> id"

    /// The last digits of references, which hardly two quotes share.
    private static let ends = "CREATE INDEX quotes_reference_end ON quotes (substr(reference, 13))"

    private static func quoteList(hidesRejected: Bool) -> String {
        """
        CREATE VIEW quote_list AS
        SELECT q.reference, group_concat(DISTINCT p.name) AS speakers, q.cue,
            (SELECT group_concat(text, ' ') FROM (SELECT text FROM segments WHERE quote_id = q.id ORDER BY position))
                AS text,
            q.kind, coalesce(q.said_first, t.said_first) AS said, coalesce(q.place, t.place) AS place,
            a.outlet, a.published_first AS published, s.name AS source, q.line, v.number AS version, v.is_latest,
            q.statement_id, q.id AS quote_id
        FROM quotes q
        JOIN versions v ON v.id = q.version_id
        JOIN articles a ON a.id = v.article_id
        JOIN sources s ON s.id = a.source_id
        JOIN statements t ON t.id = q.statement_id
        LEFT JOIN mentions m ON m.quote_id = q.id AND m.part = 'speaker'
        LEFT JOIN article_speakers e ON e.id = m.article_speaker_id
        LEFT JOIN speakers p ON p.id = e.speaker_id
        \(hidesRejected ? "WHERE q.id NOT IN (SELECT quote_id FROM rejected_quotes)\n" : "")GROUP BY q.id
        """
    }

    static let articleList = """
        CREATE VIEW article_list AS
        SELECT a.id AS article_id, a.outlet, a.published_first AS published, a.title, s.name AS source,
            count(v.id) AS versions
        FROM articles a JOIN sources s ON s.id = a.source_id JOIN versions v ON v.article_id = a.id
        GROUP BY a.id
        """
}
