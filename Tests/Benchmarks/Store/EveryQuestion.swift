import MadeUp
import QueryLanguage

/// Questions that together ask for all that the reference of the language has: each field under `where`, `per` and `order by`, each kind of
/// words, each noun and each clause.
enum EveryQuestion {
    private static let word = Vocabulary.word(9)
    private static let frequent = Vocabulary.word(3)
    private static let phrase = StoreBenchmark.Subject.phrase
    private static let other = "\(Vocabulary.word(6)) \(Vocabulary.word(8))"
    private static let speaker = StoreBenchmark.Subject.speaker

    static var all: [String] { perField + orders + conditions + words + nouns + clauses }

    private static var perField: [String] {
        // What a quote says is no group.
        let fields = Field.allCases.filter { ![.text, .about, .mentions].contains($0) }
        return fields.map { "how many quotes per \($0.rawValue) top 10" } + [
            "how many quotes per month", "how many quotes per week", "how many quotes \"\(word)\" per year and kind",
            "how many quotes per speaker and outlet top 10",
            "how many statements \"\(word)\" per speaker and month top 10",
            "how many articles per outlet", "how many speakers per outlet", "how many outlets per speaker top 10",
            "how many statements per cue", "how many quotes \"\(word)\" per speaker order by speaker top 10",
        ]
    }

    private static var orders: [String] {
        Field.allCases.map { "quotes \"\(word)\" order by \($0.rawValue) top 20" } + [
            "quotes order by text top 20", "quotes order by words desc, date top 20",
            "quotes order by outlet, date desc top 20",
            "quotes \"\(word)\" order by left top 20 as kwic", "quotes \"\(word)\" order by right desc top 20 as kwic",
            "speakers order by speaker top 10", "articles \"\(word)\" order by count desc top 10",
            "statements \"\(word)\" order by reports desc top 10", "outlets order by count",
        ]
    }

    private static var conditions: [String] {
        [
            "kind = direct", "cue = warn", "cue = exactly \"said\"", "said < 2010", "date = 2014-03",
            "published = 2014",
            "place = \"\(Vocabulary.place(3))\"", "occasion is known", "medium is known",
            "outlet = \"\(Vocabulary.outlet(7))\"",
            "outlet != \"\(Vocabulary.outlet(7))\"", "voices > 1", "paragraphs > 1", "words > 30", "confidence < 0.8",
            "version = 2",
            "reports > 1", "speaker = \"\(speaker)\"", "speaker is named", "speaker is unnamed", "role = minister",
            "role is unknown",
            "organisation = \"\(Vocabulary.speaker(8))\"", "title = \"\(Vocabulary.place(3))\"", "byline is known",
            "byline = \"\(speaker)\"",
            "url is known", "article is known", "to is known", "via is known", "to = reporters", "corrected = false",
            "kind = direct and (speaker = \"\(speaker)\" or place is known)", "not (kind = direct)",
            "about = \"\(word)\"",
            "mentions = \"\(word)\"",
        ].map { "quotes where \($0) top 20" }
    }

    private static var words: [String] {
        [
            "\"\(phrase)\"", "\"\(other)\"", "\"\(phrase) \(Vocabulary.word(2))\"", "\"\(word.prefix(3))*\"",
            "exactly \"\(word)\"",
            "exactly \"\(phrase)\"", "quoted \"\(word)\"", "quoted \"\(phrase)\"", "/\(word)s?/",
            "/\(word.prefix(3)).a/i", "/[0-9]+/",
            "\"\(word)\" near \"\(frequent)\"", "\"\(word)\" near/5 \"\(frequent)\"", "\"\(word)\" and \"\(frequent)\"",
            "(\"\(word)\" or \"\(frequent)\")", "\"\(word)\" and not \"\(frequent)\"", "about \(word)",
        ].map { "quotes \($0) top 20" }
    }

    private static var nouns: [String] {
        [
            "who said \"\(word)\" top 20", "who denied \"\(word)\" top 20", "what did \"\(speaker)\" say top 20",
            "when did \"\(speaker)\" say \"\(word)\" top 20", "where did \"\(speaker)\" say \"\(word)\" top 20",
            "statements top 20", "articles top 20", "speakers top 20", "outlets",
            "wordings of \"\(phrase)\" by \"\(speaker)\" top 20",
            "how many statements", "how many articles", "how many speakers",
        ]
    }

    private static var clauses: [String] {
        [
            "quotes \"\(word)\" by \"\(speaker)\" on 5 March 2014", "quotes \"\(word)\" in any version top 20",
            "quotes sample 20 seed 7",
            "quotes \"\(word)\" since 2010 until 2015 top 20", "quotes in \(Vocabulary.place(3)) top 20",
            "articles about \(Vocabulary.word(2_000)) with \"\(Vocabulary.word(50))\" top 20",
            "speakers about \(Vocabulary.word(3_000)) without \"\(word)\" top 20",
            "quotes among (statements \"\(phrase)\" by \"\(speaker)\") top 20",
        ]
    }
}
