package import Articles

/// What joins the articles of an archive; the annotator's own, or a test's.
package struct Linker: Sendable {
    /// For every speaker as found in one version of an article (in the order of the sources' names, the versions and the text), the
    /// number of the person it is.
    package var people: @Sendable (_ speakers: [Speaker]) -> [Int]
    /// Which quotes report one utterance.
    package var statements: @Sendable (_ quotes: [LinkableQuote]) -> [LinkedStatement]

    package init(
        people: @escaping @Sendable (_ speakers: [Speaker]) -> [Int],
        statements: @escaping @Sendable (_ quotes: [LinkableQuote]) -> [LinkedStatement]
    ) {
        self.people = people
        self.statements = statements
    }
}
