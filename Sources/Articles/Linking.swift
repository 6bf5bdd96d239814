package import Dates

/// A quote as the linking across articles sees it: one per version that carries it.
package struct LinkableQuote: Hashable, Sendable {
    /// The row in the archive.
    package var id: Int64
    package var article: Int64
    /// The row of the article's version that prints it.
    package var version: Int64
    package var isLatest: Bool
    package var outlet: String?
    package var published: DateInterval?
    /// The segments' printed words, joined by spaces.
    package var text: String
    /// What the words stand for where they are only an anaphor: *it should*.
    package var antecedent: String?
    package var kind: Quote.Kind
    /// The archive's speakers, in the order of the print.
    package var speakers: [Int64]
    /// The quote of the same version that it is a part of.
    package var outer: Int64?
    package var said: DatedEvidence?
    package var place: PlaceEvidence?

    package init(
        id: Int64, article: Int64, version: Int64, isLatest: Bool, outlet: String?, published: DateInterval?,
        text: String, antecedent: String? = nil, kind: Quote.Kind, speakers: [Int64], outer: Int64? = nil,
        said: DatedEvidence?, place: PlaceEvidence?
    ) {
        self.id = id
        self.article = article
        self.version = version
        self.isLatest = isLatest
        self.outlet = outlet
        self.published = published
        self.text = text
        self.antecedent = antecedent
        self.kind = kind
        self.speakers = speakers
        self.outer = outer
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
    /// Why each of its quotes but one is here.
    package var likenesses: [Likeness]

    package init(quotes: [Int64], said: DatedEvidence?, place: PlaceEvidence?, likenesses: [Likeness] = []) {
        self.quotes = quotes
        self.said = said
        self.place = place
        self.likenesses = likenesses
    }
}

/// How much a quote has in common with the fullest report of its statement.
package struct Likeness: Hashable, Sendable {
    package var quote: Int64
    /// The fullest report, which every other one is held against.
    package var fullest: Int64
    /// How many of its content words are in the fullest report.
    package var common: Int
    /// How many content words it has.
    package var words: Int
    /// The part of what its words tell that the common ones do, where rare words tell more: 0...1.
    package var share: Double

    package init(quote: Int64, fullest: Int64, common: Int, words: Int, share: Double) {
        self.quote = quote
        self.fullest = fullest
        self.common = common
        self.words = words
        self.share = share
    }
}

/// When an article that does not say so appeared, as statements tell that dated articles report too.
package struct InferredPublication: Hashable, Sendable {
    package var article: Int64
    /// The days on one of which it appeared.
    package var published: DateInterval
    /// The days on one of which the statements were made.
    package var said: DateInterval
    /// What tells it; never empty.
    package var evidence: [Evidence]

    package init(article: Int64, published: DateInterval, said: DateInterval, evidence: [Evidence]) {
        self.article = article
        self.published = published
        self.said = said
        self.evidence = evidence
    }

    /// Two quotes that report one statement.
    package struct Evidence: Hashable, Sendable {
        /// The quote of the article, or of one that shares a long quotation with it.
        package var quote: Int64
        /// The quote of the dated article.
        package var dated: Int64

        package init(quote: Int64, dated: Int64) {
            self.quote = quote
            self.dated = dated
        }
    }
}
