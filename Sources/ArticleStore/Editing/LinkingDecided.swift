import Articles
import GRDB

extension Database {
    /// Redoes what spans articles and what people decided: as far as something has changed since, or wholly where `isWhole` is set.
    func link(_ linker: Linker, isWhole: Bool = false) throws {
        // What is written lies all over the file; the few pages that are kept otherwise would be read again for each row.
        let pages = try rows("PRAGMA cache_size") { try $0.id() }.first ?? -2000
        try execute(sql: "PRAGMA cache_size = -65536")
        defer { try? execute(sql: "PRAGMA cache_size = \(pages)") }
        if !isWhole, let changed = try linkChanges(linker) {
            try keepColumns(changed.rows)
            try LinkMemory.keep(changed.terms, in: self)
        } else {
            let terms = try linkAll(linker)
            try keepColumns()
            try LinkMemory.keep(terms, in: self)
        }
        try setSetting(Database.isUnlinked, "0")
        // What stood in for the linked speakers until now leaves pages that hold nothing.
        try execute(sql: "PRAGMA incremental_vacuum")
    }

    /// Lays over what is decided, and finds out who is who.
    /// - Returns: the quotes of the versions in which a speaker is somebody else now; nil where these are many.
    func linkPeople(_ linker: Linker) throws -> Set<Int64>? {
        let decisions = try decisions(withUndone: false)
        try layOver(decisions)
        let found = try articleSpeakers()
        let linked = linker.people(found.map(\.found), try knownSpeakers())
        guard linked.numbers.count == found.count else {
            throw LinkingError(detail: "\(linked.numbers.count) people were given for \(found.count) speakers")
        }
        let moved =
            decisions.isEmpty
            ? try replaceSpeakers(found, by: linked) : try replaceSpeakers(found, by: linked, decided: decisions)
        guard moved.count <= 10_000 else { return nil }
        return try ids(
            """
            SELECT id FROM quote_rows
            WHERE version_id IN (SELECT value >> \(Schema.speakerBits) FROM json_each(?))
            """, [idList(moved)])
    }

    /// Links everything.
    /// - Returns: what is known of the terms of the quotes; nil where the linker tells nothing of them.
    private func linkAll(_ linker: Linker) throws -> KeptTerms? {
        try restoreAutomaticValues()
        try forgetInferredDates()
        _ = try linkPeople(linker)
        let quotes = try QuoteRows(self)
        let linking = try linker.quotes(quotes.linkable)
        try quotes.complete()
        var statements = linking.statements([:])
        let days = try inferDates(linker, linking.publications(statements))
        if !days.isEmpty {
            statements = linking.statements(days)
            for (quote, days) in days { if let row = quotes.row(of: quote) { quotes.setSaid(days.said, row: row) } }
        }
        try replaceStatements(statements, of: quotes)
        try recountQuotes(quotes.quotesOfSpeaker)
        return linking.frequencies.map(KeptTerms.init)
    }

    private func replaceSpeakers(
        _ found: [ArticleSpeaker], by linked: LinkedPeople, decided decisions: [DecisionRecord]
    ) throws -> [Int64] {
        let editorial = try ids("SELECT article_speaker_id FROM editorial_speakers")
        var people = PeopleDecided(found, linked, editorial: editorial)
        var splits: [DecisionRecord] = []
        for record in decisions {
            switch record.decision {
            case .merge(let name, let other):
                if people.merge(name, into: other) { try setReach(of: record, 1) }
            case .split(let name, let other):
                if people.split(name, from: other) { try setReach(of: record, 1) }
                splits.append(record)
            case .correct, .reject: break
            }
        }
        let moved = try replaceSpeakers(found, by: people.linked, named: people.names)
        for record in splits { try splitMentions(record) }
        for record in decisions { try correctSpeakers(record) }
        return moved
    }

    /// Gives the mentions that print a name, within articles that take it for somebody else's, to a speaker of that name.
    private func splitMentions(_ record: DecisionRecord) throws {
        guard case .split(let name, let other) = record.decision else { return }
        let found = try rows(
            """
            SELECT m.quote_id, m.part, m.position, q.version_id FROM speakers p
            JOIN article_speaker_rows e ON e.speaker_id = p.id JOIN speaker_profiles n ON n.id = e.profile_id
            JOIN quote_rows q ON q.version_id = e.id >> \(Schema.speakerBits)
            JOIN mentions m ON m.quote_id = q.id AND m.article_speaker_id = e.id
            WHERE p.name = ? AND n.name <> ? AND m.text = ? ORDER BY m.quote_id, m.part, m.position
            """, [other, name, name]
        ) { (try $0.id(), try $0.word(MentionPart.self), try $0.count(), try $0.id()) }
        guard !found.isEmpty else { return }
        try saveAutomaticValues(of: idList(found.map(\.0)))
        let namesake = try rows("SELECT id FROM speakers WHERE name = ? ORDER BY id LIMIT 1", [name]) { try $0.id() }
        for (quote, part, position, version) in found {
            let row = try editorialSpeaker(name, inVersion: version)
            if let namesake = namesake.first {
                try run("UPDATE article_speaker_rows SET speaker_id = ? WHERE id = ?", [namesake, row])
            }
            try run(
                "UPDATE further_mentions SET article_speaker_id = ? WHERE quote_id = ? AND part = ? AND position = ?",
                [row, quote, part.rawValue, position])
        }
        try setReach(of: record, found.count)
    }

    /// Corrects the role or the organisation of those who say some quotes.
    private func correctSpeakers(_ record: DecisionRecord) throws {
        guard case .correct(let anchors, let property, let value) = record.decision,
            property == .role || property == .organisation
        else { return }
        try run(
            """
            UPDATE speakers SET \(property.rawValue) = ? WHERE id IN (
                SELECT e.speaker_id FROM mentions m JOIN article_speaker_rows e ON e.id = m.article_speaker_id
                WHERE m.part = 'speaker' AND m.quote_id IN (SELECT value FROM json_each(?)))
            """, [value.names.first, idList(try quotes(at: anchors))])
    }
}
