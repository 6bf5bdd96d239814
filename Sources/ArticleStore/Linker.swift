package import Articles

/// What joins the articles of an archive; the annotator's own, or a test's.
package struct Linker: Sendable {
    /// Which speakers as found in the versions of articles (in the order of the sources' names, the versions and the text) are one
    /// person; `known` is what the user told of people.
    package var people: @Sendable (_ speakers: [LinkableSpeaker], _ known: [KnownSpeaker]) -> LinkedPeople
    /// Which quotes report one utterance.
    package var statements: @Sendable (_ quotes: [LinkableQuote]) -> [LinkedStatement]

    /// When articles of unknown date appeared, as statements tell that others report too.
    package var publications:
        @Sendable (_ quotes: [LinkableQuote], _ statements: [LinkedStatement]) -> [InferredPublication]
    /// When the quotes of an article were said, version by version in the order of their finding, once its date of publication is known.
    package var dates: @Sendable (_ article: Article) -> [[DatedEvidence?]]

    package init(
        people: @escaping @Sendable (_ speakers: [LinkableSpeaker], _ known: [KnownSpeaker]) -> LinkedPeople,
        statements: @escaping @Sendable (_ quotes: [LinkableQuote]) -> [LinkedStatement],
        publications:
            @escaping @Sendable (
                _ quotes: [LinkableQuote], _ statements: [LinkedStatement]
            ) -> [InferredPublication] = { _, _ in [] },
        dates: @escaping @Sendable (_ article: Article) -> [[DatedEvidence?]] = { _ in [] }
    ) {
        self.people = people
        self.statements = statements
        self.publications = publications
        self.dates = dates
    }
}
