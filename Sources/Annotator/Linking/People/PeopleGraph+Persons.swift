import Articles
import Text

/// Rules for the names of persons. Whatever is looked through pair by pair is cut off at a few dozen: so many candidates are rivals anyway.
extension PeopleGraph {
    private static let limit = 64

    /// Joins the names of persons.
    mutating func joinPersons() {
        joinLetters()
        var families: [String: Family] = [:]
        var order: [String] = []
        for node in nodes.indices {
            guard let name = nodes[node].person else { continue }
            let key = "\(name.last) \(name.suffix)"
            if families[key] == nil { order.append(key) }
            if name.isBare {
                families[key, default: Family()].bare.append(node)
            } else {
                families[key, default: Family()].full.append(node)
            }
        }
        for family in order.compactMap({ families[$0] }) {
            if family.full.count > 1 { joinGivenNames(family.full) }
            if !family.bare.isEmpty { joinOffices(family) }
        }
        joinSuffixes()
        joinTransliterations()
    }

    /// The names with one last name.
    private struct Family {
        var full: [Int] = []
        var bare: [Int] = []
    }

    /// `Abdul-Mahdi`, `Abdulmahdi`; `al-Assad`, `Assad`.
    private mutating func joinLetters() {
        var byLetters: [String: Int] = [:]
        for node in nodes.indices {
            guard let name = nodes[node].person, !name.isBare, !name.hasInitial else { continue }
            let key = "\(name.letters) \(name.suffix)"
            if let other = byLetters[key] {
                if nodes[other].key != nodes[node].key { join(other, node, .letters) }
            } else {
                byLetters[key] = node
            }
        }
    }

    /// `Joseph Biden Jr.`, `Joseph Biden`, where their roles agree; else they are father and son.
    private mutating func joinSuffixes() {
        var byName: [[String]: [Int]] = [:]
        for node in nodes.indices where !roles(of: node).isEmpty {
            guard let name = nodes[node].person, !name.isBare, name.suffix.isEmpty else { continue }
            byName[[name.first, name.last], default: []].append(node)
        }
        for node in nodes.indices {
            guard let name = nodes[node].person, !name.isBare, !name.suffix.isEmpty else { continue }
            var bearers: [Int] = []
            for other in (byName[[name.first, name.last]] ?? []).prefix(PeopleGraph.limit) {
                let root = root(other)
                if !bearers.contains(root), rolesAgree(node, other) { bearers.append(root) }
            }
            if bearers.count == 1 { join(bearers[0], node, .suffix) }
        }
    }

    /// Joins names with one last name by what is before it.
    private mutating func joinGivenNames(_ full: [Int]) {
        var byFirst: [String: [Int]] = [:]
        var firsts: [String] = []
        for node in full {
            guard let name = nodes[node].person else { continue }
            if byFirst[name.first] == nil { firsts.append(name.first) }
            byFirst[name.first, default: []].append(node)
        }
        for spellings in PeopleGraph.spellings(firsts.filter { $0.utf8.count > 1 }) {
            joinMiddleNames(spellings.flatMap { byFirst[$0] ?? [] })
        }
        joinInitials(firsts, byFirst)
        joinNicknames(firsts, byFirst)
    }

    /// Groups of names that are spellings of one.
    private static func spellings(_ names: [String]) -> [[String]] {
        var bySkeleton: [[UInt8]: [[String]]] = [:]
        var order: [[UInt8]] = []
        for name in names {
            let skeleton = NameSpelling.skeleton(name)
            if bySkeleton[skeleton] == nil { order.append(skeleton) }
            var groups = bySkeleton[skeleton] ?? []
            if let group = groups.prefix(limit).firstIndex(where: { group in
                group.prefix(limit).contains { NameSpelling.areOne($0, name) }
            }) {
                groups[group].append(name)
            } else {
                groups.append([name])
            }
            bySkeleton[skeleton] = groups
        }
        return order.flatMap { bySkeleton[$0] ?? [] }
    }

    /// Joins names of one first and one last name: those with one middle name, and, where no second one is known, those without.
    private mutating func joinMiddleNames(_ group: [Int]) {
        guard group.count > 1 else { return }
        var byInitials: [String: [Int]] = [:]
        for node in group { byInitials[nodes[node].person?.middleInitials ?? "", default: []].append(node) }
        let without = byInitials.removeValue(forKey: "") ?? []
        var sets: [[Int]] = []
        for (_, nodes) in byInitials.sorted(by: { $0.key < $1.key }) {
            var byMiddle: [[String]: [Int]] = [:]
            for node in nodes { byMiddle[self.nodes[node].person?.middle ?? [], default: []].append(node) }
            let full = byMiddle.keys.count { $0.contains { $0.utf8.count > 1 } }
            sets += full <= 1 ? [nodes] : byMiddle.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
        }
        if sets.count == 1 {
            joinStar(sets[0] + without)
        } else {
            for set in sets { joinStar(set) }
            joinStar(without)
        }
    }

    /// Joins names to the one that is printed most; those that cannot be its bearer's, among themselves.
    private mutating func joinStar(_ group: [Int]) {
        var left = group
        for _ in 0..<4 where left.count > 1 {
            guard let hub = left.max(by: { (nodes[$0].uses, $1) < (nodes[$1].uses, $0) }) else { return }
            for node in left where node != hub && isLikely(hub, node) { join(hub, node, rule(hub, node)) }
            let root = root(hub)
            left = left.filter { self.root($0) != root }
        }
    }

