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
        // Who somebody is tells when an article appeared, and not the other way round.
        let own = "CASE WHEN a.published_basis IS NOT '\(DatedEvidence.Basis.crossArticle.rawValue)' THEN a.published_"
        // The speakers of an article stand side by side.
        var last: (article: Int64, published: DateInterval?)?
        return try rows(
            """
            SELECT e.id, e.speaker_id, v.article_id, e.name, e.kind, e.role, e.organisation, \(own)first END,
                \(own)last END
            FROM article_speakers e
            JOIN versions v ON v.id = e.version_id JOIN articles a ON a.id = v.article_id
            JOIN sources s ON s.id = a.source_id
            ORDER BY \(Database.articleOrder), e.position
            """
        ) { cells in
            let (row, person, article) = (try cells.id(), try cells.id(), try cells.id())
            let speaker = Speaker(
                name: try cells.text(), kind: try cells.word(Speaker.Kind.self), aliases: aliases[row] ?? [],
                role: try cells.optionalText(), organisation: try cells.optionalText())
            let published = try last?.article == article ? last?.published : cells.optionalInterval()
            last = (article, published)
            return ArticleSpeaker(
                id: row, person: person,
                found: LinkableSpeaker(speaker: speaker, article: article, published: published))
        }
    }

    /// Puts people (`linked` has one for each of `found`) in the place of all speakers; `names` are those that were decided.
    ///
    /// Only what differs is written: somebody who was known before keeps the row. Of several people of one name, those who come first in
    /// the archive have the smaller numbers, as where all are written anew.
    /// - Returns: those of `found`, by row, who are somebody else now.
    func replaceSpeakers(
        _ found: [ArticleSpeaker], by linked: LinkedPeople, named names: [Int: String] = [:]
    ) throws -> [Int64] {
        var moved: [Int64] = []
        let stored = try SpeakerRows(self)
        var people: [Int: [Int]] = [:]
        var order: [Int] = []
        for (index, number) in linked.numbers.enumerated() {
            if people[number] == nil { order.append(number) }
            people[number, default: []].append(index)
        }
        var kept: Set<Int64> = []
        var lastOfName: [String: Int64] = [:]
        let rows = RowWriter(self)
        for number in order {
            let members = (people[number] ?? []).map { found[$0] }
            let (speaker, roles) = merged(members, named: names[number], known: linked.known[number])
            let last = lastOfName[speaker.name] ?? 0
            let old = members.lazy.map(\.person).filter { $0 > last && !kept.contains($0) && stored[$0] != nil }.min()
            let row: Int64
            if let old {
                row = old
                if stored[old]?.speaker != speaker { try rows.update(speaker: old, speaker) }
                if stored[old]?.roles != roles {
                    try run("DELETE FROM speaker_roles WHERE speaker_id = ?", [old])
                    try rows.insert(roles, of: old)
                }
            } else {
                row = try rows.insertSpeaker(speaker)
                try rows.insert(roles, of: row)
            }
            lastOfName[speaker.name] = row
            kept.insert(row)
            for member in members where member.person != row {
                try run("UPDATE article_speaker_rows SET speaker_id = ? WHERE id = ?", [row, member.id])
                moved.append(member.id)
            }
        }
        for id in stored.ids where !kept.contains(id) { try run("DELETE FROM speakers WHERE id = ?", [id]) }
        try replaceJoins(
            linked.reasons.map { SpeakerJoin(speaker: found[$0].id, rule: $1.rule.rawValue, name: $1.name) })
        return moved
    }

    private struct SpeakerJoin: Hashable {
        let speaker: Int64
        let rule, name: String
    }

    /// Puts the reasons why speakers are somebody in the place of all.
    private func replaceJoins(_ joins: [SpeakerJoin]) throws {
        let old = Set(
            try rows("SELECT article_speaker_id, rule, name FROM speaker_joins") {
                SpeakerJoin(speaker: try $0.id(), rule: try $0.text(), name: try $0.text())
            })
        let new = Set(joins)
        for join in old.subtracting(new).sorted(by: { $0.speaker < $1.speaker }) {
            try run("DELETE FROM speaker_joins WHERE article_speaker_id = ?", [join.speaker])
        }
        let rows = RowWriter(self)
        for join in new.subtracting(old).sorted(by: { $0.speaker < $1.speaker }) {
            try rows.insert(
                into: "speaker_joins", ["article_speaker_id": join.speaker, "rule": join.rule, "name": join.name])
        }
    }

    /// Takes away the speakers of whom no article speaks any more, and brings the counts of the others up to date.
    func recountQuotes(_ counts: [Int64: Int]) throws {
        try run(
            """
            DELETE FROM speakers WHERE NOT EXISTS (SELECT 1 FROM article_speaker_rows e WHERE e.speaker_id = speakers.id)
            """)
        let stored = try rows("SELECT id, quotes FROM speakers ORDER BY id") { (try $0.id(), try $0.count()) }
        for (id, count) in stored where counts[id] ?? 0 != count {
            try run("UPDATE speakers SET quotes = ? WHERE id = ?", [counts[id] ?? 0, id])
        }
    }
}

