import ArticleStore
import Articles
import QueryLanguage
import WhoSaidKit

/// What is in an archive, as its owner wants to see it: numbers, names, and questions worth asking.
struct ArchiveContents {
    let summary: ArticleStore.Summary
    /// Named speakers, most quoted first, and enough of them to show.
    let speakers: [SpeakerRecord]
    /// The outlets, most articles first.
    let outlets: [OutletRecord]

    init(_ archive: Archive) throws {
        summary = try archive.store.summary()
        speakers = try archive.store.speakers(mostQuoted: 64)
        outlets = try archive.store.outlets()
    }

    /// Its numbers in one line: `5 articles, 68 quotes, 25 speakers, 4 outlets`.
    var counts: String {
        [
            Self.count(summary.articles, "article"), Self.count(summary.quotes, "quote"),
            Self.count(summary.speakers, "speaker"), Self.count(summary.outlets, "outlet"),
        ].joined(separator: ", ")
    }

    /// All of it in a few lines, with what else the archive tells.
    func lines(of archive: Archive) throws -> [String] {
        var lines = [
            "\(Self.count(summary.articles, "article")) in \(Self.count(summary.versions, "version"))",
            "\(Self.count(summary.quotes, "quote")) of \(Self.count(summary.statements, "statement"))",
        ]
        if let published = try archive.store.daysOfPublication() { lines.append("published \(published)") }
        lines.append(
            Self.list(Self.count(summary.outlets, "outlet"), outlets.map { "\($0.name) (\($0.articles))" }))
        lines.append(
            Self.list(Self.count(summary.speakers, "speaker"), speakers.map { "\($0.speaker.name) (\($0.quotes))" }))
        // The names that the user told, each first one of a line.
        let told = try archive.store.knownSpeakers().map(\.name)
        if !told.isEmpty { lines.append(Self.list("\(Self.count(told.count, "name")) with aliases", told)) }
        return lines
    }

    /// Three questions that this archive has answers to.
    var questions: [String] {
        var questions: [String] = []
        if let person = speakers.first(where: { $0.speaker.kind == .person }) {
            questions.append("what did \(nameLiteral(person.speaker.name)) say")
        }
        if let outlet = outlets.first {
            questions.append("quotes where kind = direct and outlet = \(quotation(outlet.name))")
        }
        questions.append("how many quotes per speaker top 10")
        return questions
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// The first of some words behind a head: `3 outlets: Reuters (5), …`.
    private static func list(_ head: String, _ words: [String]) -> String {
        words.isEmpty ? head : "\(head): \(words.prefix(8).joined(separator: ", "))\(words.count > 8 ? ", …" : "")"
    }
}