    /// Whether two names may be one but for a middle name. One that is written out tells sons from fathers, unless their roles agree.
    private mutating func isLikely(_ a: Int, _ b: Int) -> Bool {
        guard let first = nodes[a].person?.middle, let second = nodes[b].person?.middle,
            first.isEmpty != second.isEmpty, (first + second).contains(where: { $0.utf8.count > 1 })
        else { return true }
        return rolesAgree(a, b)
    }

    private func rule(_ a: Int, _ b: Int) -> JoinReason.Rule {
        guard let first = nodes[a].person, let second = nodes[b].person else { return .letters }
        if first.first != second.first { return .spelling }
        return first.middle == second.middle ? .letters : .middle
    }

    /// `J. Kerry`, `John Kerry`.
    private mutating func joinInitials(_ firsts: [String], _ byFirst: [String: [Int]]) {
        let short = firsts.filter { $0.utf8.count == 1 }
        guard !short.isEmpty else { return }
        var bearers: [Character: [Int]] = [:]
        for first in firsts where first.utf8.count > 1 {
            guard let initial = first.first else { continue }
            for node in byFirst[first] ?? [] where bearers[initial, default: []].count < 2 {
                let root = root(node)
                if !bearers[initial, default: []].contains(root) { bearers[initial, default: []].append(root) }
            }
        }
        for first in short {
            guard let initial = first.first, let candidates = bearers[initial], candidates.count == 1 else { continue }
            for node in byFirst[first] ?? [] {
                let own = nodes[node].person?.middle ?? []
                let other = nodes[candidates[0]].person?.middle ?? []
                // `C. Rick Martin` goes by his second name.
                if own.isEmpty || other.isEmpty && own.allSatisfy({ $0.utf8.count == 1 })
                    || own.compactMap(\.first) == other.compactMap(\.first)
                {
                    join(candidates[0], node, .initial)
                }
            }
        }
    }

    /// `Bill`, `William`, where their roles agree; `Bill`, `Will` only where no `William` is there.
    private mutating func joinNicknames(_ firsts: [String], _ byFirst: [String: [Int]]) {
        var byForm: [String: [String]] = [:]
        for first in firsts { for form in Nicknames.fullForms(of: first) { byForm[form, default: []].append(first) } }
        for first in firsts {
            let forms = Nicknames.fullForms(of: first).dropFirst()
            guard !forms.isEmpty else { continue }
            let full = forms.filter { byFirst[$0] != nil }
            let others = Set(full.isEmpty ? forms.flatMap { byForm[$0] ?? [] } : full).subtracting([first]).sorted()
            for node in (byFirst[first] ?? []).prefix(PeopleGraph.limit) where !roles(of: node).isEmpty {
                var candidates: [Int] = []
                for other in others.flatMap({ byFirst[$0] ?? [] }).prefix(PeopleGraph.limit) {
                    if root(other) != root(node), rolesAgree(node, other), !candidates.contains(root(other)) {
                        candidates.append(root(other))
                    }
                }
                if candidates.count == 1 { join(candidates[0], node, .nickname) }
            }
        }
    }

    /// A last name alone, with a role that one bearer of the name has, or that is told of somebody of the name elsewhere.
    private mutating func joinOffices(_ family: Family) {
        var byHead: [String: [Int]] = [:]
        for node in family.full {
            for role in nodes[node].roles where byHead[role.head, default: []].count < PeopleGraph.limit {
                byHead[role.head, default: []].append(node)
            }
        }
        var alone: [Set<String>: Int] = [:]
        for node in family.bare {
            let own = nodes[node].roles
            var bearers: [Int: Int] = [:]
            for other in Set(own.map(\.head)).flatMap({ byHead[$0] ?? [] })
            where nodes[other].roles.contains(where: { role in own.contains { $0.agrees(with: role) } }) {
                bearers[root(other), default: 0] += nodes[other].uses
            }
            if let bearer = PeopleGraph.only(bearers) {
                join(bearer, node, .office)
            } else if bearers.isEmpty {
                for role in own where role.isTelling {
                    if let other = alone[role.words] { join(other, node, .office) } else { alone[role.words] = node }
                }
            }
        }
    }

    /// The one that all but a twentieth of the articles mean; nil where there is none. A single odd print is no rival.
    private static func only(_ uses: [Int: Int]) -> Int? {
        let most = uses.values.max() ?? 0
        let left = uses.filter { $0.value * 20 > most }
        return left.count == 1 ? left.first?.key : nil
    }

    /// `Gaddafi`, `Qaddafi` after one first name, where their roles agree.
    private mutating func joinTransliterations() {
        struct Sound: Hashable {
            let first: String
            let last: [UInt8]
        }
        var bySound: [Sound: [Int]] = [:]
        var order: [Sound] = []
        for node in nodes.indices where !nodes[node].roles.isEmpty {
            guard let name = nodes[node].person, name.first.utf8.count > 1, name.suffix.isEmpty else { continue }
            let sound = Sound(first: name.first, last: NameSpelling.skeleton(name.last))
            if bySound[sound] == nil { order.append(sound) }
            bySound[sound, default: []].append(node)
        }
        for sound in order {
            let group = (bySound[sound] ?? []).prefix(PeopleGraph.limit)
            for (index, node) in group.enumerated() {
                let other = group.prefix(index).first { other in
                    guard let a = nodes[node].person?.last, let b = nodes[other].person?.last, a != b else {
                        return false
                    }
                    return EditDistance.between(Array(a.utf8), Array(b.utf8), limit: 2) <= 2 && rolesAgree(node, other)
                }
                if let other { join(other, node, .transliteration) }
            }
        }
    }
}
