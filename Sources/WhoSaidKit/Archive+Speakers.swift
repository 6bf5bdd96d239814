import ArticleStore
package import Articles
package import Dates
package import Evaluator

extension Archive {
    /// The names of the archive, by which questions find people and outlets; each kind is read when it is first needed.
    package var names: NameBook { NameBook(store) }

    /// How articles call a speaker, and why its names are taken for one person's.
    package func profile(of speaker: SpeakerRecord) throws -> SpeakerProfile {
        try store.profile(ofSpeaker: speaker.id)
    }

    /// The days from the first to the last on which a speaker is known to have said something; nil where none is known.
    package func days(of speaker: SpeakerRecord) throws -> DateInterval? {
        var lookup = QuoteLookup()
        lookup.speakers = [speaker.id]
        let days = try store.quotes(lookup).compactMap { ($0.quote.said ?? $0.statement.said)?.value }
        guard let first = days.map(\.first).min(), let last = days.map(\.last).max() else { return nil }
        return DateInterval(first, last)
    }
}
