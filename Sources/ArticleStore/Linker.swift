package import Articles

/// What joins the articles of an archive; the annotator's own, or a test's.
package struct Linker: Sendable {
    /// Which speakers as found in the versions of articles (in the order of the sources' names, the versions and the text) are one
    /// person; `known` is what the user told of people.
    package var people: @Sendable (_ speakers: [LinkableSpeaker], _ known: [KnownSpeaker]) -> LinkedPeople
    /// Reads the quotes of the archive, and tells what they have to do with each other.
    package var quotes: @Sendable (_ quotes: LinkableQuotes) throws -> QuoteLinking
    /// Links a part of the archive anew, with what the linking of all of it would make of it; nil where all must be linked.
    package var changedQuotes: @Sendable (_ changes: ChangedQuotes, _ archive: LinkedArchive) throws -> QuoteRelinking?
    /// When the quotes of an article were said, version by version in the order of their finding, once its date of publication is known.
    package var dates: @Sendable (_ article: Article) -> [[DatedEvidence?]]

    package init(
        people: @escaping @Sendable (_ speakers: [LinkableSpeaker], _ known: [KnownSpeaker]) -> LinkedPeople,
        quotes: @escaping @Sendable (_ quotes: LinkableQuotes) throws -> QuoteLinking,
        changedQuotes:
            @escaping @Sendable (
                _ changes: ChangedQuotes, _ archive: LinkedArchive
            ) throws -> QuoteRelinking? = { _, _ in nil },
        dates: @escaping @Sendable (_ article: Article) -> [[DatedEvidence?]] = { _ in [] }
    ) {
        self.people = people
        self.quotes = quotes
        self.changedQuotes = changedQuotes
        self.dates = dates
    }

    /// A linker that looks at all quotes together.
    package init(
        people: @escaping @Sendable (_ speakers: [LinkableSpeaker], _ known: [KnownSpeaker]) -> LinkedPeople,
        statements: @escaping @Sendable (_ quotes: [LinkableQuote]) -> [LinkedStatement],
        publications:
            @escaping @Sendable (
                _ quotes: [LinkableQuote], _ statements: [LinkedStatement]
            ) -> [InferredPublication] = { _, _ in [] },
        dates: @escaping @Sendable (_ article: Article) -> [[DatedEvidence?]] = { _ in [] }
    ) {
        self.init(
            people: people,
            quotes: { quotes in
                let all = try quotes.all()
                return QuoteLinking(
                    statements: { days in
                        statements(
                            all.map { quote in
                                guard let changed = days[quote.id] else { return quote }
                                var quote = quote
                                (quote.published, quote.said) = (changed.published, changed.said)
                                return quote
                            })
                    }, publications: { publications(all, $0) })
            }, dates: dates)
    }
}
