import Articles
import Text

/// The different names of an archive's speakers: equal ones are one node, unless they are told apart by the roles of those who go by them.
struct FoundNames {
    /// One name, with all that articles say of those who go by it.
    struct Node {
        let kind: Speaker.Kind
        /// The name as most articles print it, of equally used prints the first by bytes.
        var print = ""
        /// The number of articles that print it so.
        var uses = 0
        /// The folded words.
        let key: String
        /// The parts, of a person.
        let person: PersonName?
        /// At most a dozen, in the order of the archive.
        var roles: [RoleWords] = []
        var field: RoleField = []
        /// Other names that an article gives to an organisation.
        var shortNames: [String] = []
    }

    private(set) var nodes: [Node] = []
    private(set) var nodeOfSpeaker: [Int] = []
    /// The nodes that the user told about, with the number of what was told and the rule by which it fits.
    private(set) var told: [(node: Int, known: Int, rule: JoinReason.Rule)] = []

    /// What makes two names equal. A last name alone is equal in one article only.
    private struct Key: Hashable {
        let kind: Speaker.Kind
        let words: String
        var article: Int64?
        var known: Int?
        var field: RoleField = []
    }

    init(_ speakers: [LinkableSpeaker], told: ToldNames) {
        var parsed: [Speaker.Kind: [String: (key: String, person: PersonName?)]] = [:]
        var fields: [String: RoleField] = [:]
        var keys: [Key] = []
        keys.reserveCapacity(speakers.count)
        var fieldsOfKey: [Key: [Int64: RoleField]] = [:]
        var fieldOfSpeaker: [RoleField] = []
        fieldOfSpeaker.reserveCapacity(speakers.count)
        for found in speakers {
            let speaker = found.speaker
            let name: (key: String, person: PersonName?)
            if let known = parsed[speaker.kind]?[speaker.name] {
                name = known
            } else {
                name = (Folding.key(speaker.name), speaker.kind == .person ? PersonName(speaker.name) : nil)
                parsed[speaker.kind, default: [:]][speaker.name] = name
            }
            var key = Key(kind: speaker.kind, words: name.key)
            var field: RoleField = []
            if let person = name.person {
                if person.isBare {
                    key.article = found.article
                } else if let role = speaker.role {
                    field = fields[role] ?? RoleField(of: role)
                    fields[role] = field
                }
            } else {
                key.known = told.speaker(inRole: speaker.name, on: found.published)
            }
            if !field.isEmpty { fieldsOfKey[key, default: [:]][found.article, default: []].formUnion(field) }
            fieldOfSpeaker.append(field)
            keys.append(key)
        }
        FoundNames.tellApart(&keys, speakers, fieldsOfKey)
        gather(keys, speakers, fieldOfSpeaker) { parsed[$0.kind]?[$0.name]?.person }
        findTold(keys, told, speakers)
    }

    /// Gives two keys to one name where those who go by it cannot be one person; who has no role is the one whom most articles mean.
    private static func tellApart(
        _ keys: inout [Key], _ speakers: [LinkableSpeaker], _ fieldsOfKey: [Key: [Int64: RoleField]]
    ) {
        var groupsOfKey: [Key: [RoleField]] = [:]
        for (key, byArticle) in fieldsOfKey where byArticle.count > 1 {
            let groups = RoleField.groups(Array(Set(byArticle.values)))
            guard groups.count > 1 else { continue }
            let sizes = groups.map { group in byArticle.values.count { !$0.isDisjoint(with: group) } }
            groupsOfKey[key] = zip(groups, sizes).sorted {
                $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.rawValue < $1.0.rawValue
            }.map(\.0)
        }
        guard !groupsOfKey.isEmpty else { return }
        for index in keys.indices {
            guard let groups = groupsOfKey[keys[index]] else { continue }
            let own = fieldsOfKey[keys[index]]?[speakers[index].article] ?? []
            keys[index].field = groups.first { !$0.isDisjoint(with: own) } ?? groups[0]
        }
    }

    private mutating func gather(
        _ keys: [Key], _ speakers: [LinkableSpeaker], _ fields: [RoleField], person: (Speaker) -> PersonName?
    ) {
        struct Print: Hashable {
            let node: Int
            let text: String
        }
        var nodeOfKey: [Key: Int] = [:]
        var uses: [Print: (articles: Int, last: Int64)] = [:]
        var roles: [String: RoleWords?] = [:]
        for (index, found) in speakers.enumerated() {
            let speaker = found.speaker
            let node: Int
            if let known = nodeOfKey[keys[index]] {
                node = known
            } else {
                node = nodes.count
                nodeOfKey[keys[index]] = node
                nodes.append(Node(kind: speaker.kind, key: keys[index].words, person: person(speaker)))
            }
            nodeOfSpeaker.append(node)
            // The versions of an article stand side by side.
            var use = uses[Print(node: node, text: speaker.name)] ?? (0, -1)
            if use.last != found.article { use = (use.articles + 1, found.article) }
            uses[Print(node: node, text: speaker.name)] = use
            let best = nodes[node]
            if use.articles > best.uses
                || use.articles == best.uses && speaker.name.utf8.lexicographicallyPrecedes(best.print.utf8)
            {
                nodes[node].print = speaker.name
                nodes[node].uses = use.articles
            }
            nodes[node].field.formUnion(fields[index])
            if speaker.kind == .organisation {
                for alias in speaker.aliases where Acronym.isOne(alias) && !nodes[node].shortNames.contains(alias) {
                    nodes[node].shortNames.append(alias)
                }
            }
            guard let role = speaker.role, nodes[node].roles.count < 12 else { continue }
            let words = roles[role] ?? RoleWords(role)
            roles[role] = words
            if let words, !nodes[node].roles.contains(words) { nodes[node].roles.append(words) }
        }
    }

    private mutating func findTold(_ keys: [Key], _ names: ToldNames, _ speakers: [LinkableSpeaker]) {
        var isDone = [Bool](repeating: false, count: nodes.count)
        for (index, node) in nodeOfSpeaker.enumerated() where !isDone[node] {
            let speaker = speakers[index].speaker
            // `Secretary Kerry` is a role and a last name.
            let whole = speaker.role.flatMap { role in
                nodes[node].person.map { $0.isBare } == true ? names.speaker(named: "\(role) \(speaker.name)") : nil
            }
            if let known = names.speaker(named: speaker.name) ?? whole {
                told.append((node, known, .told))
            } else if let known = keys[index].known {
                told.append((node, known, .role))
            } else {
                continue
            }
            isDone[node] = true
        }
    }
}
