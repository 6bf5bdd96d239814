import Articles

/// The people whom an article names in full, with their roles, for finding who a last name or a role stands for.
struct PeopleOfArticle {
    /// A person of the article.
    struct Person {
        /// The fullest name, as printed.
        var name: String
        /// Its last word in lower case.
        var lastName: String
        /// Its first word in lower case; empty while only a title and the last name were read.
        var firstName: String
        /// The roles as printed, first first.
        var roles: [String] = []
        /// The one word that stands for the role before the last name: `President`; nil where there is none.
        var title: String?
        /// Whether a pronoun or a title told it: `true` for `she`, `Mrs`.
        var isFemale: Bool?
        /// The token of the first mention.
        var first: Int
    }

    private(set) var people: [Person] = []
    private var byLastName: [String: [Int]] = [:]
    private var byFirstName: [String: [Int]] = [:]

    init(_ document: Document) {
        var index = 0
        while index < document.tokens.count {
            // In a headline every word may have a capital.
            let isHeadline = document.zone(of: index) == .title
            guard !isHeadline, PeopleOfArticle.isNamePart(document, index, in: index..<(index + 1)) else {
                index += 1
                continue
            }
            var end = index + 1
            let sentence = document.sentence(of: index)
            while end < sentence.upperBound, PeopleOfArticle.isNamePart(document, end, in: index..<sentence.upperBound)
            { end += 1 }
            while end > index + 1, !document.tokens[end - 1].isCapitalized { end -= 1 }
            note(index..<end, document)
            index = end
        }
    }

    /// Whether a token can stand inside a name and its titles: a capital word, a particle before one, the dot of a title.
    static func isNamePart(_ document: Document, _ index: Int, in range: Range<Int>) -> Bool {
        guard range.contains(index) else { return false }
        let token = document.tokens[index]
        if token.isCapitalized {
            return !token.isWeekday
                && !(WordClass.determiners.contains(token.lower)
                    || WordClass.prepositions.contains(token.lower) && token.lower != "van"
                    || WordClass.conjunctions.contains(token.lower)
                    || document.isCapitalDoubtful(index) && WordClass.opensSentences(token.lower))
        }
        let isBeforeCapital = index + 1 < range.upperBound && document.tokens[index + 1].isCapitalized
        if ["de", "al", "bin", "van", "von", "der", "el", "la", "di", "da", "del", "ibn"].contains(token.lower) {
            return isBeforeCapital
        }
        if token.lower == ".", index > range.lowerBound, !token.isSpacedBefore {
            let before = document.tokens[index - 1]
            return isBeforeCapital
                && (["mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "prof", "lt", "col", "st"].contains(
                    before.lower) || before.lower.utf8.count == 1)
        }
        return token.lower == "of" && isBeforeCapital && index > range.lowerBound
            && ["secretary"].contains(document.lower(index - 1))
    }

    private mutating func note(_ run: Range<Int>, _ document: Document) {
        // The role may begin before the capitals: `political analyst Ann Lee`, `the foreign minister, Ann Lee`.
        var start = run.lowerBound
        let floor = document.sentence(of: run.lowerBound).lowerBound
        if start > floor, document.tokens[start - 1].isOpenClass, WordClass.titles.contains(document.lower(start - 1)) {
            while start > floor, document.tokens[start - 1].isOpenClass, run.lowerBound - start < 5 { start -= 1 }
        } else if start - 1 > floor, document.lower(start - 1) == ",", document.tokens[start - 2].isOpenClass,
            let role = document.nounPhrase(endingBefore: start - 1, floor: floor),
            role.contains(where: { WordClass.titles.contains(document.lower($0)) }),
            !role.contains(where: {
                document.tokens[$0].isCapitalized && $0 > role.lowerBound + 1
                    && !WordClass.titles.contains(document.lower($0)) && document.tokens[$0 - 1].isCapitalized
            })
        {
            start = role.lowerBound
        }
        guard let (name, role) = SourcePhrase.personName(in: start..<run.upperBound, document, nil), name.count <= 4
        else { return }
        let female = femaleTitle(document, name.lowerBound)
        let last = document.lower(name.upperBound - 1)
        let text = document.text(name)
        guard name.count > 1 else {
            // `President Lee`, before or without the full name.
            if byLastName[last] == nil, role != nil || start < name.lowerBound {
                byLastName[last] = [people.count]
                people.append(
                    Person(name: text, lastName: last, firstName: "", isFemale: female, first: run.lowerBound))
            }
            noteRole(role ?? appositive(after: run.upperBound, document), female, lastName: last, document)
            return
        }
        let roles = [role, appositive(after: run.upperBound, document)].compactMap { $0 }.map { document.text($0) }
        let first = document.lower(name.lowerBound)
        if let known = byLastName[last]?.first(where: { people[$0].firstName == first || people[$0].firstName.isEmpty })
        {
            if people[known].firstName.isEmpty {
                people[known].firstName = first
                byFirstName[first, default: []].append(known)
                people[known].isFemale = people[known].isFemale ?? GivenNames.isFemale(first)
            }
            people[known].roles += roles.filter { !people[known].roles.contains($0) }
            if text.utf8.count > people[known].name.utf8.count { people[known].name = text }
            if let female { people[known].isFemale = female }
            return
        }
        byLastName[last, default: []].append(people.count)
        byFirstName[first, default: []].append(people.count)
        people.append(
            Person(
                name: text, lastName: last, firstName: first, roles: roles,
                isFemale: female ?? GivenNames.isFemale(first), first: run.lowerBound))
    }

