import Articles
import Dates
import GRDB
import SpeechVerbs
import Text

extension Database {
    /// The numbers of all articles in the order of their sources' names.
    func articlesBySource() throws -> [Int64] {
        try rows("SELECT a.id FROM articles a JOIN sources s ON s.id = a.source_id ORDER BY s.name") { try $0.id() }
    }

    /// An article as it was read from one of its texts, without what people decided later and without what linking inferred.
    func annotatedArticle(_ text: ArticleText) throws -> AnnotatedArticle {
        let (id, bytes) = (text.article, try bytes(of: text))
        let found = try rows(
            """
            SELECT s.name, coalesce(n.annotator_version, 0), a.language, \(Database.automatic("a", "o", of: ["outlet", "title", "byline",
                "url", "published_first", "published_last", "published_basis", "published_start_byte", "published_end_byte"],
                key: "article_id"))
            FROM articles a JOIN sources s ON s.id = a.source_id
            LEFT JOIN annotated_articles n ON n.article_id = a.id LEFT JOIN automatic_articles o ON o.article_id = a.id
            WHERE a.id = ?
            """, [id]
        ) { cells in
            let (name, annotator, language) = (try cells.text(), try cells.count(), try cells.optionalText())
            var metadata = Metadata(
                outlet: try cells.optionalText(), title: try cells.optionalText(), byline: try cells.optionalText(),
                url: try cells.optionalText(), language: language)
            let days = try cells.optionalInterval()
            let basis = try cells.optionalWord(DatedEvidence.Basis.self)
            // The place of the date is one of the present text.
            let range = text.earlier == nil ? try cells.optionalRange(in: bytes.count) : nil
            if let days, let basis, basis != .crossArticle { metadata.published = DatedEvidence(days, basis, range) }
            return (name, annotator, metadata)
        }
        guard let (name, annotator, metadata) = found.first else { throw Damage(detail: "article \(id) is missing") }
        let versions = try versions(of: text, bytes.count)
        let annotations = try versions.map { try annotation(ofVersion: $0.row, bytes.count) }
        return AnnotatedArticle(
            article: Article(
                source: Source(name: name, bytes: bytes), metadata: metadata, versions: versions.map(\.version),
                found: Findings(annotations: annotations, annotator: annotator, isOfArchive: true)),
            annotations: annotations, annotator: annotator)
    }

    /// Whether what people marked in an article is not what the archive has of it.
    func isMarkedOtherwise(_ item: AnnotatedArticle, as known: Int64) throws -> Bool {
        guard item.annotator == Findings.byHand else { return false }
        return try annotatedArticle(ArticleText(article: known, earlier: nil)).annotations.map(\.quotes)
            != item.annotations.map(\.quotes)
    }

    /// Columns as they were before they were corrected, if they were.
    private static func automatic(_ table: String, _ saved: String, of columns: [String], key: String) -> String {
        columns.map { "CASE WHEN \(saved).\(key) IS NULL THEN \(table).\($0) ELSE \(saved).\($0) END" }
            .joined(separator: ", ")
    }

    func zones(ofVersion id: Int64, _ length: Int) throws -> [Zone] {
        try rows("SELECT kind, start_byte, end_byte FROM zones WHERE version_id = ? ORDER BY position", [id]) { cells in
            Zone(try cells.word(Zone.Kind.self), try cells.range(in: length))
        }
    }

