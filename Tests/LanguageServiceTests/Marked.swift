import Dates
import QueryLanguage
import Text

@testable import LanguageService

/// A draft with a cursor: `|` in the text.
struct Marked {
    let draft: Draft
    let offset: Int

    init(_ marked: String) {
        let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        draft = Draft(parts.joined())
        offset = parts[0].utf8.count
    }

    /// The text of a range.
    func text(_ range: ByteRange) -> String { draft.bytes.text(range) }
}

extension LanguageService {
    /// A small archive.
    static var sample: LanguageService {
        var kerry = Vocabulary.Entry(name: "John Kerry", count: 30, aliases: ["Secretary Kerry"])
        kerry.role = "US Secretary of State"
        kerry.organisation = "US"
        let bush = [Vocabulary.Entry(name: "George Bush", count: 3), Vocabulary.Entry(name: "Jeb Bush", count: 1)]
        var vocabulary = Vocabulary()
        vocabulary.speakers = [kerry] + bush
        vocabulary.outlets = [.init(name: "The Guardian", count: 2)]
        var service = LanguageService(vocabulary: vocabulary)
        service.speakersCalled = { [vocabulary] name in
            vocabulary.speakers.filter { $0.name == name || $0.name.hasSuffix(" " + name) }
        }
        return service
    }
}

extension CalendarDay {
    /// A Thursday.
    static let sample = CalendarDay(iso: "2016-09-01") ?? CalendarDay(number: 0)
}
