/// Words, names and outlets that nobody ever wrote, made of syllables: `Vocabulary.word(9)`.
package enum Vocabulary {
    /// The number of words; the tenth of them is in about every sixth quote.
    package static let words = 30_000

    private static let syllables = [
        "ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "wa", "ze", "chi",
        "dro", "plu", "stra", "tren", "mir", "gol", "bun", "sar", "vel", "kin", "dor", "luth",
    ]

    /// The word of a rank, 0 being the most frequent.
    package static func word(_ rank: Int) -> String {
        var (rest, text) = (rank, "")
        repeat {
            text += syllables[rest % syllables.count]
            rest /= syllables.count
        } while rest > 0
        return text.utf8.count < 4 ? text + "l" : text
    }

    /// The name of a person, or of an organisation for every ninth.
    package static func speaker(_ rank: Int) -> String {
        rank % 9 == 8 ? "\(capital(word(rank * 7 + 3))) \(capital(word(rank + 11))) Union" : person(rank)
    }

    private static func person(_ rank: Int) -> String {
        "\(capital(word(rank % 211 + 900))) \(capital(word(rank * 3 + 1_000)))"
    }

    package static func outlet(_ rank: Int) -> String { "The \(capital(word(rank + 500))) Post" }

    package static func place(_ rank: Int) -> String { capital(word(rank + 2_500)) }

    private static func capital(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
