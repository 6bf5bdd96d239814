import Articles

/// The ways in which words are reported.
enum Reporting {
    /// Sentences as one of many outlets prints them.
    static func report(
        _ sentences: [[String]], _ numbers: inout SeededNumbers
    ) -> (words: [String], kind: Quote.Kind) {
        let spoken = Array(sentences.joined())
        switch numbers.below(10) {
        case 0, 1: return (spoken, .direct)
        case 2: return (respelled(spoken), .direct)
        case 3: return (Array(spoken.prefix(max(12, spoken.count * 6 / 10))), .direct)
        case 4: return (Array(sentences[0]), .direct)
        case 5: return (withEllipsis(spoken, &numbers), .direct)
        case 6: return (spoken.filter { _ in !numbers.happens(12) }, .direct)
        case 7: return (bracketed(respelled(spoken), &numbers), .direct)
        default:
            let told = sentences.count > 1 && numbers.happens(50) ? sentences[0] : spoken
            return (reworded(told, &numbers), numbers.happens(20) ? .mixed : .indirect)
        }
    }

    private static func respelled(_ words: [String]) -> [String] { words.map { Vocabulary.respelled[$0] ?? $0 } }

    private static func withEllipsis(_ words: [String], _ numbers: inout SeededNumbers) -> [String] {
        let start = 4 + numbers.below(max(1, words.count - 8))
        return Array(words[..<start]) + ["…"] + words.dropFirst(start + 1 + numbers.below(4))
    }

    private static func bracketed(_ words: [String], _ numbers: inout SeededNumbers) -> [String] {
        var words = words
        words.insert("[the", at: words.count / 2)
        words.insert("council’s]", at: words.count / 2 + 1)
        return words
    }

    /// In the reporter's words: other persons and tenses, adjectives left out, other verbs.
    private static func reworded(_ words: [String], _ numbers: inout SeededNumbers) -> [String] {
        let shifted = ["I": "he", "we": "they", "will": "would", "can": "could", "have": "had", "they": "others"]
        return words.flatMap { word -> [String] in
            if let other = shifted[word] { return [other] }
            if Vocabulary.adjectives.contains(word), numbers.happens(40) { return [] }
            if let synonym = Vocabulary.synonyms[word], numbers.happens(60) {
                return synonym.split(separator: " ").map(String.init)
            }
            return [word]
        }
    }
}
