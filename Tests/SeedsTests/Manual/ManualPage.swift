import Foundation
import QueryLanguage
import WhoSaidKit

/// One page of the manual, cut into what a reader sees: blocks between fences, tables, and other lines.
struct ManualPage: Sendable, CustomStringConvertible {
    static let folder = Gold.root.appending(path: "Sources/whosaid/whosaid.docc")

    /// All pages, by name.
    static let all: [ManualPage] = {
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
            ?? []
        return files.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }.map(ManualPage.init)
    }()

    /// The page of a name: `Clauses`.
    static func named(_ name: String) -> ManualPage? { all.first { $0.name == name } }

    let file: URL
    let name: String
    let text: String
    let parts: [Part]

    /// A piece of a page.
    enum Part: Sendable {
        case line(String)
        /// What stands between two fences, and the language after the first.
        case block(language: String, String)
        /// A table with its first line.
        case table(header: String, [String])
        /// A list of links to the pages of all messages.
        case codes
    }

    var description: String { name }

    init(_ file: URL) {
        self.file = file
        name = file.deletingPathExtension().lastPathComponent
        text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        parts = ManualPage.parts(text)
    }

    private static func parts(_ text: String) -> [Part] {
        var parts: [Part] = []
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        if lines.last?.isEmpty == true { lines.removeLast() }
        while let line = lines.popFirst() {
            if line.hasPrefix("```") {
                var inside = ""
                while let next = lines.popFirst(), next != "```" { inside += next + "\n" }
                parts.append(.block(language: String(line.dropFirst(3)), inside))
            } else if line.hasPrefix("| ") {
                var rows: [String] = []
                while let next = lines.first, next.hasPrefix("|") {
                    rows.append(String(next))
                    lines.removeFirst()
                }
                parts.append(.table(header: String(line), rows))
            } else if isLinkToCode(line) {
                while let next = lines.first, isLinkToCode(next) { lines.removeFirst() }
                parts.append(.codes)
            } else {
                parts.append(.line(String(line)))
            }
        }
        return parts
    }

    private static func isLinkToCode(_ line: Substring) -> Bool { line.wholeMatch(of: /- <doc:[ENW][0-9]{4}>/) != nil }

    /// The insides of the blocks of a language.
    func blocks(_ language: String) -> [String] {
        parts.compactMap { part in
            if case .block(language, let inside) = part { inside } else { nil }
        }
    }

    /// The pages that it refers to.
    var references: [String] { text.matches(of: /<doc:([A-Za-z0-9]+)>/).map { String($0.1) } }

    /// What `renewed` makes of each page, by its name; made once, because commands of the shell take their time.
    static let renewals: [String: Result<(text: String, codes: Set<String>), any Error>] = Dictionary(
        uniqueKeysWithValues: all.map { page in (page.name, Result { try page.renewed() }) })

    /// The page made anew.
    var renewal: (text: String, codes: Set<String>) {
        get throws { try ManualPage.renewals[name]?.get() ?? (text, []) }
    }

    /// The text of the page with everything that can be derived made anew: what the transcripts print, what embedding
    /// programs are told, and the tables of the catalogue.
    private func renewed() throws -> (text: String, codes: Set<String>) {
        var text = ""
        var codes: Set<String> = []
        var asked: String?
        for part in parts {
            switch part {
            case .line(let line): text += line + "\n"
            case .codes: text += DiagnosticCode.all.map { "- <doc:\($0.code)>\n" }.joined()
            case .block("console", let inside):
                text += "```console\n\(try Transcript(inside).replayed(codes: &codes))```\n"
            case .block("text", _) where asked != nil:
                text += "```text\n\(asked ?? "")```\n"
                asked = nil
            case .block(let language, let inside):
                if language == "swift", let match = inside.wholeMatch(of: /try archive\.(ask|correct)\("([^"]*)".*\)\n/)
                {
                    asked = try ManualPage.complaint(about: String(match.2), isCorrection: match.1 == "correct", &codes)
                }
                if language == "sql" { asked = try DatabaseQuery.printed(inside) }
                text += "```\(language)\n\(inside)```\n"
            case .table(let header, let rows):
                text += header + "\n" + (ManualTables.rows(under: header) ?? rows).map { $0 + "\n" }.joined()
            }
        }
        return (text, codes)
    }

    /// What an embedding program is told about a statement; nil where nothing is wrong with it.
    private static func complaint(
        about statement: String, isCorrection: Bool, _ codes: inout Set<String>
    ) throws -> String? {
        let archive = try Transcript.archive.get()
        do {
            if isCorrection {
                try archive.correct(statement, by: "ann", at: "\(Transcript.today)T09:00:00Z")
            } else {
                _ = try archive.ask(statement)
            }
            return nil
        } catch let error as QuestionError {
            codes.formUnion(error.codes)
            return error.description
        }
    }
}
