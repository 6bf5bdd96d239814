import Articles

/// The words of a column that keeps their numbers.
///
/// A word keeps its number for ever: a new one is added at the end. The first two take no room in a row.
struct NumberedWords<Word: RawRepresentable<String> & Hashable & Sendable>: Sendable {
    let words: [Word]

    /// The number that stands for a word.
    func number(of word: Word) -> Int { words.firstIndex(of: word) ?? words.count }

    /// The number that stands for a word, or nothing.
    func numberIfAny(of word: Word?) -> Int? { word.map { number(of: $0) } }

    /// What tells SQLite the word of a column's number; NULL where the number stands for none.
    func word(of column: String) -> String {
        let cases = words.enumerated().map { "WHEN \($0) THEN '\($1.rawValue)'" }
        return "CASE \(column) \(cases.joined(separator: " ")) END"
    }

    /// What tells SQLite the number of a column's word; of what is none of the words, one that stands for none.
    func number(ofColumn column: String) -> String {
        let cases = words.enumerated().map { "WHEN '\($1.rawValue)' THEN \($0)" }
        return """
            CASE \(column) \(cases.joined(separator: " ")) ELSE CASE WHEN \(column) IS NOT NULL THEN \(words.count) END END
            """
    }
}

/// The columns that keep numbers in the place of words.
enum StoredWords {
    static let kinds = NumberedWords<Quote.Kind>(words: [.direct, .indirect, .mixed])
    static let zones = NumberedWords<Zone.Kind>(
        words: [.body, .title, .deck, .caption, .credit, .byline, .dateline, .subheading, .sourceLine, .boilerplate])
    static let dateBases = NumberedWords<DatedEvidence.Basis>(
        words: [
            .publication, .explicit, .weekday, .relative, .context, .crossArticle, .metadata, .url, .dateline,
            .correction,
        ])
    static let placeBases = NumberedWords<PlaceEvidence.Basis>(words: [.explicit, .context, .dateline, .correction])
}
