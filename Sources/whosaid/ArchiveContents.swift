import ArticleStore
import Articles
import Dates
import LanguageService
import QueryLanguage
import WhoSaidKit

/// What is in an archive, as its owner wants to see it: numbers, names, and questions worth asking.
struct ArchiveContents {
    let summary: ArticleStore.Summary
    /// The names that completion knows.
    let vocabulary: Vocabulary
    /// The days between which its articles appeared; nil where none is dated.
    let published: DateInterval?

    /// The names that the user told, each first one of a line.
    private let told: [String]

    init(_ archive: Archive) throws {
        told = try archive.store.knownSpeakers().map(\.name)
        summary = try archive.store.summary()
        let articles = try archive.store.articles()
        let speakers = try archive.store.speakers()
        vocabulary = Vocabulary(speakers: speakers, articles: articles)
        let dates = articles.compactMap { $0.metadata.published?.value }
        if let first = dates.map(\.first).min(), let last = dates.map(\.last).max() {
            published = DateInterval(first, last)
        } else {
            published = nil
        }
        named = speakers.filter { $0.speaker.kind == .person && $0.quotes > 0 }.map(\.speaker.name)
    }

    /// The persons who are quoted, most first.
    private let named: [String]

    /// Its numbers in one line: `5 articles, 68 quotes, 25 speakers, 4 outlets`.
    var counts: String {
        [
            Self.count(summary.articles, "article"), Self.count(summary.quotes, "quote"),
            Self.count(summary.speakers, "speaker"), Self.count(summary.outlets, "outlet"),
        ].joined(separator: ", ")
    }

    /// All of it in a few lines.
    var lines: [String] {
        var lines = [
            "\(Self.count(summary.articles, "article")) in \(Self.count(summary.versions, "version"))",
            "\(Self.count(summary.quotes, "quote")) of \(Self.count(summary.statements, "statement"))",
        ]
        if let published { lines.append("published \(published)") }
        lines.append(Self.list(Self.count(summary.outlets, "outlet"), vocabulary.outlets))
        lines.append(Self.list(Self.count(summary.speakers, "speaker"), vocabulary.speakers))
        if !told.isEmpty {
            let names = told.prefix(8).joined(separator: ", ") + (told.count > 8 ? ", …" : "")
            lines.append("\(Self.count(told.count, "name")) with aliases: \(names)")
        }
        return lines
    }

    /// Three questions that this archive has answers to.
    var questions: [String] {
        var questions: [String] = []
        if let name = named.first { questions.append("what did \(nameLiteral(name)) say") }
        if let outlet = vocabulary.outlets.first {
            questions.append("quotes where kind = direct and outlet = \(quotation(outlet.name))")
        }
        questions.append("how many quotes per speaker top 10")
        return questions
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    private static func list(_ head: String, _ entries: [Vocabulary.Entry]) -> String {
        guard !entries.isEmpty else { return head }
        let names = entries.prefix(8).map { "\($0.name) (\($0.count))" }.joined(separator: ", ")
        return "\(head): \(names)\(entries.count > 8 ? ", …" : "")"
    }
}
