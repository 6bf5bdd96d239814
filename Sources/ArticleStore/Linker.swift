package import Articles

/// What joins the articles of an archive; the annotator's own, or a test's.
package struct Linker: Sendable {
    /// For every speaker as found in one version of an article (in the order of the sources' names, the versions and the text), the
    /// number of the person it is.
    package var people: @Sendable (_ speakers: [Speaker]) -> [Int]
    /// Which quotes report one utterance.
    package var statements: @Sendable (_ quotes: [LinkableQuote]) -> [LinkedStatement]

    /// When articles of unknown date appeared, as statements tell that others report too.
    package var publications:
        @Sendable (_ quotes: [LinkableQuote], _ statements: [LinkedStatement]) -> [InferredPublication]
    /// When the quotes of an article were said, version by version in the order of their finding, once its date of publication is known.
    package var dates: @Sendable (_ article: Article) -> [[DatedEvidence?]]

    package init(
        people: @escaping @Sendable (_ speakers: [Speaker]) -> [Int],
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
