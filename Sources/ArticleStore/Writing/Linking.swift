import Articles
import Dates
import GRDB

extension Database {
    /// The setting that says whether articles were added since they were last linked.
    static let isUnlinked = "unlinked"

    /// The order of the archive: that of the sources' names, and within a source that of the text.
    static let articleOrder = "s.name, v.position"

    /// Every speaker as found in one version of an article, in the order of the archive.
    func articleSpeakers() throws -> [ArticleSpeaker] {
        var aliases: [Int64: [String]] = [:]
        let found = try rows("SELECT article_speaker_id, alias FROM article_speaker_aliases ORDER BY 1, position") {
            (try $0.id(), try $0.text())
        }
        for (row, alias) in found { aliases[row, default: []].append(alias) }
        return try rows(
            """
            SELECT e.id, v.article_id, e.name, e.kind, e.role, e.organisation FROM article_speakers e
            JOIN versions v ON v.id = e.version_id JOIN articles a ON a.id = v.article_id
            JOIN sources s ON s.id = a.source_id
            ORDER BY \(Database.articleOrder), e.position
            """
        ) { cells in
            let row = try cells.id()
            return ArticleSpeaker(
                id: row, article: try cells.id(),
                speaker: Speaker(
                    name: try cells.text(), kind: try cells.word(Speaker.Kind.self), aliases: aliases[row] ?? [],
                    role: try cells.optionalText(), organisation: try cells.optionalText()))
        }
    }

    /// Puts the people `numbers` (one for each of `found`) in the place of all speakers; `names` are those that were decided.
    func replaceSpeakers(_ found: [ArticleSpeaker], by numbers: [Int], named names: [Int: String] = [:]) throws {
        let last = try rows("SELECT coalesce(max(id), 0) FROM speakers") { try $0.id() }.first ?? 0
        var people: [Int: [ArticleSpeaker]] = [:]
        var order: [Int] = []
        for (number, speaker) in zip(numbers, found) {
            if people[number] == nil { order.append(number) }
            people[number, default: []].append(speaker)
        }
        for number in order {
            let members = people[number] ?? []
            let row = try insertSpeaker(merged(members, named: names[number]))
            for member in members {
                try run("UPDATE article_speakers SET speaker_id = ? WHERE id = ?", [row, member.id])
            }
        }
        try run("DELETE FROM speakers WHERE id <= ?", [last])
    }

    /// Puts `linked` in the place of all statements; a quote that is in none of them is a statement of its own.
    func replaceStatements(_ linked: [LinkedStatement], of quotes: [LinkableQuote]) throws {
        let last = try rows("SELECT coalesce(max(id), 0) FROM statements") { try $0.id() }.first ?? 0
        var open = Dictionary(quotes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for statement in linked where !statement.quotes.isEmpty {
            let row = try insertStatement(statement)
            for quote in statement.quotes {
                guard open.removeValue(forKey: quote) != nil else {
                    throw LinkingError(detail: "quote \(quote) is in two statements, or not in the archive")
                }
                try run("UPDATE quotes SET statement_id = ? WHERE id = ?", [row, quote])
            }
        }
        for quote in quotes where open[quote.id] != nil {
            let row = try insertStatement(LinkedStatement(quotes: [quote.id], said: quote.said, place: quote.place))
            try run("UPDATE quotes SET statement_id = ? WHERE id = ?", [row, quote.id])
        }
        try run("DELETE FROM statements WHERE id <= ?", [last])
    }

    /// Every quote of every version, in the order of the archive.
    func linkableQuotes() throws -> [LinkableQuote] {
        var texts: [Int64: [String]] = [:]
        let segments = try rows("SELECT quote_id, text FROM segments ORDER BY quote_id, position") {
            (try $0.id(), try $0.text())
        }
        for (quote, text) in segments { texts[quote, default: []].append(text) }
        var speakers: [Int64: [Int64]] = [:]
        let mentions = try rows(
            """
            SELECT m.quote_id, e.speaker_id FROM mentions m JOIN article_speakers e ON e.id = m.article_speaker_id
            WHERE m.part = 'speaker' ORDER BY m.quote_id, m.position
            """
        ) { (try $0.id(), try $0.id()) }
        for (quote, speaker) in mentions where !speakers[quote, default: []].contains(speaker) {
            speakers[quote, default: []].append(speaker)
        }
        return try rows(
            """
            SELECT q.id, v.article_id, v.is_latest, a.outlet, a.published_first, a.published_last, q.kind,
                \(Database.textLength),
                \(QuoteColumns.evidence)
            FROM quotes q JOIN versions v ON v.id = q.version_id JOIN articles a ON a.id = v.article_id
            JOIN sources s ON s.id = a.source_id
            ORDER BY \(Database.articleOrder), q.start_byte, q.position
            """
        ) { cells in
            let id = try cells.id()
            let (article, isLatest) = (try cells.id(), try cells.count() != 0)
            let (outlet, published) = (try cells.optionalText(), try cells.optionalInterval())
            let kind = try cells.word(Quote.Kind.self)
            let length = try cells.count()
            let (said, place) = try cells.evidence(in: length)
            return LinkableQuote(
                id: id, article: article, isLatest: isLatest, outlet: outlet, published: published,
                text: texts[id, default: []].joined(separator: " "), kind: kind, speakers: speakers[id] ?? [],
                said: said, place: place)
        }
    }
}

/// A speaker as found in one version of an article.
struct ArticleSpeaker {
    let id: Int64
    let article: Int64
    let speaker: Speaker
}

/// An answer to a linking question that cannot be stored; becomes `StoreError.Reason.invalidLinking`.
struct LinkingError: Error {
    let detail: String
}

/// One speaker in the place of several.
///
/// The name is the one that most articles use, of equal ones the first by bytes; but a single word, such as the last name
/// that is all an article prints, does not stand for a person whom another article names in full. A name that was `decided` comes
/// before all others.
func merged(_ members: [ArticleSpeaker], named decided: String? = nil) -> Speaker {
    struct Use: Hashable {
        let name: String
        let article: Int64
    }
    var articles: [String: Int] = [:]
    for use in Set(members.map { Use(name: $0.speaker.name, article: $0.article) }) {
        articles[use.name, default: 0] += 1
    }
    let names = articles.keys
    let isPerson = members.contains { $0.speaker.kind == .person }
    let full = isPerson ? names.filter { $0.contains(" ") } : []
    let name =
        decided
        ?? (full.isEmpty ? Array(names) : full).min { a, b in
            let (usesOfA, usesOfB) = (articles[a] ?? 0, articles[b] ?? 0)
            return usesOfA != usesOfB ? usesOfA > usesOfB : a.utf8.lexicographicallyPrecedes(b.utf8)
        } ?? ""
    var aliases: [String] = []
    var known: Set = [name]
    for other in members.flatMap({ [$0.speaker.name] + $0.speaker.aliases }) where known.insert(other).inserted {
        aliases.append(other)
    }
    return Speaker(
        name: name, kind: members.first { $0.speaker.name == name }?.speaker.kind ?? .unnamed, aliases: aliases,
        role: members.lazy.compactMap(\.speaker.role).first,
        organisation: members.lazy.compactMap(\.speaker.organisation).first)
}
