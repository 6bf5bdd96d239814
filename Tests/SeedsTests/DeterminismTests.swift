import Articles
import Dates
import Evaluator
import Presentation
import QueryLanguage
import Readers
import Testing
import WhoSaidKit

@testable import ArticleStore

/// The same question, sources and day give the same bytes, whatever the order in which the sources came into the archive.
@Suite struct DeterminismTests {
    /// What the order of adding must not change: every question in every format, explained, and what follows from an answer.
    static let questions =
        QuestionsTests.wording.sorted { $0.key < $1.key }.map(\.value) + [
            "quotes", "statements", "speakers", "outlets", "articles", "changes", "changes of quotes",
            "quotes sample 7 seed 3", "how many statements per speaker and month",
            "how many quotes per cue top 5 with ties",
            "quotes order by words desc top 3 with ties", "speakers order by role", "quotes in any version",
            "who said \"ceesfire\"", "quotes where place = Parris", "who said \"ceasefire Aleppo\"", "quotes by Kerrry",
        ]

    /// Archives of the same sources: added at once, one by one from the last to the first, and in two parts.
    static let archives = Result { () -> [Archive] in
        let articles = Reading.read(paths: [Gold.seeds]).articles
        let first = try ArticleStore.inMemory()
        _ = try Filling.add(articles, to: first)
        let second = try ArticleStore.inMemory()
        for article in articles.reversed() { _ = try Filling.add([article], to: second) }
        let third = try ArticleStore.inMemory()
        _ = try Filling.add(Array(articles[2...]), to: third)
        _ = try Filling.add(articles, to: third)
        return [first, second, third].map { Archive(store: $0) }
    }

    @Test(arguments: questions) func theOrderOfAddingDoesNotShow(question: String) throws {
        let archives = try Self.archives.get()
        let expected = try Self.bytes(question, archives[0])
        for archive in archives.dropFirst() {
            let found = try Self.bytes(question, archive)
            for (name, text) in expected { #expect(found[name] == text, "\(question) \(name)") }
        }
    }

    /// All that can be printed of a question.
    static func bytes(_ question: String, _ archive: Archive) throws -> [String: String] {
        var session = archive.session(today: try #require(CalendarDay(iso: "2016-09-01")))
        func run(_ text: String) throws -> Session.Outcome {
            let script = Script(parsing: text, definitions: session.definitions)
            return try session.run(try #require(script.statements.first?.statement, "\(text)"))
        }
        var texts: [String: String] = [:]
        guard case .answer(let answer) = try run(question) else { return [:] }
        for format in OutputFormat.allCases { texts[format.rawValue] = Page(width: 80).render(answer, as: format) }
        for command in ["show #1", "why #1", "open #1", "quotes among _ where kind = direct", "describe Kerry"] {
            texts[command] = Page(width: 80).render(try run(command))
        }
        texts["explain"] = Page(width: 80).render(try run("explain \(question)"))
        return texts
    }
}
