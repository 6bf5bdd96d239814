/// A speaker of the archive, resolved across its articles.
package struct SpeakerRecord: Hashable, Sendable, Identifiable {
    package var id: Int64
    package var speaker: Speaker
    /// The number of quotes in latest versions.
    package var quotes: Int
    /// How articles call it; nil where that was not looked up.
    package var profile: SpeakerProfile?

    package init(id: Int64, speaker: Speaker, quotes: Int, profile: SpeakerProfile? = nil) {
        self.id = id
        self.speaker = speaker
        self.quotes = quotes
        self.profile = profile
    }
}

/// An article of the archive, without its text.
package struct ArticleRecord: Hashable, Sendable, Identifiable {
    package var id: Int64
    /// The path or the name of its source.
    package var source: String
    package var metadata: Metadata
    /// The numbers of its versions, oldest first.
    package var versions: [Int]

    package init(id: Int64, source: String, metadata: Metadata, versions: [Int]) {
        self.id = id
        self.source = source
        self.metadata = metadata
        self.versions = versions
    }
}

/// A quote of the archive in one version of its article, with all that a question can ask of it.
package struct QuoteRecord: Hashable, Sendable, Identifiable {
    /// The row in the archive, which changes when the article is annotated anew.
    package var id: Int64
    /// `q:` and sixteen hexadecimal digits, from the source's checksum and the spans: the same for ever.
    package var reference: String
    package var article: ArticleRecord
    /// The version that `quote`'s ranges point into.
    package var version: Int
    /// Whether that is the article's latest version.
    package var isLatest: Bool
    /// All versions that print the same quote; `version` is among them.
    package var versions: [Int]
    /// What was annotated; the indices of its mentions lead into `people`, its `outer` is nil.
    package var quote: Quote
    /// The speakers whom the quote's mentions speak of.
    package var people: [SpeakerRecord]
    /// The reference of the quote that it is a part of.
    package var outer: String?
    /// The printed words of each segment.
    package var segmentTexts: [String]
    /// The start and the end of each segment in Unicode code points of the source; empty where they were not counted.
    package var codePoints: [[Int]]
    /// The printed words of the first speaker mention, the cue, the addressee, the occasion, the medium and the antecedent.
    package var printed: Printed
    /// The line and the column, from 1, of the first segment in the source; the column counts bytes.
    package var line: Int
    package var column: Int
    /// The statement that it reports.
    package var statement: StatementRecord
    /// What people decided about it, in the order in which they did.
    package var decisions: [DecisionRecord]

    /// Printed words around a quote, read from the source.
    package struct Printed: Hashable, Sendable {
        package var speakers: [String]
        package var cue: String?
        package var addressee: String?
        package var via: [String]
        package var occasion: String?
        package var medium: String?
        package var antecedent: String?

        package init(
            speakers: [String] = [], cue: String? = nil, addressee: String? = nil, via: [String] = [],
            occasion: String? = nil, medium: String? = nil, antecedent: String? = nil
        ) {
            self.speakers = speakers
            self.cue = cue
            self.addressee = addressee
            self.via = via
            self.occasion = occasion
            self.medium = medium
            self.antecedent = antecedent
        }
    }

    package init(
        id: Int64, reference: String, article: ArticleRecord, version: Int, isLatest: Bool, versions: [Int],
        quote: Quote,
        people: [SpeakerRecord], outer: String? = nil, segmentTexts: [String], codePoints: [[Int]] = [],
        printed: Printed, line: Int, column: Int, statement: StatementRecord, decisions: [DecisionRecord] = []
    ) {
        self.id = id
        self.reference = reference
        self.article = article
        self.version = version
        self.isLatest = isLatest
        self.versions = versions
        self.quote = quote
        self.people = people
        self.outer = outer
        self.segmentTexts = segmentTexts
        self.codePoints = codePoints
        self.printed = printed
        self.line = line
        self.column = column
        self.statement = statement
        self.decisions = decisions
    }

    /// The last decision about a property; nil where nobody corrected it.
    package func correction(of property: Decision.Property) -> DecisionRecord? {
        decisions.lastCorrection(of: property)
    }

    /// The words, its segments joined by a space.
    package var text: String { segmentTexts.joined(separator: " ") }
    /// Who said it.
    package var speakers: [SpeakerRecord] { quote.speakers.compactMap { $0.speaker.map { people[$0] } } }
    /// Whom it was said to, where that is somebody.
    package var addressee: SpeakerRecord? { quote.addressee?.speaker.map { people[$0] } }
    /// Through whom it came, outermost first.
    package var via: [SpeakerRecord] { quote.via.compactMap { $0.speaker.map { people[$0] } } }
}

/// One utterance of the archive.
package struct StatementRecord: Hashable, Sendable, Identifiable {
    package var id: Int64
    /// The best-evidenced date among its reports.
    package var said: DatedEvidence?
    /// The best-evidenced place among its reports.
    package var place: PlaceEvidence?
    /// The number of outlets that report it in latest versions; articles of no known outlet count one each.
    package var reports: Int

    package init(id: Int64, said: DatedEvidence?, place: PlaceEvidence?, reports: Int) {
        self.id = id
        self.said = said
        self.place = place
        self.reports = reports
    }
}

/// Why a quote is a report of its statement, and what dates its article where that prints no date.
package struct LinkingRecord: Hashable, Sendable {
    /// What it has in common with the fullest report; nil where it is that, or the only one.
    package var likeness: Likeness?
    /// How many reports are held against it as the fullest one.
    package var others: Int
    /// The statements that date its article.
    package var publication: [InferredPublication.Evidence]

    package init(likeness: Likeness?, others: Int, publication: [InferredPublication.Evidence]) {
        self.likeness = likeness
        self.others = others
        self.publication = publication
    }
}
