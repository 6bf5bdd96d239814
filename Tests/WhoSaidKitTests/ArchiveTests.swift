import ArticleStore
import Foundation
import Testing
import WhoSaidKit
import WhoSaidTesting

@Suite struct ArchiveTests {
    static let texts = [
        Archive.Text(
            name: "paper.txt", text: "“The bridge is safe,” Mayor Ann Lee said on Monday.", outlet: "The Paper",
            published: "2024-05-15"),
        Archive.Text(
            name: "herald.txt", text: "Bob Roe warned that the bridge was old.", outlet: "The Herald",
            published: "2024-05-15"),
    ]

    @Test func answersWithPlainValues() throws {
        let reply = try Archive(texts: Self.texts).ask("who said bridge")
        #expect(reply.rows.map(\.speakers) == [["Ann Lee"], ["Bob Roe"]])
        let quote = try #require(reply.rows.first?.quotes.first)
        #expect(quote.text == "The bridge is safe")
        #expect(quote.segments == [[1, 19]])
        #expect(quote.said == "2024-05-13")
        #expect(quote.outlet == "The Paper" && quote.line == 1 && quote.cue == "said")
    }

    @Test func countsHaveKeys() throws {
        let rows = try Archive(texts: Self.texts).ask("how many quotes per outlet").rows
        #expect(rows.map(\.keys) == [["The Herald"], ["The Paper"]])
        #expect(rows.map(\.count) == [1, 1])
    }

    @Test(arguments: [
        ("who said \"bridge\" where speeker = Lee", "E0204"), ("quotes\nquotes", "E0001"), (".help", "E0002"),
        ("", "E0001"),
    ])
    func aWrongQuestionIsAnError(question: String, code: String) throws {
        let archive = try Archive(texts: Self.texts)
        let error = #expect(throws: QuestionError.self) { try archive.ask(question) }
        #expect(error?.codes == [code])
    }

    @Test func aFolderIsAnnotatedOnceAndAnewWhenItChanges() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "The bridge is safe, Ann Lee said on Monday.")
        let first = try Archive.open([folder.path], cache: folder.cache)
        #expect(try first.ask("quotes").rows.count == 1)
        try folder.write("a.txt", "The bridge is safe, Ann Lee said on Monday. Bob Roe said it was not.")
        #expect(try Archive.open([folder.path], cache: folder.cache).ask("quotes").rows.count == 2)
        try folder.write("manifest.json", #"[{"file": "a.txt", "outlet": "The Paper"}]"#)
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder.cache)
        #expect(kept.filter { $0.hasSuffix(".whosaid") }.count == 1)
        #expect(
            try Archive.open([folder.path], cache: folder.cache).ask("quotes where outlet = \"The Paper\"").rows.count
                == 2)
    }

    @Test func aDamagedCacheIsMadeAnew() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "The bridge is safe, Ann Lee said on Monday.")
        _ = try Archive.open([folder.path], cache: folder.cache)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.cache) {
            try folder.write(".cache/" + name, "spoilt")
        }
        #expect(try Archive.open([folder.path], cache: folder.cache).ask("quotes").rows.count == 1)
    }

    @Test func addsToAnArchiveThatIsKept() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "The bridge is safe, Ann Lee said on Monday.")
        let path = folder.path + "/news.whosaid"
        let first = try Archive(at: path, creating: true).add(paths: [folder.path + "/a.txt"])
        #expect(first.added.added == 1 && first.problems.isEmpty)
        let again = try Archive(at: path).add(paths: [folder.path + "/a.txt"])
        #expect(again.added.unchanged == 1)
        #expect(try Archive(at: path).ask("who said bridge").rows.count == 1)
    }

    @Test func whatIsMissingIsSaid() {
        #expect(throws: OpeningError.missing("/no/such/folder")) { try Archive.open(["/no/such/folder"]) }
        #expect(throws: (any Error).self) { try Archive(at: "/no/such/archive.whosaid") }
    }

    @Test func checksGiveWhatIsWrong() throws {
        let archive = try Archive(texts: Self.texts)
        #expect(try ScriptCheck.failures(of: "who said bridge\nexpect 2 rows", in: archive, today: "2024-05-15") == [])
        #expect(
            try ScriptCheck.failures(of: "who said bridge\nexpect 3 rows", in: archive, today: "2024-05-15").count == 1)
        #expect(try ScriptCheck.failures(of: "who sed bridge", in: archive, today: "2024-05-15").count == 1)
        #expect(try ScriptCheck.failures(of: "who said bridge", in: archive, today: "tomorrow").count == 1)
    }
}

/// A folder that is gone when its owner is.
final class TemporaryFolder {
    let path: String
    /// A hidden folder in it, which readers leave alone.
    var cache: String { path + "/.cache" }

    init() throws {
        path = NSTemporaryDirectory() + "whosaid-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
        let folder = (path + "/" + name as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
    }
}
