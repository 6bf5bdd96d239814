import Annotator
import ArticleStore
package import Articles
package import Dates
package import Evaluator
package import LanguageService

extension Archive {
    /// A session over this archive, as a prompt or a script has one.
    /// - Parameter editing: whether it may correct the archive; see `editing(by:now:)`.
    package func session(today: CalendarDay, editing: Editing = .refused("nothing is corrected here")) -> Session {
        Session(store: store, today: today, editing: editing) { Annotator.annotate($0) }
    }

    /// The names of the archive, for completion.
    package func vocabulary() throws -> Vocabulary {
        Vocabulary(speakers: try store.speakers(), outlets: try store.outlets())
    }
}

extension Vocabulary {
    /// The names among the speakers and the outlets of an archive.
    fileprivate init(speakers: [SpeakerRecord], outlets: [OutletRecord]) {
        // An initialiser's own assignments would not keep the tables of names up to date.
        var vocabulary = Vocabulary()
        vocabulary.speakers = speakers.filter { $0.speaker.isNamed && $0.quotes > 0 }.map {
            Entry($0)
        }
        vocabulary.outlets = outlets.map { Entry(name: $0.name, count: $0.articles) }
        self = vocabulary
    }
}

extension Vocabulary.Entry {
    /// A speaker as completion and hover know one.
    package init(_ record: SpeakerRecord) {
        self.init(name: record.speaker.name, count: record.quotes, aliases: record.speaker.aliases)
        role = record.speaker.role
        organisation = record.speaker.organisation
    }
}
