import Articles
import FoundationEssentials
import Testing

@testable import Readers

@Suite struct AliasFilesTests {
    private func inFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "whosaid-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, text) in files {
            let url = URL(filePath: folder).appending(path: name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        try body(folder)
    }

    @Test func aTableBesideTheStoriesIsFoundAndIsNoStory() throws {
        let files = [
            "a.txt": "One.", "b/c.txt": "Two.", "aliases.tsv": "Ann Lee\tLee", "b/aliases.tsv": "Bob Roe\tRoe",
        ]
        try inFolder(files) { folder in
            let whole = Reading.read(paths: [folder])
            #expect(whole.articles.count == 2)
            #expect(whole.problems == [])
            #expect(whole.aliases?.map(\.name) == ["Ann Lee", "Bob Roe"])
            #expect(Reading.read(paths: [folder + "/b/c.txt"]).aliases?.map(\.name) == ["Bob Roe"])
            #expect(
                Reading.read(paths: [folder], aliases: folder + "/b/aliases.tsv").aliases?.map(\.name) == ["Bob Roe"])
        }
    }

    @Test func withoutATableNothingIsTold() throws {
        try inFolder(["a.txt": "One."]) { folder in
            #expect(Reading.read(paths: [folder]).aliases == nil)
            let missing = Reading.read(paths: [folder], aliases: folder + "/x.tsv")
            #expect(missing.aliases == nil)
            #expect(missing.problems.map(\.source) == [folder + "/x.tsv"])
        }
    }
}
