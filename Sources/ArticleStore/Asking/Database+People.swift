import Articles
import GRDB

extension Database {
    /// The roles of some speakers, and the names that were joined to their own; of a JSON array of numbers.
    func profiles(ofSpeakers ids: String) throws -> [Int64: SpeakerProfile] {
        var profiles: [Int64: SpeakerProfile] = [:]
        let roles = try rows(
            """
            SELECT speaker_id, role, first_day, last_day, articles FROM speaker_roles
            WHERE speaker_id IN (SELECT value FROM json_each(?)) ORDER BY speaker_id, position
            """, [ids]
        ) { cells in
            let speaker = try cells.id()
            let role = SpeakerProfile.Role(
                name: try cells.text(), days: try cells.optionalInterval(), articles: try cells.count())
            return (speaker, role)
        }
        for (speaker, role) in roles { profiles[speaker, default: SpeakerProfile()].roles.append(role) }
        struct Name: Hashable {
            let speaker: Int64
            let name: String
            let reason: JoinReason
        }
        var places: [Name: (index: Int, article: Int64)] = [:]
        // Few of those whom articles name have a reason: these are looked up before anything else is read of them.
        let found = try rows(
            """
            SELECT e.speaker_id, e.name, j.rule, j.name, s.name, v.article_id
            FROM article_speaker_rows r CROSS JOIN speaker_joins j ON j.article_speaker_id = r.id
            JOIN article_speakers e ON e.id = r.id
            JOIN versions v ON v.id = e.version_id JOIN articles a ON a.id = v.article_id
            JOIN sources s ON s.id = a.source_id
            WHERE r.speaker_id IN (SELECT value FROM json_each(?)) ORDER BY \(Database.articleOrder), e.position
            """, [ids]
        ) { cells in
            let (speaker, name) = (try cells.id(), try cells.text())
            let reason = JoinReason(try cells.word(JoinReason.Rule.self), try cells.text())
            return (Name(speaker: speaker, name: name, reason: reason), try cells.text(), try cells.id())
        }
        for (name, source, article) in found {
            var joins = profiles[name.speaker]?.joins ?? []
            if let (index, last) = places[name] {
                if last != article { joins[index].articles += 1 }
                places[name] = (index, article)
            } else {
                places[name] = (joins.count, article)
                joins.append(.init(name: name.name, reason: name.reason, source: source, articles: 1))
            }
            profiles[name.speaker, default: SpeakerProfile()].joins = joins
        }
        return profiles
    }

    /// Why those who say a quote, as its article names them, are the people of the archive that they are; nil for each who goes by the
    /// same name there.
    func joins(ofQuote id: Int64) throws -> [SpeakerProfile.Join?] {
        try rows(
            """
            SELECT s.name, e.name, j.rule, j.name FROM mentions m
            JOIN article_speakers e ON e.id = m.article_speaker_id
            JOIN versions v ON v.id = e.version_id JOIN articles a ON a.id = v.article_id
            JOIN sources s ON s.id = a.source_id
            LEFT JOIN speaker_joins j ON j.article_speaker_id = e.id
            WHERE m.quote_id = ? AND m.part = 'speaker' ORDER BY m.position
            """, [id]
        ) { cells -> SpeakerProfile.Join? in
            let (source, name) = (try cells.text(), try cells.text())
            guard let rule = try cells.optionalWord(JoinReason.Rule.self) else { return nil }
            return SpeakerProfile.Join(
                name: name, reason: JoinReason(rule, try cells.text()), source: source, articles: 1)
        }
    }
}
