/// The closed classes that a word belongs to, whatever it means where it stands; found once for each token.
struct WordClasses: OptionSet {
    let rawValue: UInt16

    static let determiner = WordClasses(rawValue: 1 << 0)
    static let subjectPronoun = WordClasses(rawValue: 1 << 1)
    static let objectPronoun = WordClasses(rawValue: 1 << 2)
    static let preposition = WordClasses(rawValue: 1 << 3)
    static let conjunction = WordClasses(rawValue: 1 << 4)
    static let question = WordClasses(rawValue: 1 << 5)
    static let adverb = WordClasses(rawValue: 1 << 6)
    static let auxiliary = WordClasses(rawValue: 1 << 7)
    static let modal = WordClasses(rawValue: 1 << 8)
    static let contraction = WordClasses(rawValue: 1 << 9)
    static let weekday = WordClasses(rawValue: 1 << 10)

    static let pronoun: WordClasses = [.subjectPronoun, .objectPronoun]

    /// The classes whose words are no nouns, adjectives, names or unknown verbs.
    static let closed: WordClasses = [
        .determiner, .subjectPronoun, .objectPronoun, .preposition, .conjunction, .question, .adverb,
    ]

    /// The classes of a word in lower case.
    static func of(_ word: String) -> WordClasses { known[word] ?? [] }

    private static let known: [String: WordClasses] = {
        var known: [String: WordClasses] = [:]
        for (words, classes) in [
            (WordClass.determiners, determiner), (WordClass.subjectPronouns, subjectPronoun),
            (WordClass.objectPronouns, objectPronoun), (WordClass.prepositions, preposition),
            (WordClass.conjunctions, conjunction), (WordClass.questionWords, question), (WordClass.adverbs, adverb),
            (WordClass.auxiliaries, auxiliary), (WordClass.modals, modal), (WordClass.contractions, contraction),
            (WordClass.weekdays, weekday),
        ] {
            for word in words { known[word, default: []].insert(classes) }
        }
        return known
    }()
}
