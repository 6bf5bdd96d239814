/// Questions of an archive as somebody asks them here, each with what comes closest to it in SQL.
struct Questions {
    /// The questions in the language, one statement each.
    private(set) var asked: [String] = []
    /// The same questions in SQL.
    private(set) var sql: [String] = []

    /// Questions of every form in turn, with other names, words and dates each time, until each of both languages has
    /// `length` bytes of them.
    init(length: Int) {
        var number = 0
        var lengths = (0, 0)
        while lengths.0 < length || lengths.1 < length {
            let form = Questions.forms[number % Questions.forms.count]
            let (asked, sql) = form(Details(number))
            if lengths.0 < length { self.asked.append(asked) }
            if lengths.1 < length { self.sql.append(sql) }
            lengths = (lengths.0 + asked.utf8.count + 1, lengths.1 + sql.utf8.count + 2)
            number += 1
        }
    }

    /// The questions as one script.
    var script: String { asked.joined(separator: "\n") + "\n" }

    /// The questions as SQL text.
    var sqlText: String { sql.joined(separator: ";\n") + ";\n" }

    /// The tables that the SQL asks, as an archive has them.
    static let schema = """
        CREATE TABLE article(id INTEGER PRIMARY KEY, source TEXT, outlet TEXT, title TEXT, byline TEXT, published TEXT);
        CREATE TABLE statement(id INTEGER PRIMARY KEY, said TEXT, place TEXT, reports INTEGER);
        CREATE TABLE quote(id INTEGER PRIMARY KEY, article INTEGER, statement INTEGER, version INTEGER, latest INTEGER,
            kind TEXT, act TEXT, cue TEXT, said TEXT, place TEXT, occasion TEXT, words INTEGER, confidence REAL, addressee TEXT);
        CREATE TABLE speaker(id INTEGER PRIMARY KEY, name TEXT, kind TEXT, role TEXT, organisation TEXT);
        CREATE TABLE quote_speaker(quote INTEGER, speaker INTEGER, place INTEGER);
        CREATE INDEX quote_by_article ON quote(article);
        CREATE INDEX quote_by_speaker ON quote_speaker(speaker, quote);
        CREATE VIRTUAL TABLE quote_words USING fts5(text);
        """

    private static let quotes = """
        FROM quote q JOIN article a ON a.id = q.article JOIN quote_speaker qs ON qs.quote = q.id \
        JOIN speaker s ON s.id = qs.speaker
        """

