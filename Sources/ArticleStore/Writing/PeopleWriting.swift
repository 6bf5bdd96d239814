import Articles
import Dates
import GRDB
import Text

extension Database {
    /// Every speaker as found in one version of an article, in the order of the archive.
    func articleSpeakers() throws -> [ArticleSpeaker] {
        var aliases: [Int64: [String]] = [:]
        let found = try rows("SELECT article_speaker_id, alias FROM article_speaker_aliases ORDER BY 1, position") {
            (try $0.id(), try $0.text())
        }
        for (row, alias) in found { aliases[row, default: []].append(alias) }
        return try rows(
            """
            SELECT e.id, v.article_id, e.name, e.kind, e.role, e.organisation, a.published_first, a.published_last
            FROM article_speakers e
            JOIN versions v ON v.id = e.version_id JOIN articles a ON a.id = v.article_id
            JOIN sources s ON s.id = a.source_id
            ORDER BY \(Database.articleOrder), e.position
            """
        ) { cells in
            let (row, article) = (try cells.id(), try cells.id())
            let speaker = Speaker(
                name: try cells.text(), kind: try cells.word(Speaker.Kind.self), aliases: aliases[row] ?? [],
                role: try cells.optionalText(), organisation: try cells.optionalText())
            return ArticleSpeaker(
                id: row,
                found: LinkableSpeaker(speaker: speaker, article: article, published: try cells.optionalInterval()))
        }
    }

    /// Puts people (`linked` has one for each of `found`) in the place of all speakers; `names` are those that were decided.
    func replaceSpeakers(_ found: [ArticleSpeaker], by linked: LinkedPeople, named names: [Int: String] = [:]) throws {
        let last = try self.rows("SELECT coalesce(max(id), 0) FROM speakers") { try $0.id() }.first ?? 0
        var people: [Int: [ArticleSpeaker]] = [:]
        var order: [Int] = []
        let rows = RowWriter(self)
        for (number, speaker) in zip(linked.numbers, found) {
            if people[number] == nil { order.append(number) }
            people[number, default: []].append(speaker)
        }
        for number in order {
            let members = people[number] ?? []
            let known = linked.known[number]
            let (speaker, roles) = merged(members, named: names[number], known: known)
            let row = try rows.insertSpeaker(speaker)
            for member in members {
                try run("UPDATE article_speakers SET speaker_id = ? WHERE id = ?", [row, member.id])
            }
            for (position, role) in roles.enumerated() {
                try rows.insert(
                    into: "speaker_roles",
                    [
                        "speaker_id": row, "position": position, "role": role.name,
                        "first_day": role.days?.first.stored, "last_day": role.days?.last.stored,
                        "articles": role.articles,
                    ])
            }
        }
        try run("DELETE FROM speakers WHERE id <= ?", [last])
        try run("DELETE FROM speaker_joins")
        for (index, reason) in linked.reasons.sorted(by: { $0.key < $1.key }) {
            try rows.insert(
                into: "speaker_joins",
                ["article_speaker_id": found[index].id, "rule": reason.rule.rawValue, "name": reason.name])
        }
    }
}

/// A speaker as found in one version of an article.
struct ArticleSpeaker {
    let id: Int64
    let found: LinkableSpeaker

    var article: Int64 { found.article }
    var speaker: Speaker { found.speaker }
}

/// One speaker in the place of several, with the roles by which articles call it.
///
/// A name that was `decided` comes before all others, then the one that the user told, then what `printedName(of:)` finds.
func merged(
    _ members: [ArticleSpeaker], named decided: String? = nil, known: KnownSpeaker? = nil
) -> (speaker: Speaker, roles: [SpeakerProfile.Role]) {
    let name = decided ?? known?.name ?? printedName(of: members)
    var aliases: [String] = []
    var seen: Set = [name]
    let told = known.map { [$0.name] + $0.names } ?? []
    for other in members.flatMap({ [$0.speaker.name] + $0.speaker.aliases }) + told
    where seen.insert(other).inserted {
        aliases.append(other)
    }
    let roles = roles(of: members, known)
    let speaker = Speaker(
        name: name,
        kind: known?.kind ?? (members.first { $0.speaker.name == name } ?? members.first)?.speaker.kind
            ?? .unnamed, aliases: aliases, role: roles.first?.name,
        organisation: known?.organisation ?? members.lazy.compactMap(\.speaker.organisation).first)
    return (speaker, roles)
}

/// The name by which several speakers go.
///
/// It is the one that most articles use, of equal ones the first by bytes; but a single word, such as the last name
/// that is all an article prints, does not stand for a person whom another article names in full.
func printedName(of members: [ArticleSpeaker]) -> String {
    if members.count == 1 { return members[0].speaker.name }
    var articles: [String: Tally] = [:]
    for member in members { articles[member.speaker.name, default: Tally()].count(member.article) }
    let isPerson = members.contains { $0.speaker.kind == .person }
    let full = isPerson ? articles.keys.filter { $0.contains(" ") } : []
    return (full.isEmpty ? Array(articles.keys) : full).min { a, b in
        let (usesOfA, usesOfB) = (articles[a]?.articles ?? 0, articles[b]?.articles ?? 0)
        return usesOfA != usesOfB ? usesOfA > usesOfB : a.utf8.lexicographicallyPrecedes(b.utf8)
    } ?? ""
}

/// The roles by which articles call one speaker, and those that the user told and no article prints; most used first, of equal ones the
/// first printed.
private func roles(of members: [ArticleSpeaker], _ known: KnownSpeaker?) -> [SpeakerProfile.Role] {
    struct Use {
        var prints: [String: Tally] = [:]
        var tally = Tally()
        var days: DateInterval?
        let order: Int
    }
    var uses: [String: Use] = [:]
    for member in members {
        guard let role = member.speaker.role else { continue }
        let key = Folding.key(role)
        var use = uses[key] ?? Use(order: uses.count)
        use.tally.count(member.article)
        use.prints[role, default: Tally()].count(member.article)
        if let published = member.found.published {
            use.days =
                use.days.map { DateInterval(min($0.first, published.first), max($0.last, published.last)) } ?? published
        }
        uses[key] = use
    }
    guard !uses.isEmpty || known != nil else { return [] }
    let printed = uses.values.sorted { a, b in
        a.tally.articles != b.tally.articles ? a.tally.articles > b.tally.articles : a.order < b.order
    }.map { use in
        let print = use.prints.min { a, b in
            a.value.articles != b.value.articles
                ? a.value.articles > b.value.articles : a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
        }
        return SpeakerProfile.Role(name: print?.key ?? "", days: use.days, articles: use.tally.articles)
    }
    let told = (known?.roles ?? []).filter { uses[Folding.key($0.name)] == nil }.map {
        SpeakerProfile.Role(name: $0.name, days: $0.days, articles: 0)
    }
    return printed + told
}

/// Counts articles, whose versions stand side by side.
private struct Tally {
    private(set) var articles = 0
    private var last: Int64 = -1

    mutating func count(_ article: Int64) {
        if article != last { articles += 1 }
        last = article
    }
}
