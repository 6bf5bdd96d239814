import ArticleStore
import Articles
import Dates
import QueryLanguage
import Text

/// `describe`: a field of the language, a speaker, an outlet, or the archive.
enum Description {
    static func of(
        _ name: String?, _ range: ByteRange, names: NameBook, in store: ArticleStore
    ) throws -> Session.Outcome {
        guard let name else { return .description(archive(try store.summary(), names)) }
        if let field = Field(rawValue: name.lowercased()) {
            return .description([
                "\(field.rawValue): \(field.summary) (\(field.type.rawValue))", "for example: where \(field.example)",
            ])
        }
        let pattern = NamePattern(name)
        let speakers = names.speakers(named: pattern)
        let outlets = names.outlets.filter { pattern.isPart(of: $0) }
        guard speakers.isEmpty, outlets.isEmpty else {
            let people = try speakers.prefix(20).flatMap { lines($0, try store.profile(ofSpeaker: $0.id)) }
            return .description(people + outlets.flatMap { outlet($0, names) })
        }
        let known = names.speakers.map(\.speaker.name) + names.outlets + Field.allCases.map(\.rawValue)
        let near = NameBook.nearest(name, among: known)
        var diagnostic = Diagnostic(
            code: "E0506", severity: .error, message: "no field, speaker or outlet is called `\(name)`", range: range)
        if let first = near.first {
            diagnostic.fix = .init(message: "did you mean `\(first)`?", range: range, replacement: first)
        }
        return .refused(diagnostic)
    }

    /// The most roles, and the most names that were joined, that are told of one speaker.
    private static let limit = 12

    private static func lines(_ record: SpeakerRecord, _ profile: SpeakerProfile) -> [String] {
        let speaker = record.speaker
        var lines = [
            "\(speaker.name): \(speaker.kind.rawValue), \(record.quotes) \(record.quotes == 1 ? "quote" : "quotes")"
        ]
        lines += cut(profile.rolesFirst(speaker.role).map { "  role: \($0.words)" }, "roles")
        if let organisation = speaker.organisation { lines.append("  speaks for: \(organisation)") }
        if !speaker.aliases.isEmpty { lines.append("  printed as: " + speaker.aliases.joined(separator: ", ")) }
        return lines + cut(profile.joins.map { "  \($0.words)" }, "names")
    }

    private static func cut(_ lines: [String], _ things: String) -> [String] {
        lines.count > limit ? lines.prefix(limit) + ["  and \(lines.count - limit) \(things) more"] : lines
    }

    private static func outlet(_ name: String, _ names: NameBook) -> [String] {
        let articles = names.articles.filter { $0.metadata.outlet == name }
        let days = articles.compactMap { $0.metadata.published?.value }
        let span = days.min().flatMap { first in days.max().map { first == $0 ? "\(first)" : "\(first) to \($0)" } }
        let count = "\(articles.count) \(articles.count == 1 ? "article" : "articles")"
        return ["\(name): outlet, \(count)" + (span.map { ", published \($0)" } ?? "")]
    }

    private static func archive(_ summary: ArticleStore.Summary, _ names: NameBook) -> [String] {
        let counts = [
            (summary.articles, "article"), (summary.versions, "version"), (summary.outlets, "outlet"),
            (summary.quotes, "quote"), (summary.statements, "statement"), (summary.speakers, "speaker"),
        ]
        let people = names.speakers.filter(\.speaker.isNamed).prefix(5).map { "\($0.speaker.name) (\($0.quotes))" }
        return [counts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")]
            + (people.isEmpty ? [] : ["most quoted: " + people.joined(separator: ", ")])
    }
}
