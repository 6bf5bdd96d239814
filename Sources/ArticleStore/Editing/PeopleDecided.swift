import Articles

/// Who is who across articles once people have decided: begins with what the annotator joined, then follows the decisions.
struct PeopleDecided {
    private let found: [ArticleSpeaker]
    /// Who each speaker as found in an article is, and why.
    private(set) var linked: LinkedPeople
    /// The names that decisions gave, by number.
    private(set) var names: [Int: String] = [:]
    private var members: [Int: [Int]] = [:]
    private var numbersByName: [String: Set<Int>] = [:]

    /// - Parameters:
    ///   - found: the speakers as found in the articles, those whom people named among them.
    ///   - linked: what the annotator makes of them.
    ///   - editorial: the rows that people named; each is whoever goes by that name.
    init(_ found: [ArticleSpeaker], _ linked: LinkedPeople, editorial: Set<Int64>) {
        self.found = found
        self.linked = linked
        let numbers = linked.numbers
        var next = (numbers.max() ?? -1) + 1
        let given = found.indices.filter { editorial.contains(found[$0].id) }
        // Those whom people named are put aside, so that a group of their own does not stand in the way of its namesake.
        let aside = Set(given)
        for index in found.indices where !aside.contains(index) { members[numbers[index], default: []].append(index) }
        for number in members.keys.sorted() { enter(number) }
        for index in given {
            let number = self.number(named: found[index].speaker.name) ?? next
            next = max(next, number + 1)
            leave(number)
            self.linked.numbers[index] = number
            self.linked.reasons[index] = nil
            members[number, default: []].append(index)
            enter(number)
        }
    }

    /// Makes two names one person, who goes by the second. Where several people are called just by the first, all of them are meant.
    /// - Returns: whether there were such two.
    mutating func merge(_ name: String, into other: String) -> Bool {
        guard let second = number(named: other) else { return false }
        let namesakes = (numbersByName[name] ?? []).filter { $0 != second && self.name(of: $0) == name }.sorted()
        let others = namesakes.isEmpty ? [number(named: name)].compactMap(\.self) : namesakes
        let firsts = others.filter { $0 != second }
        for first in firsts { merge(first, into: second, named: other) }
        return !firsts.isEmpty
    }

    private mutating func merge(_ first: Int, into second: Int, named name: String) {
        leave(first)
        leave(second)
        for index in members[first] ?? [] {
            linked.numbers[index] = second
            if linked.reasons[index] == nil { linked.reasons[index] = JoinReason(.decided, name) }
        }
        members[second, default: []] += members.removeValue(forKey: first) ?? []
        members[second]?.sort()
        linked.known[second] = linked.known[second] ?? linked.known[first]
        names[first] = nil
        names[second] = name
        enter(second)
    }

    /// Takes out of a person what is found under another name in an article of its own.
    /// - Returns: whether there was any.
    mutating func split(_ name: String, from other: String) -> Bool {
        guard let number = number(named: other) else { return false }
        let all = members[number] ?? []
        let leaving = all.filter { found[$0].speaker.name == name }
        guard !leaving.isEmpty, leaving.count < all.count else { return false }
        leave(number)
        let new = (members.keys.max() ?? 0) + 1
        for index in leaving {
            linked.numbers[index] = new
            linked.reasons[index] = nil
        }
        // What was joined by way of the name that leaves is explained no more.
        for index in all where linked.reasons[index]?.name == name { linked.reasons[index] = nil }
        members[new] = leaving
        members[number] = all.filter { found[$0].speaker.name != name }
        if names[number] == name { names[number] = nil }
        enter(number)
        enter(new)
        return true
    }

    /// The one person of a name: as the archive calls it, else as an article does; nil where that is nobody, or several.
    private func number(named name: String) -> Int? {
        let numbers = numbersByName[name] ?? []
        let proper = numbers.filter { self.name(of: $0) == name }
        let candidates = proper.isEmpty ? numbers : proper
        return candidates.count == 1 ? candidates.first : nil
    }

    private func name(of number: Int) -> String {
        names[number] ?? linked.known[number]?.name
            ?? printedName(of: (members[number] ?? []).map { found[$0] })
    }

    private func allNames(of number: Int) -> Set<String> {
        var all = Set((members[number] ?? []).flatMap { [found[$0].speaker.name] + found[$0].speaker.aliases })
        if let name = names[number] { all.insert(name) }
        if let known = linked.known[number] { all.formUnion([known.name] + known.names) }
        return all
    }

    private mutating func enter(_ number: Int) {
        for name in allNames(of: number) { numbersByName[name, default: []].insert(number) }
    }

    private mutating func leave(_ number: Int) {
        for name in allNames(of: number) { numbersByName[name]?.remove(number) }
    }
}