    private func annotation(ofVersion id: Int64, _ length: Int) throws -> Annotation {
        let (speakers, places) = try automaticSpeakers(ofVersion: id)
        let segments = try parts("segments", ofVersion: id, length)
        let quotedParts = try parts("quoted_parts", ofVersion: id, length)
        let mentions = try automaticMentions(ofVersion: id, length)
        let saved: Set = [
            "kind", "said_first", "said_last", "said_basis", "said_start_byte", "said_end_byte", "place", "place_basis",
            "place_start_byte", "place_end_byte", "occasion", "occasion_start_byte", "occasion_end_byte", "medium",
            "medium_start_byte", "medium_end_byte",
        ]
        let columns = QuoteColumns.quote.split(separator: ",").map { name -> String in
            let column = String(name.drop { $0 == " " || $0 == "\n" }.dropFirst("q.".count))
            guard saved.contains(column) else { return "q.\(column)" }
            let found = "CASE WHEN o.quote_id IS NULL THEN q.\(column) ELSE \(Schema.value(of: column, in: "o")) END"
            // Dates that linking inferred stand over those that were found.
            return column.hasPrefix("said_")
                ? "CASE WHEN u.quote_id IS NULL THEN \(found) ELSE \(Schema.value(of: column, in: "u")) END" : found
        }
        let found = try rows(
            """
            SELECT q.id, q.outer_id, \(columns.joined(separator: ", "))
            FROM quotes q LEFT JOIN automatic_quotes o ON o.quote_id = q.id
            LEFT JOIN undated_quotes u ON u.quote_id = q.id WHERE q.version_id = ? ORDER BY q.id
            """, [id]
        ) { cells in
            let (id, outer) = (try cells.id(), try cells.optionalID())
            return (id: id, outer: outer, quote: try cells.quote(in: length).quote)
        }
        let positions = Dictionary(found.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let quotes = try found.map { row in
            var quote = row.quote
            quote.segments = segments[row.id] ?? []
            guard !quote.segments.isEmpty else { throw Damage(detail: "a quote has no words") }
            quote.quotedParts = quotedParts[row.id] ?? []
            quote.outer = row.outer.flatMap { positions[$0] }
            for (part, mention) in mentions[row.id] ?? [] {
                if let speaker = mention.row, places[speaker] == nil {
                    throw Damage(detail: "a mention leads to no speaker of its article")
                }
                let mention = Mention(range: mention.range, speaker: mention.row.flatMap { places[$0] })
                switch part {
                case .speaker: quote.speakers.append(mention)
                case .addressee: quote.addressee = mention
                case .via: quote.via.append(mention)
                }
            }
            return quote
        }
        return Annotation(speakers: speakers, quotes: quotes)
    }

    /// The speakers whom the annotator found in a version, and the place of each row among them.
    private func automaticSpeakers(ofVersion id: Int64) throws -> (speakers: [Speaker], places: [Int64: Int]) {
        var aliases: [Int64: [String]] = [:]
        let names = try rows(
            """
            SELECT l.article_speaker_id, l.alias FROM article_speaker_aliases l
            JOIN article_speaker_rows e ON e.id = l.article_speaker_id WHERE \(Schema.isSpeaker(ofVersion: "?1"))
            ORDER BY 1, l.position
            """, [id]
        ) { (try $0.id(), try $0.text()) }
        for (row, alias) in names { aliases[row, default: []].append(alias) }
        let found = try rows(
            """
            SELECT e.id, e.name, e.kind, e.role, e.organisation FROM article_speakers e
            WHERE \(Schema.isSpeaker(ofVersion: "?1"))
            AND e.id NOT IN (SELECT article_speaker_id FROM editorial_speakers) ORDER BY e.id
            """, [id]
        ) { cells in
            let row = try cells.id()
            let speaker = Speaker(
                name: try cells.text(), kind: try cells.word(Speaker.Kind.self), aliases: aliases[row] ?? [],
                role: try cells.optionalText(), organisation: try cells.optionalText())
            return (row, speaker)
        }
        return (found.map(\.1), Dictionary(found.enumerated().map { ($1.0, $0) }) { first, _ in first })
    }

    /// The stretches of each quote of a version in a table that has them.
    private func parts(_ table: String, ofVersion id: Int64, _ length: Int) throws -> [Int64: [ByteRange]] {
        let found = try rows(
            """
            SELECT p.quote_id, p.start_byte, p.end_byte, p.position FROM \(table) p JOIN quote_rows q ON q.id = p.quote_id
            WHERE q.version_id = ? ORDER BY p.quote_id, p.position
            """, [id]
        ) { (try $0.id(), try $0.range(in: length)) }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    /// The mentions in each quote of a version as the annotator found them.
    private func automaticMentions(
        ofVersion id: Int64, _ length: Int
    ) throws -> [Int64: [(part: MentionPart, mention: (range: ByteRange?, row: Int64?))]] {
        let columns = "m.quote_id, m.part, m.position, m.start_byte, m.end_byte, m.article_speaker_id"
        let found = try rows(
            """
            SELECT * FROM (
                SELECT \(columns) FROM mentions m JOIN quote_rows q ON q.id = m.quote_id
                WHERE q.version_id = ? AND q.id NOT IN (SELECT quote_id FROM automatic_quotes)
                UNION ALL
                SELECT \(columns) FROM automatic_mentions m JOIN quote_rows q ON q.id = m.quote_id WHERE q.version_id = ?)
            ORDER BY quote_id, part, position
            """, [id, id]
        ) { cells in
            let (quote, part) = (try cells.id(), try cells.word(MentionPart.self))
            _ = try cells.count()
            return (quote, part, (range: try cells.optionalRange(in: length), row: try cells.optionalID()))
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map { (part: $0.1, mention: $0.2) } }
    }
}