    private static let forms: [@Sendable (Details) -> (String, String)] = [
        { d in
            (
                "who said \"\(d.words)\" where date = \(d.day)",
                "SELECT s.name, q.id \(quotes) JOIN quote_words w ON w.rowid = q.id "
                    + "WHERE w.text MATCH '\"\(d.words)\"' AND q.said = '\(d.day)' ORDER BY q.said, a.published"
            )
        },
        { d in
            (
                "what did \(d.name) say about \(d.place) since \(d.month)",
                "SELECT q.id, s.name \(quotes) JOIN quote_words w ON w.rowid = q.id WHERE s.name = '\(d.name)' "
                    + "AND w.text MATCH '\(d.place)' AND q.said >= '\(d.month)-01' ORDER BY q.said"
            )
        },
        { d in
            (
                "quotes where kind = direct and speaker = \"\(d.name)\" and words > \(d.count)",
                "SELECT q.id \(quotes) WHERE q.kind = 'direct' AND s.name = '\(d.name)' AND q.words > \(d.count)"
            )
        },
        { d in
            (
                "how many quotes per speaker since \(d.day) top \(d.count)",
                "SELECT s.name, count(*) \(quotes) WHERE q.said >= '\(d.day)' GROUP BY s.name ORDER BY 2 DESC LIMIT \(d.count)"
            )
        },
        { d in
            (
                "who denied \"\(d.words)\" and not \"\(d.word)\" in \(d.place)",
                "SELECT s.name, q.id \(quotes) JOIN quote_words w ON w.rowid = q.id WHERE q.act = 'deny' "
                    + "AND w.text MATCH '\"\(d.words)\" NOT \(d.word)' AND q.place = '\(d.place)'"
            )
        },
        { d in
            (
                "when did \(d.name) tell \(d.other) \"\(d.words)\"",
                "SELECT q.said, q.id \(quotes) JOIN quote_words w ON w.rowid = q.id WHERE s.name = '\(d.name)' "
                    + "AND q.addressee = '\(d.other)' AND w.text MATCH '\"\(d.words)\"' ORDER BY q.said"
            )
        },
        { d in
            (
                "quotes \"\(d.word)\" near/5 \"\(d.place)\" by \(d.name) or \(d.other) between \(d.month) and \(d.day)",
                "SELECT q.id \(quotes) JOIN quote_words w ON w.rowid = q.id WHERE w.text MATCH "
                    + "'NEAR(\(d.word) \(d.place), 5)' AND s.name IN ('\(d.name)', '\(d.other)') "
                    + "AND q.said BETWEEN '\(d.month)-01' AND '\(d.day)'"
            )
        },
        { d in
            (
                "articles where outlet in (\"\(d.outlet)\", \"The \(d.place) Post\") and title has \"\(d.word)\" order by published desc",
                "SELECT DISTINCT a.id, a.title FROM article a WHERE a.outlet IN ('\(d.outlet)', 'The \(d.place) Post') "
                    + "AND a.title LIKE '%\(d.word)%' ORDER BY a.published DESC"
            )
        },
        { d in
            (
                "how many statements per month and outlet where speaker = \(d.name) and kind != indirect as csv",
                "SELECT substr(q.said, 1, 7), a.outlet, count(DISTINCT q.statement) \(quotes) WHERE s.name = '\(d.name)' "
                    + "AND q.kind <> 'indirect' GROUP BY 1, 2 ORDER BY 1"
            )
        },
        { d in
            (
                "wordings of \"\(d.words)\" where reports > \(d.count % 5) -- as each outlet has it",
                "SELECT q.id, st.id FROM quote q JOIN statement st ON st.id = q.statement JOIN quote_words w "
                    + "ON w.rowid = q.id WHERE w.text MATCH '\"\(d.words)\"' AND st.reports > \(d.count % 5) /* each outlet */"
            )
        },
        { d in
            (
                "quotes where (speaker = \(d.name) or organisation = \"\(d.outlet)\") and not place = \(d.place)\n"
                    + "  and confidence >= 0.\(d.count % 9 + 1)",
                "SELECT q.id \(quotes) WHERE (s.name = '\(d.name)' OR s.organisation = '\(d.outlet)') "
                    + "AND NOT q.place = '\(d.place)'\n  AND q.confidence >= 0.\(d.count % 9 + 1)"
            )
        },
        { d in
            (
                "speakers about \(d.place) without \"\(d.word)\" top \(d.count)",
                "SELECT DISTINCT s.id, s.name \(quotes) JOIN quote_words w ON w.rowid = q.id WHERE w.text MATCH '\(d.place)' "
                    + "AND s.id NOT IN (SELECT qs.speaker FROM quote_words v JOIN quote_speaker qs ON qs.quote = v.rowid "
                    + "WHERE v.text MATCH '\(d.word)') LIMIT \(d.count)"
            )
        },
    ]
}

/// The names, words and dates of one question.
struct Details {
    let name: String
    let other: String
    let word: String
    let words: String
    let place: String
    let outlet: String
    let day: String
    let month: String
    let count: Int

    init(_ number: Int) {
        func pick(_ values: [String], _ step: Int) -> String { values[number * step % values.count] }
        let names = [
            "Ada Quill", "Boris Tern", "Iris Bell", "O’Brien", "Jürgen Ødegård", "Maya Rook", "Bank of Montreux",
            "Ann Lee", "Omar van der Berg", "United Nations", "Kerry",
        ]
        name = pick(names, 7)
        other = pick(names, 3)
        word = pick(["aid", "harbour", "strike", "terror", "border", "budget", "vaccine"], 3)
        words = pick(["cease fire", "gas attack", "long way to go", "humanitarian corridor", "a deal is close"], 2)
        place = pick(["Brightwater", "Geneva", "Aleppo", "Brussels", "Nairobi", "Lima"], 5)
        outlet = pick(["The Paper", "The Herald", "Harbour Wire", "Al Jazeera America"], 3)
        let (year, month, day) = (2005 + number % 15, 1 + number % 12, 1 + number % 28)
        self.month = "\(year)-\(month < 10 ? "0" : "")\(month)"
        self.day = "\(self.month)-\(day < 10 ? "0" : "")\(day)"
        count = 2 + number % 30
    }
}
