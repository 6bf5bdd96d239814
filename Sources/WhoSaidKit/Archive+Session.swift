import ArticleStore
import Articles
package import Dates
package import Evaluator
package import LanguageService

extension Archive {
    /// A session over this archive, as a prompt or a script has one.
    /// - Parameter editing: whether it may correct the archive; see `editing(by:now:)`.
    package func session(today: CalendarDay, editing: Editing = .refused("nothing is corrected here")) -> Session {
        Session(store: store, today: today, editing: editing)
    }

    /// The names of the archive, for completion.
    package func vocabulary() throws -> Vocabulary {
        var vocabulary = Vocabulary()
        vocabulary.speakers = try store.speakers().filter { $0.speaker.isNamed && $0.quotes > 0 }.map {
            Vocabulary.Entry(name: $0.speaker.name, count: $0.quotes, aliases: $0.speaker.aliases)
        }
        var articles: [String: Int] = [:]
        for article in try store.articles() {
            if let outlet = article.metadata.outlet { articles[outlet, default: 0] += 1 }
        }
        vocabulary.outlets = articles.map { Vocabulary.Entry(name: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        return vocabulary
    }
}
