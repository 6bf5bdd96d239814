/// What one speaker said on one day: sentences as lists of words.
struct InventedSpeech {
    let speaker: Int
    let day: Int
    let sentences: [[String]]

    /// The words that a speaker uses when speaking of one subject.
    struct Topic {
        let nouns: [String]
        let names: [String]

        init(_ numbers: inout SeededNumbers) {
            nouns = (0..<8).map { _ in numbers.one(of: Vocabulary.nouns) }
            names = (0..<2).map { _ in Vocabulary.name(numbers.lowBelow(4000)) }
        }
    }

    init(speaker: Int, day: Int, sentences: [[String]]) {
        self.speaker = speaker
        self.day = day
        self.sentences = sentences
    }

    init(by speaker: Int, on day: Int, about topic: Topic, _ numbers: inout SeededNumbers) {
        let count = 1 + numbers.below(3)
        self.init(
            speaker: speaker, day: day,
            sentences: (0..<count).map { _ in InventedSpeech.sentence(about: topic, &numbers) })
    }

    private static func sentence(about topic: Topic, _ numbers: inout SeededNumbers) -> [String] {
        func noun() -> [String] {
            let noun = numbers.one(of: numbers.happens(50) ? topic.nouns : Vocabulary.nouns)
            return numbers.happens(50) ? ["the", numbers.one(of: Vocabulary.adjectives), noun] : ["the", noun]
        }
        func deed() -> [String] { [numbers.one(of: Vocabulary.verbs)] + noun() }
        var words = [numbers.one(of: ["I", "we"]), numbers.one(of: ["will", "can", "must", "should"])]
        if numbers.happens(12) { words.append("not") }
        words += deed() + ["of", numbers.happens(60) ? numbers.one(of: topic.names) : "this town"]
        words += numbers.one(of: [["and"], ["because", "we", "have", "to"], ["if", "they"], ["unless", "we"]])
        words += deed() + numbers.one(of: [["near"], ["with"], ["instead", "of"]]) + noun()
        if numbers.happens(40) { words.append(numbers.one(of: Vocabulary.endings)) }
        if numbers.happens(20) { words += ["at", "\(2 + numbers.below(900))", "million"] }
        return words.flatMap { $0.contains("-") ? $0.split(separator: "-").map(String.init) : [$0] }
    }
}
