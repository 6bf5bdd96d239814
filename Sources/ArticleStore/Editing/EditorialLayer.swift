import Articles
import Dates
import GRDB

/// Lays what people decided over what the annotator found: into the same columns, so that every index and every question sees it,
/// with the annotator's values put aside until the decision is taken back.
extension Database {
    /// The quotes that people said are none.
    func rejectedQuotes() throws -> Set<Int64> { try ids("SELECT quote_id FROM rejected_quotes") }

    /// Puts the annotator's values back everywhere.
    func restoreAutomaticValues() throws {
        let quotes = Database.quoteColumns
        let articles = Database.articleColumns
        try execute(
            sql: """
                UPDATE quote_rows SET (\(quotes)) =
                    (SELECT \(quotes) FROM automatic_quotes o WHERE o.quote_id = quote_rows.id)
                WHERE id IN (SELECT quote_id FROM automatic_quotes);
                DELETE FROM further_mentions WHERE quote_id IN (SELECT quote_id FROM automatic_quotes);
                INSERT INTO further_mentions SELECT * FROM automatic_mentions;
                UPDATE articles SET (\(articles)) =
                    (SELECT \(articles) FROM automatic_articles o WHERE o.article_id = articles.id)
                WHERE id IN (SELECT article_id FROM automatic_articles);
                DELETE FROM article_speaker_rows WHERE id IN (SELECT article_speaker_id FROM editorial_speakers);
                DELETE FROM automatic_quotes;
                DELETE FROM automatic_mentions;
                DELETE FROM automatic_articles;
                DELETE FROM editorial_speakers;
                DELETE FROM decided_quotes;
                DELETE FROM rejected_quotes;
                UPDATE decisions SET reach = 0 WHERE reach <> 0
                """)
    }

    /// Puts back what was known of one article before anything was corrected.
    func restoreAutomaticValues(ofArticle id: Int64) throws {
        let columns = Database.articleColumns
        try run(
            """
            UPDATE articles SET (\(columns)) =
                (SELECT \(columns) FROM automatic_articles o WHERE o.article_id = articles.id)
            WHERE id = ? AND id IN (SELECT article_id FROM automatic_articles)
            """, [id])
        try run("DELETE FROM automatic_articles WHERE article_id = ?", [id])
    }

    private static let quoteColumns = """
        kind, said_first, said_last, said_basis, said_start_byte, said_end_byte, \
        place, place_basis, place_start_byte, place_end_byte, \
        occasion, occasion_start_byte, occasion_end_byte, medium, medium_start_byte, medium_end_byte
        """
    private static let articleColumns = """
        outlet, title, byline, url, \
        published_first, published_last, published_basis, published_start_byte, published_end_byte
        """

    /// Lays over what is decided about single quotes and their articles; what is about people comes after they are known.
    func layOver(_ decisions: [DecisionRecord]) throws {
        for record in decisions {
            let quotes = try quotes(at: record.decision.anchors)
            for quote in quotes {
                try insert(into: "decided_quotes", ["quote_id": quote, "decision_id": record.id])
            }
            try setReach(of: record, quotes.count)
            switch record.decision {
            case .correct(_, let property, let value): try correct(quotes, property, value)
            case .reject:
                for quote in quotes { try run("INSERT OR IGNORE INTO rejected_quotes VALUES (?)", [quote]) }
            case .merge, .split: break
            }
        }
    }

    /// Remembers how much a decision changes.
    func setReach(of record: DecisionRecord, _ reach: Int) throws {
        try run("UPDATE decisions SET reach = ? WHERE id = ?", [reach, record.id])
    }

    private func correct(_ quotes: [Int64], _ property: Decision.Property, _ value: CorrectedValue) throws {
        let ids = idList(quotes)
        switch property {
        case .speaker, .to, .kind, .said, .place, .occasion, .medium:
            try saveAutomaticValues(of: ids)
            for quote in quotes { try correct(quote, property, value) }
        case .outlet, .title, .byline, .url, .published:
            let articles = try rows(
                """
                SELECT DISTINCT v.article_id FROM quote_rows q JOIN versions v ON v.id = q.version_id
                WHERE q.id IN (SELECT value FROM json_each(?)) ORDER BY 1
                """, [ids]
            ) { try $0.id() }
            try run(
                """
                INSERT OR IGNORE INTO automatic_articles SELECT id, \(Database.articleColumns) FROM articles
                WHERE id IN (SELECT value FROM json_each(?))
                """, [idList(articles)])
            for article in articles { try correct(article: article, property, value) }
        case .role, .organisation: break
        }
    }

    /// Puts aside what the annotator found in some quotes, unless that was done before; then all their mentions are rows of their own, which
    /// can be changed.
    func saveAutomaticValues(of ids: String) throws {
        try run(
            """
            INSERT INTO automatic_mentions SELECT * FROM mentions WHERE quote_id IN (SELECT value FROM json_each(?))
            AND quote_id NOT IN (SELECT quote_id FROM automatic_quotes)
            """, [ids])
        try run(
            """
            INSERT OR IGNORE INTO automatic_quotes SELECT id, \(Database.quoteColumns) FROM quote_rows
            WHERE id IN (SELECT value FROM json_each(?))
            """, [ids])
        try run(
            """
            INSERT OR IGNORE INTO further_mentions SELECT * FROM mentions
            WHERE quote_id IN (SELECT value FROM json_each(?)) AND part = 'speaker' AND position = 0
            """, [ids])
        try run(
            """
            UPDATE quote_rows SET speaker = NULL, speaker_text = NULL, speaker_start_byte = NULL, speaker_end_byte = NULL
            WHERE id IN (SELECT value FROM json_each(?))
            """, [ids])
    }

