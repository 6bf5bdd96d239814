import Articles
import Gazetteer
import Text

/// Rules for the names of organisations and of described sources.
extension PeopleGraph {
    /// Joins the names of organisations, and the descriptions of sources.
    mutating func joinGroups() {
        joinPhrases()
        joinAcronyms()
    }

    /// `Russia's officials`, `Russian officials`; `the rebels`, `rebels`.
    private mutating func joinPhrases() {
        struct Phrase: Hashable {
            let kind: Speaker.Kind
            let words: [String]
        }
        var byPhrase: [Phrase: (node: Int, isCountry: Bool)] = [:]
        for node in nodes.indices where nodes[node].person == nil && nodes[node].kind != .person && !isToldByRole(node)
        {
            let (words, isCountry) = PeopleGraph.phrase(nodes[node].print)
            let phrase = Phrase(kind: nodes[node].kind, words: words)
            if let other = byPhrase[phrase] {
                join(other.node, node, isCountry || other.isCountry ? .country : .article)
            } else {
                byPhrase[phrase] = (node, isCountry)
            }
        }
    }

    /// The folded words of a group without an article, with one word for its country; and whether it has a country.
    private static func phrase(_ print: String) -> (words: [String], isCountry: Bool) {
        var words = Folding.words(in: print).map(\.form)
        if words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
        // `government of Syria`.
        if words.count > 2, words[1] == "of", let country = countries[words[2...].joined(separator: " ")] {
            return ([country, words[0]], true)
        }
        for length in [2, 1] where words.count > length {
            if let country = countries[words[..<length].joined(separator: " ")] {
                return ([country] + words[length...], true)
            }
        }
        return (words, false)
    }

    /// Countries by their names and the words for their people; not by capitals, which have a police of their own.
    private static let countries: [String: String] = {
        var countries: [String: String] = [:]
        for country in Country.all {
            for word in country.names + country.peoples {
                let key = Folding.key(word)
                if countries[key] == nil { countries[key] = "\(country.names[0]):" }
            }
        }
        return countries
    }()

    /// `AFP`, where an article introduces it, or where one organisation alone has these initials; two letters are anybody's.
    private mutating func joinAcronyms() {
        var introduced: [String: [Int]] = [:]
        var byInitials: [String: [Int]] = [:]
        var acronyms: [Int] = []
        for node in nodes.indices where nodes[node].kind == .organisation {
            if Acronym.isOne(nodes[node].print) {
                acronyms.append(node)
                continue
            }
            for name in nodes[node].shortNames { introduced[Folding.key(name), default: []].append(node) }
            if let initials = Acronym.initials(of: nodes[node].print) { byInitials[initials, default: []].append(node) }
        }
        for node in acronyms {
            let key = nodes[node].key
            let (sure, likely) = (roots(introduced[key] ?? []), roots(byInitials[key] ?? []))
            if sure.count == 1 {
                join(sure[0], node, .introduced)
            } else if sure.isEmpty, key.utf8.count > 2, likely.count == 1 {
                join(likely[0], node, .initials)
            }
        }
    }

    private mutating func roots(_ nodes: [Int]) -> [Int] {
        nodes.reduce(into: []) { roots, node in
            let root = root(node)
            if !roots.contains(root) { roots.append(root) }
        }
    }
}
