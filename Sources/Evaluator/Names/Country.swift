import Text

/// A country by all the words that the press has for it.
///
///     Country.named("US")?.places   // ["Washington", "White House"]
struct Country: Hashable, Sendable {
    /// The names proper; the first is the usual one.
    let names: [String]
    /// The capital and other places that stand for its government.
    let places: [String]
    /// The words for its people and what is theirs.
    let peoples: [String]

    /// Every country of the table.
    static let all: [Country] = table.split(separator: "\n").compactMap { line in
        let cells = line.split(separator: ";", omittingEmptySubsequences: false).map { cell in
            cell.split(separator: ",").map { $0.drop { $0 == " " }.trimmedEnd }.filter { !$0.isEmpty }
        }
        return cells.count == 3 ? Country(names: cells[0], places: cells[1], peoples: cells[2]) : nil
    }

    /// The country that goes by this name; nil for capitals, peoples and everything else.
    static func named(_ name: String) -> Country? { byName[key(name)].map { all[$0] } }

    /// The country for which a name, a capital or a people's name can stand, `government` and the like left aside.
    static func meant(by name: String) -> Country? { byAnyWord[key(name)].map { all[$0] } }

    /// All its words.
    var words: [String] { names + places + peoples }

    private static func key(_ name: String) -> String {
        let idle: Set = ["the", "government", "administration", "regime", "authorities", "officials"]
        let words = Folding.words(in: name).map(\.form)
        let kept = words.filter { !idle.contains($0) }
        return (kept.isEmpty ? words : kept).joined(separator: " ")
    }

    private static let byName = index(\.names)
    private static let byAnyWord = index(\.words)

    private static func index(_ words: (Country) -> [String]) -> [String: Int] {
        var index: [String: Int] = [:]
        for (number, country) in all.enumerated() {
            for word in words(country) where index[key(word)] == nil { index[key(word)] = number }
        }
        return index
    }
}

extension Substring {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
