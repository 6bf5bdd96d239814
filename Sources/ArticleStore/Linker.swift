package import Articles

/// What joins the articles of an archive; the annotator's own, or a test's.
package struct Linker: Sendable {
    /// Which speakers as found in the versions of articles (in the order of the sources' names, the versions and the text) are one
    /// person; `known` is what the user told of people.
    package var people: @Sendable (_ speakers: [LinkableSpeaker], _ known: [KnownSpeaker]) -> LinkedPeople
    /// Which quotes report one utterance.
    package var statements: @Sendable (_ quotes: [LinkableQuote]) -> [LinkedStatement]

    package init(
        people: @escaping @Sendable (_ speakers: [LinkableSpeaker], _ known: [KnownSpeaker]) -> LinkedPeople,
        statements: @escaping @Sendable (_ quotes: [LinkableQuote]) -> [LinkedStatement]
    ) {
        self.people = people
        self.statements = statements
    }
}
