import LineEditor
import QueryLanguage

/// `.help`: the catalogue of the language, as a page of text.
enum Help {
    /// Help on a topic: a word of the language, the code of a message, or one of the groups that the overview names; without one, the
    /// overview.
    static func text(on topic: String, width: Int?) -> String {
        let topic = topic.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        guard !topic.isEmpty else { return overview(width: width ?? 80) }
        if let group = groups.first(where: { $0.name == topic }) {
            return list(Catalogue.entries.filter { group.holds($0.kind) })
        }
        if let code = DiagnosticCode(topic) { return "\(code.code): \(code.title)\n  \(code.advice)\n" }
        let entries = Catalogue.entries.filter { $0.name == topic || $0.name == "." + topic }
        if !entries.isEmpty { return entries.map(page).joined(separator: "\n") }
        let names = Catalogue.entries.map(\.name) + groups.map(\.name)
        let hint = Nearest.word(to: topic, among: names).map { "; did you mean `.help \($0)`?" } ?? "; .help lists all"
        return "there is no help on `\(topic.withoutControls())`\(hint)\n"
    }

    private struct Group {
        let name: String
        let title: String
        let holds: (Catalogue.Kind) -> Bool
    }

    private static var groups: [Group] {
        [
            Group(name: "questions", title: "Questions") { $0 == .form },
            Group(name: "clauses", title: "Clauses") { $0 == .clause },
            Group(name: "fields", title: "Fields for where and per") { if case .field = $0 { true } else { false } },
            Group(name: "words", title: "Words to look for") { $0 == .matcher },
            Group(name: "commands", title: "Commands") { $0 == .command || $0 == .dotCommand },
            Group(name: "formats", title: "Formats for as") { $0 == .format },
            Group(name: "verbs", title: "Verbs") { if case .verb = $0 { true } else { false } },
        ]
    }

    private static func overview(width: Int) -> String {
        var text = ""
        for group in groups {
            let names = Catalogue.entries.filter { group.holds($0.kind) }.map(\.name)
            let shown = names.count > 40 ? Array(names.prefix(24)) + ["… (.help \(group.name))"] : names
            text += "\(group.title)\n" + wrapped(shown, width: width)
        }
        return text + "\n.help NAME tells about one of them, .help fields about a group, .help E0204 about a message\n"
    }

    private static func page(_ entry: Catalogue.Entry) -> String {
        "\(entry.name): \(entry.summary)\n  \(entry.example)\n"
    }

    private static func list(_ entries: [Catalogue.Entry]) -> String {
        let widest = entries.map(\.name.count).max() ?? 0
        return entries.map { entry in
            let padding = String(repeating: " ", count: widest - entry.name.count + 2)
            return "  \(entry.name)\(padding)\(entry.summary): \(entry.example)\n"
        }.joined()
    }

    /// Words on lines, indented by two columns: `  who, what did, …`.
    private static func wrapped(_ words: [String], width: Int) -> String {
        var lines = ["  "]
        for (index, word) in words.enumerated() {
            let piece = word + (index + 1 < words.count ? ", " : "")
            let last = lines.count - 1
            if lines[last].count > 2, lines[last].count + piece.count > width {
                lines.append("  " + piece)
            } else {
                lines[last] += piece
            }
        }
        return lines.map { line in line.hasSuffix(" ") ? String(line.dropLast()) : line }.map { $0 + "\n" }.joined()
    }
}
