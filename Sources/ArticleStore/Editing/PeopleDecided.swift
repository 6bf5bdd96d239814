import Articles

/// Who is who across articles once people have decided: begins with what the annotator joined, then follows the decisions.
struct PeopleDecided {
    private let found: [ArticleSpeaker]
    /// For each speaker as found in an article, the number of the person it is.
    private(set) var numbers: [Int]
    /// The names that decisions gave, by number.
    private(set) var names: [Int: String] = [:]
    private var members: [Int: [Int]] = [:]
    private var numbersByName: [String: Set<Int>] = [:]

    /// - Parameters:
    ///   - found: the speakers as found in the articles, those whom people named among them.
    ///   - numbers: what the annotator makes of them.
    ///   - editorial: the rows that people named; each is whoever goes by that name.
    init(_ found: [ArticleSpeaker], joined numbers: [Int], editorial: Set<Int64>) {
        self.found = found
        self.numbers = numbers
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
            self.numbers[index] = number
            members[number, default: []].append(index)
            enter(number)
        }
    }

    /// Makes two names one person, who goes by the second.
    /// - Returns: whether there were such two.
    mutating func merge(_ name: String, into other: String) -> Bool {
        guard let first = number(named: name), let second = number(named: other), first != second else { return false }
        leave(first)
        leave(second)
        for index in members[first] ?? [] { numbers[index] = second }
        members[second, default: []] += members.removeValue(forKey: first) ?? []
        members[second]?.sort()
        names[first] = nil
        names[second] = other
        enter(second)
        return true
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
        for index in leaving { numbers[index] = new }
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
        names[number] ?? merged((members[number] ?? []).map { found[$0] }).name
    }

    private func allNames(of number: Int) -> Set<String> {
        var all = Set((members[number] ?? []).flatMap { [found[$0].speaker.name] + found[$0].speaker.aliases })
        if let name = names[number] { all.insert(name) }
        return all
    }

    private mutating func enter(_ number: Int) {
        for name in allNames(of: number) { numbersByName[name, default: []].insert(number) }
    }

    private mutating func leave(_ number: Int) {
        for name in allNames(of: number) { numbersByName[name]?.remove(number) }
    }
}
