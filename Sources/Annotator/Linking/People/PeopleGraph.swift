import Articles
import Text

/// The names of an archive and what joins them: a forest that answers who is whom, and by which reason.
struct PeopleGraph {
    private(set) var nodes: [FoundNames.Node]
    private let known: [KnownSpeaker]
    /// The node of what the user told, by its number.
    private var nodeOfKnown: [Int: Int] = [:]
    private var parent: [Int]
    /// What the names of one person have together, at the root of its tree.
    private var fields: [RoleField]
    private var roles: [[RoleWords]]
    private var told: [Int?]
    /// The descriptions that stand for somebody on the days of their articles, and for nobody on others.
    private var toldByRole: Set<Int> = []
    /// What joins names, from both sides.
    private var edges: [Int: [(node: Int, rule: JoinReason.Rule)]] = [:]

    init(_ nodes: [FoundNames.Node], known: [KnownSpeaker]) {
        self.nodes = nodes
        self.known = known
        parent = Array(nodes.indices)
        fields = nodes.map(\.field)
        roles = nodes.map(\.roles)
        told = Array(repeating: nil, count: nodes.count)
    }

    /// Joins the names that the user told to one another, and makes their own name one that rules can join to.
    mutating func joinTold(_ found: [(node: Int, known: Int, rule: JoinReason.Rule)]) {
        for (node, number, rule) in found {
            let hub: Int
            if let existing = nodeOfKnown[number] {
                hub = existing
            } else {
                let speaker = known[number]
                let kind = speaker.kind ?? nodes[node].kind
                let offices = speaker.roles.compactMap { RoleWords($0.name) }
                hub = nodes.count
                nodes.append(
                    FoundNames.Node(
                        kind: kind, print: speaker.name, key: Folding.key(speaker.name),
                        person: kind == .person ? PersonName(speaker.name) : nil, roles: offices))
                parent.append(hub)
                fields.append([])
                roles.append(offices)
                told.append(number)
                nodeOfKnown[number] = hub
            }
            join(hub, node, rule)
            if rule == .role { toldByRole.insert(node) }
        }
    }

    /// Whether a description stands for somebody on the days of its articles alone.
    func isToldByRole(_ node: Int) -> Bool { toldByRole.contains(node) }

    /// The node that stands for all names of one person.
    mutating func root(_ node: Int) -> Int {
        var node = node
        while parent[node] != node {
            parent[node] = parent[parent[node]]
            node = parent[node]
        }
        return node
    }

    /// Makes two names one person's, unless their roles or the user say that they are not.
    mutating func join(_ a: Int, _ b: Int, _ rule: JoinReason.Rule) {
        let (first, second) = (root(a), root(b))
        guard first != second, told[first] == nil || told[second] == nil else { return }
        let isTold = rule == .told || rule == .role
        guard isTold || !fields[first].conflicts(with: fields[second]) else { return }
        parent[second] = first
        fields[first].formUnion(fields[second])
        told[first] = told[first] ?? told[second]
        for role in roles[second] where roles[first].count < 24 && !roles[first].contains(role) {
            roles[first].append(role)
        }
        roles[second] = []
        edges[a, default: []].append((b, rule))
        edges[b, default: []].append((a, rule))
    }

    /// The roles of the person whose name a node is.
    mutating func roles(of node: Int) -> [RoleWords] { roles[root(node)] }

    /// Whether a role of one person is one of the other's.
    mutating func rolesAgree(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (roles(of: a), roles(of: b))
        return first.contains { role in second.contains { $0.agrees(with: role) } }
    }

    /// Who each speaker is; numbers count in the order of the speakers.
    mutating func people(_ nodeOfSpeaker: [Int]) -> LinkedPeople {
        var numbers: [Int] = []
        var numberOfRoot = [Int](repeating: -1, count: nodes.count)
        var next = 0
        var people = LinkedPeople(numbers: [])
        let reasons = reasons()
        for (index, node) in nodeOfSpeaker.enumerated() {
            let root = root(node)
            if numberOfRoot[root] < 0 {
                numberOfRoot[root] = next
                if let number = told[root] { people.known[next] = known[number] }
                next += 1
            }
            numbers.append(numberOfRoot[root])
            if let reason = reasons[node] { people.reasons[index] = reason }
        }
        people.numbers = numbers
        return people
    }

    /// For each joined node, why it is the person's, seen from the name that the person goes by.
    private mutating func reasons() -> [Int: JoinReason] {
        var members: [Int: [Int]] = [:]
        for node in edges.keys { members[root(node), default: []].append(node) }
        var reasons: [Int: JoinReason] = [:]
        for (root, group) in members {
            let named = told[root].flatMap { nodeOfKnown[$0] }
            guard let start = named ?? group.min(by: goesBefore) else { continue }
            var waiting = [start]
            var seen: Set = [start]
            while let node = waiting.popLast() {
                // The order of joining: it is that of the archive.
                for (other, rule) in edges[node] ?? [] where seen.insert(other).inserted {
                    if nodes[other].print != nodes[start].print { reasons[other] = JoinReason(rule, nodes[node].print) }
                    waiting.append(other)
                }
            }
        }
        return reasons
    }

    /// Whether a person goes by one name rather than by another: by a full one, by the one that most articles print.
    private func goesBefore(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (nodes[a], nodes[b])
        let (isBare, isOtherBare) = (first.person?.isBare ?? false, second.person?.isBare ?? false)
        if isBare != isOtherBare { return isOtherBare }
        if first.uses != second.uses { return first.uses > second.uses }
        return first.print != second.print ? first.print.utf8.lexicographicallyPrecedes(second.print.utf8) : a < b
    }
}
