import Articles
import GRDB
import Text

extension Database {
    /// The articles by publication, outlet and source name, what is unknown last; of a JSON array of numbers, or all.
    func articles(_ ids: String? = nil) throws -> [ArticleRecord] {
        let condition = ids == nil ? "1" : "a.id IN (SELECT value FROM json_each(?))"
        let values = ids.map { [$0] } ?? []
        var versions: [Int64: [Int]] = [:]
        let found = try rows(
            """
            SELECT v.article_id, v.number FROM versions v JOIN articles a ON a.id = v.article_id
            WHERE \(condition) ORDER BY v.article_id, v.position
            """, values
        ) { (try $0.id(), try $0.count()) }
        for (article, number) in found { versions[article, default: []].append(number) }
        return try rows(
            """
            SELECT a.id, s.name, s.length, a.outlet, a.title, a.byline, a.url, a.language, a.published_first,
                a.published_last, a.published_basis, a.published_start_byte, a.published_end_byte
            FROM articles a JOIN sources s ON s.id = a.source_id
            WHERE \(condition)
            ORDER BY a.published_first IS NULL, a.published_first, a.published_last, a.outlet IS NULL, a.outlet, s.name
            """, values
        ) { cells in
            let (id, source, length) = (try cells.id(), try cells.text(), try cells.count())
            var metadata = Metadata(
                outlet: try cells.optionalText(), title: try cells.optionalText(), byline: try cells.optionalText(),
                url: try cells.optionalText(), language: try cells.optionalText())
            let days = try cells.optionalInterval()
            let basis = try cells.optionalWord(DatedEvidence.Basis.self)
            let range = try cells.optionalRange(in: length)
            if let days, let basis { metadata.published = DatedEvidence(days, basis, range) }
            return ArticleRecord(id: id, source: source, metadata: metadata, versions: versions[id] ?? [])
        }
    }

    /// The speakers by number of quotes, then by name; of a JSON array of numbers, or all.
    func speakers(_ ids: String? = nil) throws -> [SpeakerRecord] {
        let condition = ids == nil ? "1" : "p.id IN (SELECT value FROM json_each(?))"
        let values = ids.map { [$0] } ?? []
        var aliases: [Int64: [String]] = [:]
        let found = try rows(
            """
            SELECT l.speaker_id, l.alias FROM speaker_aliases l JOIN speakers p ON p.id = l.speaker_id
            WHERE \(condition) ORDER BY l.speaker_id, l.position
            """, values
        ) { (try $0.id(), try $0.text()) }
        for (speaker, alias) in found { aliases[speaker, default: []].append(alias) }
        return try rows(
            """
            SELECT p.id, p.name, p.kind, p.role, p.organisation, p.quotes FROM speakers p
            WHERE \(condition) ORDER BY p.quotes DESC, p.name, p.id
            """, values
        ) { cells in
            let id = try cells.id()
            let speaker = Speaker(
                name: try cells.text(), kind: try cells.word(Speaker.Kind.self), aliases: aliases[id] ?? [],
                role: try cells.optionalText(), organisation: try cells.optionalText())
            return SpeakerRecord(id: id, speaker: speaker, quotes: try cells.count())
        }
    }

    /// The bytes of an article's source and the zones of one version; nil where there is no such version.
    func text(ofArticle id: Int64, version: Int) throws -> (bytes: [UInt8], version: Version)? {
        let found = try rows(
            """
            SELECT v.id, coalesce(t.length, s.length), coalesce(t.zlib_bytes, s.zlib_bytes) FROM versions v
            JOIN articles a ON a.id = v.article_id JOIN sources s ON s.id = a.source_id
            LEFT JOIN earlier_versions b ON b.version_id = v.id LEFT JOIN earlier_texts t ON t.id = b.text_id
            WHERE v.article_id = ? AND v.number = ? ORDER BY v.position LIMIT 1
            """, [id, version]
        ) { (try $0.id(), try $0.count(), try $0.bytes()) }
        guard let (row, length, compressed) = found.first else { return nil }
        guard let bytes = Compression.inflate(compressed, count: length) else {
            throw Damage(detail: "the text of article \(id) cannot be unpacked")
        }
        let zones = try zones(ofVersion: row, length)
        return (bytes, Version(number: version, zones: zones))
    }
}

extension Database {
    /// The article whose source has this name, with what tells changed bytes from unchanged ones, and the version of the annotator
    /// that read it; 0 where that was not kept.
    func article(named name: String) throws -> (id: Int64, fingerprint: String, length: Int, annotator: Int)? {
        try rows(
            """
            SELECT a.id, s.fingerprint, s.length, coalesce(n.annotator_version, 0) FROM sources s
            JOIN articles a ON a.source_id = s.id LEFT JOIN annotated_articles n ON n.article_id = a.id
            WHERE s.name = ?
            """, [name]
        ) { (try $0.id(), try $0.text(), try $0.count(), try $0.count()) }.first
    }
}
