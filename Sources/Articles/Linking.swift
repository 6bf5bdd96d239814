package import Dates

/// A quote as the linking across articles sees it: one per version that carries it.
package struct LinkableQuote: Hashable, Sendable {
    /// The row in the archive.
    package var id: Int64
    package var article: Int64
    package var isLatest: Bool
    package var outlet: String?
    package var published: DateInterval?
    /// The segments' printed words, joined by spaces.
    package var text: String
    package var kind: Quote.Kind
    /// The archive's speakers, in the order of the print.
    package var speakers: [Int64]
    package var said: DatedEvidence?
    package var place: PlaceEvidence?

    package init(
        id: Int64, article: Int64, isLatest: Bool, outlet: String?, published: DateInterval?, text: String,
        kind: Quote.Kind,
        speakers: [Int64], said: DatedEvidence?, place: PlaceEvidence?
    ) {
        self.id = id
        self.article = article
        self.isLatest = isLatest
        self.outlet = outlet
        self.published = published
        self.text = text
        self.kind = kind
        self.speakers = speakers
        self.said = said
        self.place = place
    }
}

/// Which quotes report one utterance, and what is best known of it.
package struct LinkedStatement: Hashable, Sendable {
    /// The quotes that report it, as `LinkableQuote.id`s in the order of the archive.
    package var quotes: [Int64]
    /// The best-evidenced date of its reports.
    package var said: DatedEvidence?
    /// The best-evidenced place of its reports.
    package var place: PlaceEvidence?

    package init(quotes: [Int64], said: DatedEvidence?, place: PlaceEvidence?) {
        self.quotes = quotes
        self.said = said
        self.place = place
    }
}
