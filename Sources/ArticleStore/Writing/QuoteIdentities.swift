/// Which quotes of an article's versions are the same quote: the same words (white space aside), the same kind and the
/// same speakers. Where one version prints a quote twice, the first one pairs with the first one of the next version.
struct QuoteIdentities {
    /// What two quotes must share.
    struct Key: Hashable {
        let words: String
        let kind: String
        let speakers: [String]
        /// How many quotes of the same version came before it with the same words, kind and speakers.
        var occurrence = 0

        init(text: String, kind: String, speakers: [String]) {
            words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            self.kind = kind
            self.speakers = speakers
        }
    }

    /// A quote that was met before.
    struct Known {
        let quote: Int64
        let statement: Int64
    }

    private var known: [Key: Known] = [:]
    private var seen: [Key: Int] = [:]

    /// Begins the next version.
    mutating func startVersion() { seen = [:] }

    /// The key of a quote among those of its version.
    mutating func key(text: String, kind: String, speakers: [String]) -> Key {
        var key = Key(text: text, kind: kind, speakers: speakers)
        seen[key, default: 0] += 1
        key.occurrence = (seen[key] ?? 1) - 1
        return key
    }

    /// The quote of an earlier version with this key.
    subscript(key: Key) -> Known? {
        get { known[key] }
        set { known[key] = newValue }
    }
}
