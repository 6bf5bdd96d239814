import WhoSaidKit

/// What has been said since the day before a morning, as Markdown.
public struct MorningDigest: Sendable {
    /// The quotes, by those who say them.
    public let speakers: [(name: String, quotes: [Reply.Quote])]
    /// The quotes that outlets have changed.
    public let changes: [Reply.Change]
    /// The words that most quotes have, and how many do.
    public let words: [(word: String, count: Int)]
    /// The morning.
    public let day: String

    /// Asks an archive.
    /// - Parameter day: the morning: `2014-01-14`.
    public init(of archive: Archive, on day: String) async throws {
        let days = ["first": Parameter.date("yesterday"), "last": .date("today")]
        let said = try await archive.ask("quotes since $first until $last", days, today: day)
        let changed = try await archive.ask(
            "changes of quotes where published between $first and $last", days, today: day)
        let quotes = said.rows.flatMap(\.quotes)
        self.day = day
        changes = changed.rows.compactMap(\.change)
        speakers = Dictionary(grouping: quotes) { $0.speakers.joined(separator: " and ") }
            .map { (name: $0.key.isEmpty ? "Unknown" : $0.key, quotes: $0.value) }
            .sorted { ($1.quotes.count, $0.name) < ($0.quotes.count, $1.name) }
        words = WordCount.most(in: quotes.map(\.text), limit: 10)
    }

    /// The whole page.
    public var markdown: String {
        var lines = ["# Morning digest, \(day)", "", "## Who said what", ""]
        if speakers.isEmpty { lines += ["Nothing new.", ""] }
        for (name, quotes) in speakers {
            lines += ["### \(Markdown.escaped(name))", ""]
            lines += quotes.map { quote in
                let place = [quote.outlet, quote.said ?? quote.published, "\(quote.source):\(quote.line)"].compactMap(
                    \.self)
                let words = quote.kind == "direct" ? "“\(quote.text)”" : quote.text
                return "- \(Markdown.escaped(words)) (\(Markdown.escaped(place.joined(separator: ", "))))"
            }
            lines.append("")
        }
        if !changes.isEmpty {
            lines += ["## Who changed wording", ""]
            lines += changes.map { change in
                let outlet = Markdown.escaped(change.outlet ?? change.article)
                let (before, after) = (Markdown.escaped(change.before), Markdown.escaped(change.after))
                return
                    "- \(outlet), version \(change.from) to \(change.to): \(before.isEmpty ? "new" : "~~\(before)~~") → "
                    + (after.isEmpty ? "gone" : after)
            }
            lines.append("")
        }
        if !words.isEmpty {
            lines += ["## Most used words", ""]
            lines.append(words.map { "\(Markdown.escaped($0.word)) (\($0.count))" }.joined(separator: ", "))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
