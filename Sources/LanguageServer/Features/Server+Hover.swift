import Articles
import Evaluator
import LanguageService
import Text
import WhoSaidKit

extension Server {
    /// `textDocument/hover`: of a speaker the archive is asked for the dates too.
    mutating func hover(_ parameters: Parameters) throws(ResponseError) -> Reply {
        let (document, offset) = try place(parameters)
        let service = service(for: document)
        guard let hover = service.hover(in: document.draft, at: offset, today: settings.today()) else {
            return .now(.null)
        }
        let (range, isMarkdown) = (document.json(hover.range), client.readsMarkdown)
        guard let person = hover.person, let contents = archive(of: document) else {
            return .now(Self.json(hover, range, isMarkdown))
        }
        return .later(.quick) { cancellation, _ throws(ResponseError) in
            var hover = hover
            let found = contents.names.speakers(called: person).filter(\.speaker.isNamed)
            if found.count == 1, let days = try? contents.archive.days(of: found[0]) {
                hover.lines.append("said something on \(days.words)")
            }
            if found.count == 1, let profile = try? contents.archive.profile(of: found[0]) {
                hover.lines += profile.roles.prefix(5).filter { $0.days != nil }.map { "role: \($0.words)" }
                hover.lines += profile.joins.prefix(5).map(\.words)
            }
            let json = Self.json(hover, range, isMarkdown)
            return { _ in json }
        }
    }

    private static func json(_ hover: Hover, _ range: JSON, _ isMarkdown: Bool) -> JSON {
        let text: String
        if isMarkdown {
            let example = hover.example.map { ["```whosaid\n\($0)\n```"] } ?? []
            text = (["**\(hover.title.escaped)**"] + hover.lines.map(\.escaped) + example).joined(separator: "\n\n")
        } else {
            text = ([hover.title] + hover.lines + (hover.example.map { ["", $0] } ?? [])).joined(separator: "\n")
        }
        return .object([
            (
                "contents",
                .object([("kind", .text(isMarkdown ? "markdown" : "plaintext")), ("value", .text(text))])
            ), ("range", range),
        ])
    }
}

extension String {
    /// The text as Markdown that shows it as it is: names come from strangers.
    fileprivate var escaped: String {
        var text = ""
        for character in self {
            // What begins a list or a quotation does so at the start alone.
            if "\\`*_[]<>#|~&".contains(character) || text.isEmpty && "-+".contains(character) { text += "\\" }
            text.append(character)
        }
        return text
    }
}