/// The speakers of the archive as they are kept.
private struct SpeakerRows {
    private var speakers: [Int64: (speaker: Speaker, roles: [SpeakerProfile.Role])] = [:]
    private(set) var ids: [Int64] = []

    init(_ db: Database) throws {
        var aliases: [Int64: [String]] = [:]
        try db.forEachRow("SELECT speaker_id, alias FROM speaker_aliases ORDER BY speaker_id, position") {
            aliases[try $0.id(), default: []].append(try $0.text())
        }
        var roles: [Int64: [SpeakerProfile.Role]] = [:]
        try db.forEachRow(
            "SELECT speaker_id, role, first_day, last_day, articles FROM speaker_roles ORDER BY speaker_id, position"
        ) { cells in
            roles[try cells.id(), default: []].append(
                SpeakerProfile.Role(
                    name: try cells.text(), days: try cells.optionalInterval(), articles: try cells.count()))
        }
        try db.forEachRow("SELECT id, name, kind, role, organisation FROM speakers ORDER BY id") { cells in
            let id = try cells.id()
            ids.append(id)
            let speaker = Speaker(
                name: try cells.text(), kind: try cells.word(Speaker.Kind.self), aliases: aliases[id] ?? [],
                role: try cells.optionalText(), organisation: try cells.optionalText())
            speakers[id] = (speaker, roles[id] ?? [])
        }
    }

    subscript(id: Int64) -> (speaker: Speaker, roles: [SpeakerProfile.Role])? { speakers[id] }
}

extension RowWriter {
    fileprivate func insert(_ roles: [SpeakerProfile.Role], of speaker: Int64) throws {
        for (position, role) in roles.enumerated() {
            try insert(
                into: "speaker_roles",
                [
                    "speaker_id": speaker, "position": position, "role": role.name,
                    "first_day": role.days?.first.stored, "last_day": role.days?.last.stored,
                    "articles": role.articles,
                ])
        }
    }

    /// Puts other facts and other names in the place of those of a speaker.
    fileprivate func update(speaker id: Int64, _ speaker: Speaker) throws {
        try db.update(
            "speakers", id: id,
            [
                "name": speaker.name, "kind": speaker.kind.rawValue, "role": speaker.role,
                "organisation": speaker.organisation,
            ])
        try db.run("DELETE FROM speaker_aliases WHERE speaker_id = ?", [id])
        for (index, alias) in speaker.aliases.enumerated() {
            try insert(into: "speaker_aliases", ["speaker_id": id, "position": index, "alias": alias])
        }
    }
}

/// A speaker as found in one version of an article.
struct ArticleSpeaker {
    let id: Int64
    /// The row of the archive's speaker that it has been so far.
    let person: Int64
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