    private mutating func noteRole(_ role: Range<Int>?, _ female: Bool?, lastName: String, _ document: Document) {
        guard let index = byLastName[lastName]?.first, byLastName[lastName]?.count == 1 else { return }
        if let female { people[index].isFemale = female }
        guard let role else { return }
        let text = document.text(role)
        guard role.count > 1 else {
            if people[index].title == nil, !WordClass.courtesies.contains(text.lowercased()) {
                people[index].title = text
            }
            return
        }
        if !people[index].roles.contains(text) { people[index].roles.append(text) }
    }

    private func femaleTitle(_ document: Document, _ name: Int) -> Bool? {
        for index in [name - 1, name - 2] where index >= 0 {
            switch document.lower(index) {
            case "mr", "sir", "lord", "king", "prince", "chairman", "spokesman": return false
            case "mrs", "ms", "miss", "dame", "lady", "queen", "princess", "chairwoman", "spokeswoman": return true
            default: continue
            }
        }
        return nil
    }

    /// The role in `Ann Lee, the mayor of Springfield,`; at most eight words.
    private func appositive(after end: Int, _ document: Document) -> Range<Int>? {
        guard document.lower(end) == ",", end + 1 < document.tokens.count else { return nil }
        let start = ["a", "an", "the"].contains(document.lower(end + 1)) ? end + 2 : end + 1
        var stop = start
        while stop < document.tokens.count, stop - start < 9,
            document.tokens[stop].isOpenClass || ["of", "for", "and", "at", "the"].contains(document.lower(stop))
        { stop += 1 }
        guard stop > start, stop - start < 9, [",", "."].contains(document.lower(stop)),
            (start..<stop).contains(where: { WordClass.titles.contains(document.lower($0)) })
        else { return nil }
        return start..<stop
    }

    /// The person whom a last name stands for, where one alone has it.
    func person(lastName: String, before token: Int?) -> Int? {
        guard let indices = byLastName[lastName] else { return nil }
        return indices.count == 1
            ? indices[0] : indices.last { index in token.map { people[index].first <= $0 } ?? true }
    }

    /// The person with these first and last names, in lower case.
    func person(firstName: String, lastName: String) -> Int? {
        byLastName[lastName]?.first { people[$0].firstName == firstName } ?? nil
    }

    /// The person of this name as it is kept.
    func person(named name: String) -> Int? {
        let last = name.split(separator: " ").last?.lowercased() ?? ""
        return byLastName[last]?.first { people[$0].name == name } ?? nil
    }

    /// The one person with this first name.
    func person(firstName: String) -> Int? {
        guard let matching = byFirstName[firstName], matching.count == 1 else { return nil }
        return matching[0]
    }

    /// The person with a role of which these are words: `the foreign minister`; the one named last before `token`.
    func person(inRole words: [String], before token: Int) -> Int? {
        guard let head = words.last, WordClass.titles.contains(head) else { return nil }
        return people.indices.suffix(500).last { index in
            people[index].first < token
                && people[index].roles.contains { role in
                    let parts = role.lowercased().split { !$0.isLetter }.map(String.init)
                    return words.allSatisfy { parts.contains($0) }
                }
        }
    }

    mutating func tell(_ person: Int, isFemale: Bool) {
        if people[person].isFemale == nil { people[person].isFemale = isFemale }
    }
}
