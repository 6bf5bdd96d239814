/// Words and how many texts have them.
enum WordCount {
    /// Words that say nothing about a subject.
    private static let common: Set<String> = [
        "about", "after", "against", "because", "been", "before", "being", "between", "could", "does", "from", "have",
        "into", "more", "need", "only", "other", "over", "should", "some", "than", "that", "their", "them", "there",
        "these", "they", "this", "those", "very", "were", "what", "when", "which", "while", "will", "with", "would",
        "your",
    ]

    /// The words that most texts have, of four letters or more; among equals, in the order of the alphabet.
    static func most(in texts: [String], limit: Int) -> [(word: String, count: Int)] {
        var counts: [String: Int] = [:]
        for text in texts {
            let words = text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
            for word in Set(words) where word.count > 3 && !common.contains(word) { counts[word, default: 0] += 1 }
        }
        return counts.filter { $0.value > 1 }.map { (word: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.word) < ($0.count, $1.word) }.prefix(limit).map(\.self)
    }
}
