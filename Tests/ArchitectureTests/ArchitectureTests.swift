import Foundation
import Testing

/// Holds the `import` lines of every room to the table of `Package.swift`'s way of the data: nothing to the right is known to anything
/// on its left.
@Suite struct ArchitectureTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The rooms, and the rooms and libraries that each may look into. Foundation is named where it is allowed.
    static let rooms: [String: Set<String>] = [
        "Text": [],
        "Dates": [],
        "SpeechVerbs": [],
        "Gazetteer": ["Text"],
        "QueryLanguage": ["Text", "Dates", "SpeechVerbs"],
        "Articles": ["Text", "Dates", "SpeechVerbs"],
        "Exchange": ["Text", "Dates", "SpeechVerbs", "Articles"],
        "Readers": [
            "Text", "Dates", "SpeechVerbs", "Articles", "Exchange", "CLibXML2", "CZlib", "Foundation",
            "FoundationEssentials",
        ],
        "Annotator": ["Text", "Dates", "SpeechVerbs", "Gazetteer", "Articles", "CAnnotatorModel"],
        "annotator-lab": [
            "Text", "Articles", "Readers", "Annotator", "CZlib", "ArgumentParser", "Foundation", "FoundationEssentials",
        ],
        "ArticleStore": [
            "Text", "Dates", "SpeechVerbs", "Articles", "CZlib", "GRDB", "GRDBSQLite", "Foundation",
            "FoundationEssentials",
        ],
        "Evaluator": ["Text", "Dates", "SpeechVerbs", "Gazetteer", "QueryLanguage", "Articles", "ArticleStore"],
        "Presentation": ["Text", "Dates", "SpeechVerbs", "QueryLanguage", "Articles", "Evaluator"],
        "LanguageService": ["Text", "Dates", "SpeechVerbs", "QueryLanguage"],
        "LineEditor": ["CLineEditor"],
        "WhoSaidKit": [
            "Text", "Dates", "QueryLanguage", "Articles", "Exchange", "Readers", "Annotator", "ArticleStore",
            "Evaluator",
            "Presentation",
            "LanguageService", "Foundation", "FoundationEssentials",
        ],
        "LanguageServer": [
            "Text", "Dates", "QueryLanguage", "Articles", "Evaluator", "Presentation", "LanguageService", "WhoSaidKit",
            "Dispatch", "Synchronization",
        ],
        "WhoSaidTesting": [
            "WhoSaidKit", "Evaluator", "QueryLanguage", "Presentation", "Text", "Dates", "Testing", "Foundation",
            "FoundationEssentials",
        ],
        "whosaid": [
            "Text", "Dates", "QueryLanguage", "Articles", "Exchange", "Readers", "Annotator", "ArticleStore",
            "Evaluator",
            "Presentation",
            "LanguageService", "LanguageServer", "LineEditor", "WhoSaidKit", "ArgumentParser", "Foundation",
            "FoundationEssentials", "Dispatch",
        ],
    ]

    /// The C library, under whatever name the system has it.
    static let system: Set<String> = ["Glibc", "Darwin", "Musl", "Synchronization"]

    static func sources(of room: String) -> [URL] {
        let folder = root.appending(path: "Sources/\(room)")
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return files.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
    }

    static func imports(of file: URL) throws -> Set<String> {
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        return Set(
            lines.compactMap { line in
                let words = line.split(separator: " ")
                guard let index = words.firstIndex(of: "import"),
                    words[..<index].allSatisfy({
                        ["package", "public", "private", "internal", "@testable"].contains($0)
                    })
                else { return nil }
                return words.last.map(String.init)
            })
    }

    @Test(arguments: rooms.keys.sorted())
    func looksOnlyWhereItMay(room: String) throws {
        let allowed = try #require(Self.rooms[room]).union(Self.system)
        let files = Self.sources(of: room)
        #expect(!files.isEmpty, "the room \(room) is gone")
        for file in files {
            let strangers = try Self.imports(of: file).subtracting(allowed)
            #expect(strangers.isEmpty, "\(room)/\(file.lastPathComponent) imports \(strangers.sorted())")
        }
    }

    @Test func everyRoomIsInTheTable() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
        let swift = folders.filter { !Self.sources(of: $0).isEmpty }
        #expect(Set(swift).subtracting(Self.rooms.keys).isEmpty)
    }

    @Test func theTopLevelIsFixed() throws {
        let fixed: Set = ["Package.swift", "Package.resolved", "Sources", "Tests", "Examples", "seeds", "README.md"]
        let entries = try FileManager.default.contentsOfDirectory(atPath: Self.root.path).filter { !$0.hasPrefix(".") }
        #expect(Set(entries).subtracting(fixed).isEmpty)
    }

    @Test func noFileHasTwoIdeas() throws {
        for room in Self.rooms.keys.sorted() {
            for file in Self.sources(of: room) {
                let lines = try String(contentsOf: file, encoding: .utf8).split(
                    separator: "\n", omittingEmptySubsequences: false
                ).count
                #expect(lines <= 500, "\(room)/\(file.lastPathComponent) has \(lines) lines")
            }
        }
    }

    @Test func packageAndPublicDeclarationsAreDocumented() throws {
        let declaration = try Regex(
            #"^\s*(package|public) (static |final |mutating |convenience |indirect |nonisolated )*(struct|enum|class|protocol|func|actor) "#
        )
        for room in Self.rooms.keys.sorted() {
            for file in Self.sources(of: room) {
                let lines = try String(contentsOf: file, encoding: .utf8).split(
                    separator: "\n", omittingEmptySubsequences: false)
                for (index, line) in lines.enumerated() where line.firstMatch(of: declaration) != nil {
                    guard !line.contains("static func <"), !line.contains("static func =="),
                        !line.contains("func hash(into")
                    else { continue }
                    var above = index - 1
                    while above >= 0, lines[above].trimmingPrefix(while: \.isWhitespace).hasPrefix("@") { above -= 1 }
                    let isDocumented = above >= 0 && lines[above].trimmingPrefix(while: \.isWhitespace).hasPrefix("///")
                    #expect(isDocumented, "\(room)/\(file.lastPathComponent):\(index + 1): \(line)")
                }
            }
        }
    }
}
