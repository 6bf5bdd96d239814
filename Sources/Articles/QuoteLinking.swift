package import Dates

/// The quotes of an archive, told one by one, so that their texts need not be in memory together.
package struct LinkableQuotes {
    private let each: ((LinkableQuote) throws -> Void) throws -> Void
    /// For each place in the order of the archive, which of the quotes that were told stands there; nil where they were told in that order.
    /// Asked for when all were told.
    package let order: () -> [Int32]?

    /// - Parameters:
    ///   - each: tells each quote.
    ///   - order: see `order`.
    package init(
        each: @escaping ((LinkableQuote) throws -> Void) throws -> Void, order: @escaping () -> [Int32]?
    ) {
        self.each = each
        self.order = order
    }

    /// Quotes in the order of the archive.
    package init(_ quotes: [LinkableQuote]) { self.init(each: { try quotes.forEach($0) }, order: { nil }) }

    /// Tells each quote.
    package func forEach(_ take: (LinkableQuote) throws -> Void) throws {
        try withoutActuallyEscaping(take) { try each($0) }
    }

    /// All quotes in the order of the archive.
    package func all() throws -> [LinkableQuote] {
        var all: [LinkableQuote] = []
        try forEach { all.append($0) }
        return order().map { order in order.map { all[Int($0)] } } ?? all
    }
}

/// When a quote was printed and said.
package struct QuoteDays: Hashable, Sendable {
    /// The days on which its article appeared.
    package var published: DateInterval?
    package var said: DatedEvidence?

    package init(published: DateInterval?, said: DatedEvidence?) {
        self.published = published
        self.said = said
    }
}

/// What the quotes of one archive have to do with each other, once they are read.
package struct QuoteLinking {
    /// Which quotes report one utterance, where some, by their rows, have other days than they were told with. A quote that is in no
    /// statement is one of its own.
    package let statements: (_ days: [Int64: QuoteDays]) -> [LinkedStatement]
    /// When articles of unknown date appeared, as statements tell that others report too.
    package let publications: (_ statements: [LinkedStatement]) -> [InferredPublication]
    /// What has to be known of all quotes where only some are linked anew; nil where always all are.
    package let frequencies: TermFrequencies?

    package init(
        statements: @escaping (_ days: [Int64: QuoteDays]) -> [LinkedStatement],
        publications: @escaping (_ statements: [LinkedStatement]) -> [InferredPublication],
        frequencies: TermFrequencies? = nil
    ) {
        self.frequencies = frequencies
        self.statements = statements
        self.publications = publications
    }
}