    private func correct(_ quote: Int64, _ property: Decision.Property, _ value: CorrectedValue) throws {
        switch property {
        case .speaker:
            try run("DELETE FROM further_mentions WHERE quote_id = ? AND part = 'speaker'", [quote])
            for (position, name) in value.names.enumerated() {
                try insertMention(
                    .speaker, at: position, of: quote, text: nil, speaker: editorialSpeaker(name, of: quote))
            }
        case .to:
            try run("DELETE FROM further_mentions WHERE quote_id = ? AND part = 'addressee'", [quote])
            for name in value.names.prefix(1) {
                let speaker = try kind(ofSpeaker: name).flatMap { $0 == .unnamed ? nil : name }
                try insertMention(
                    .addressee, at: 0, of: quote, text: name,
                    speaker: speaker.map { try editorialSpeaker($0, of: quote) })
            }
        case .kind:
            let kind = value.names.first.flatMap(Quote.Kind.init)
            try run(
                "UPDATE quote_rows SET kind = coalesce(?, kind) WHERE id = ?",
                [StoredWords.kinds.numberIfAny(of: kind), quote])
        case .said:
            let days = value.days
            try run(
                """
                UPDATE quote_rows SET said_first = ?, said_last = ?, said_basis = ?, said_start_byte = NULL,
                said_end_byte = NULL WHERE id = ?
                """,
                [
                    days?.storedDays.first, days?.storedDays.last,
                    days.map { _ in StoredWords.dateBases.number(of: .correction) }, quote,
                ])
        case .place:
            let place = value.names.first
            try run(
                """
                UPDATE quote_rows SET place = ?, place_basis = ?, place_start_byte = NULL, place_end_byte = NULL
                WHERE id = ?
                """, [place, place.map { _ in StoredWords.placeBases.number(of: .correction) }, quote])
        case .occasion, .medium:
            let column = property.rawValue
            try run(
                "UPDATE quote_rows SET \(column) = ?, \(column)_start_byte = NULL, \(column)_end_byte = NULL WHERE id = ?",
                [value.names.first, quote])
        case .role, .organisation, .outlet, .title, .byline, .url, .published: break
        }
    }

    private static let correction = DatedEvidence.Basis.correction.rawValue

    private func correct(article: Int64, _ property: Decision.Property, _ value: CorrectedValue) throws {
        if property == .published {
            let days = value.days
            try run(
                """
                UPDATE articles SET published_first = ?, published_last = ?, published_basis = ?,
                published_start_byte = NULL, published_end_byte = NULL WHERE id = ?
                """, [days?.first.stored, days?.last.stored, days.map { _ in Database.correction }, article])
        } else {
            try run("UPDATE articles SET \(property.rawValue) = ? WHERE id = ?", [value.names.first, article])
        }
    }

    func insertMention(
        _ part: MentionPart, at position: Int, of quote: Int64, text: String?, speaker: Int64?
    ) throws {
        try insert(
            into: "further_mentions",
            [
                "quote_id": quote, "part": part.rawValue, "position": position, "text": text,
                "article_speaker_id": speaker,
            ])
    }

    /// The row of a name that a person gave, among the speakers of the version that prints a quote.
    private func editorialSpeaker(_ name: String, of quote: Int64) throws -> Int64 {
        let version = try rows("SELECT version_id FROM quotes WHERE id = ?", [quote]) { try $0.id() }.first
        guard let version else { throw Damage(detail: "a quote is missing") }
        return try editorialSpeaker(name, inVersion: version)
    }

    /// The row of a name that a person gave, among the speakers of a version; made where there is none.
    func editorialSpeaker(_ name: String, inVersion version: Int64) throws -> Int64 {
        let known = try rows(
            """
            SELECT e.id FROM editorial_speakers d JOIN article_speakers e ON e.id = d.article_speaker_id
            WHERE e.version_id = ? AND e.name = ?
            """, [version, name]
        ) { try $0.id() }
        if let row = known.first { return row }
        let next = try rows(
            """
            SELECT coalesce(max(e.id) + 1, ?1 << \(Schema.speakerBits)) FROM article_speaker_rows e
            WHERE \(Schema.isSpeaker(ofVersion: "?1"))
            """, [version]
        ) { try $0.id() }
        let kind = try kind(ofSpeaker: name) ?? (name.first?.isUppercase ?? false ? .person : .unnamed)
        let speaker = Speaker(name: name, kind: kind)
        let rows = RowWriter(self)
        let row = try insert(
            into: "article_speaker_rows",
            ["id": next.first, "profile_id": rows.profile(of: speaker), "speaker_id": rows.insertSpeaker(speaker)])
        try insert(into: "editorial_speakers", ["article_speaker_id": row])
        return row
    }

    /// What sort of speaker goes by a name in the archive; nil where nobody does.
    private func kind(ofSpeaker name: String) throws -> Speaker.Kind? {
        try rows(
            """
            SELECT kind FROM article_speakers WHERE name = ? ORDER BY id IN (SELECT article_speaker_id FROM
            editorial_speakers), id LIMIT 1
            """, [name]
        ) { try $0.word(Speaker.Kind.self) }.first
    }
}

extension CorrectedValue {
    /// The names or the text; empty for unknown.
    var names: [String] { if case .texts(let texts) = self { texts } else { [] } }
    /// The days; nil for unknown.
    var days: DateInterval? { if case .days(let days) = self { days } else { nil } }
}
