extension Field {
    /// What values it has.
    package var type: ValueType { entry.type }

    /// One line about it.
    package var summary: String { entry.summary }

    /// A condition that uses it.
    package var example: String { entry.example }

    /// The words that others use for it, from which the right name is suggested.
    package var synonyms: [String] { entry.synonyms }

    /// The fields that a person can correct: of the quote, of its speaker, of its article.
    package static let correctable: [Field] = [
        .speaker, .to, .kind, .said, .place, .occasion, .medium, .role, .organisation, .outlet, .title, .byline, .url,
        .published,
    ]

    /// What the catalogue says about a field.
    struct Entry {
        let type: ValueType
        let summary: String
        let example: String
        var synonyms: [String] = []
    }

    private var entry: Entry {
        switch self {
        case .kind:
            Entry(
                type: .choice, summary: "direct, indirect or mixed", example: "kind = direct",
                synonyms: ["type", "sort"]
            )
        case .cue:
            Entry(
                type: .verb, summary: "the act that the attributing verb performs", example: "cue = warn",
                synonyms: ["verb", "act"])
        case .to:
            Entry(
                type: .phrase, summary: "to whom it was said", example: "to = reporters",
                synonyms: ["addressee", "audience", "target", "listener"])
        case .via:
            Entry(
                type: .name, summary: "through whom it reached the reporter", example: "via = AFP",
                synonyms: ["through", "relay"])
        case .text:
            Entry(
                type: .text, summary: "the words as printed", example: "text has \"ceasefire\"",
                synonyms: ["content", "quote", "body"])
        case .about:
            Entry(
                type: .text, summary: "what the words mention, by any of its names", example: "about has Iran",
                synonyms: ["topic", "subject"])
        case .mentions:
            Entry(type: .text, summary: "names in the words", example: "mentions has \"East Ghouta\"")
        case .said:
            Entry(
                type: .date, summary: "when the words were spoken", example: "said = 2014-01-13",
                synonyms: ["spoken", "uttered"])
        case .date:
            Entry(
                type: .date, summary: "when it was said, or else published", example: "date >= 2014-01",
                synonyms: ["day", "when", "time"])
        case .place:
            Entry(
                type: .phrase, summary: "where it was said", example: "place = Paris",
                synonyms: ["where", "location", "city", "country"])
        case .occasion:
            Entry(
                type: .phrase, summary: "the event at which it was said", example: "occasion = \"press conference\"",
                synonyms: ["event"])
        case .medium:
            Entry(
                type: .phrase, summary: "how it was said: statement, interview, letter", example: "medium = statement",
                synonyms: ["channel"])
        case .voices: Entry(type: .number, summary: "how many speak together", example: "voices > 1")
        case .paragraphs:
            Entry(type: .number, summary: "how many paragraphs it runs over", example: "paragraphs > 1")
        case .words:
            Entry(type: .number, summary: "how many words it has", example: "words > 20", synonyms: ["length"])
        case .confidence:
            Entry(
                type: .number, summary: "how sure the attribution is, 0 to 1", example: "confidence < 0.5",
                synonyms: ["score", "certainty"])
        case .version:
            Entry(
                type: .number, summary: "the version of the article", example: "version = 0", synonyms: ["revision"])
        case .corrected:
            Entry(type: .truth, summary: "whether somebody has corrected it", example: "corrected = true")
        case .speaker:
            Entry(
                type: .name, summary: "who said it", example: "speaker = Kerry",
                synonyms: ["person", "source", "who", "name", "by"])
        case .role:
            Entry(
                type: .phrase, summary: "what the speaker is", example: "role = \"foreign minister\"",
                synonyms: ["title", "job", "function"])
        case .organisation:
            Entry(
                type: .name, summary: "whom the speaker speaks for", example: "organisation = \"United Nations\"",
                synonyms: ["organization", "org", "company", "party", "group"])
        case .outlet:
            Entry(
                type: .name, summary: "who printed it", example: "outlet = \"The Guardian\"",
                synonyms: ["newspaper", "paper", "publication", "publisher", "magazine", "site", "agency"])
        case .article:
            Entry(
                type: .text, summary: "the article's name in the archive", example: "article = \"syria-peace-talks\"",
                synonyms: ["story", "file"])
        case .title:
            Entry(type: .text, summary: "the headline", example: "title has \"Syria\"", synonyms: ["headline"])
        case .byline:
            Entry(
                type: .text, summary: "who wrote the article", example: "byline has \"Borger\"",
                synonyms: ["author", "journalist", "writer", "reporter"])
        case .url:
            Entry(
                type: .text, summary: "where the article stood", example: "url matches /guardian/", synonyms: ["link"])
        case .published:
            Entry(
                type: .date, summary: "when the article appeared", example: "published = 2014-01",
                synonyms: ["printed", "appeared"])
        case .reports:
            Entry(
                type: .number, summary: "how many outlets carry the statement", example: "reports > 2",
                synonyms: ["carriers", "copies"])
        }
    }
}
