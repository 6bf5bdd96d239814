import Articles
import Dates
import Foundation
import Testing
import Text

@testable import Readers

@Suite struct FolderTests {
    /// Runs `body` in a new folder with these files, which is taken away afterwards.
    private func inFolder(_ files: [String: [UInt8]], _ body: (_ folder: String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/whosaid-readers-\(UUID().uuidString)"
        for (name, bytes) in files {
            let url = URL(filePath: folder + "/" + name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private let text = Array("He said so, and left the room.\n".utf8)

    @Test func foldersAreReadInTheOrderOfBytes() throws {
        let names = [
            "b.txt", "a/z.txt", "a.txt", "B.txt", ".hidden", ".git/x.txt", "manifest.tsv", "x.ask", "x.whosaid",
            "a.ann",
            "é.txt",
        ]
        try inFolder(Dictionary(uniqueKeysWithValues: names.map { ($0, text) })) { folder in
            let result = Reading.read(paths: [folder + "//./", folder + "/b.txt"])
            #expect(
                result.articles.map { String($0.source.name.dropFirst(folder.count + 1)) } == [
                    "B.txt", "a.txt", "a/z.txt", "b.txt", "é.txt",
                ])
            #expect(
                Set(result.problems.map { String($0.source.dropFirst(folder.count + 1)) }) == ["manifest.tsv", "a.ann"])
            #expect(Reading.read(paths: [folder + "/b.txt", folder + "/a.txt"]).articles.count == 2)
        }
    }

    /// Browsers put what a page shows into a folder beside it.
    @Test func thePartsOfASavedPageArePassedOver() throws {
        let files = [
            "story.html": Array(Sample.page.utf8), "story_files/style.css": text,
            "story_files/deep/a.txt": text, "other_files/a.txt": text,
        ]
        try inFolder(files) { folder in
            let result = Reading.read(paths: [folder])
            #expect(
                result.articles.map { String($0.source.name.dropFirst(folder.count + 1)) } == [
                    "other_files/a.txt", "story.html",
                ])
            #expect(Reading.read(paths: [folder + "/story_files"]).articles.count == 2)
        }
    }

    @Test(
        arguments: [
            ([0x41, 0x00], 1, "not a text"), ([0x89, 0x50, 0x4E, 0x47, 0x0A, 0x00, 0x01], nil, "a picture"),
            (Array("\n<!DOCTYPE html><p>x".utf8), nil, "no article was found"), ([], nil, "no words"),
            (Array(" \n".utf8), nil, "no words"), ([0x1F, 0x8B, 0x08, 0x00], nil, "ends in the middle"),
        ] as [([UInt8], Int?, String)])
    func whatIsNoTextIsAProblemAndTheRestIsRead(bytes: [UInt8], line: Int?, message: String) throws {
        try inFolder(["bad.txt": bytes, "good.txt": text]) { folder in
            let result = Reading.read(paths: [folder])
            #expect(result.articles.map(\.source.bytes) == [text])
            #expect(result.problems.map(\.line) == [line])
            #expect(result.problems.allSatisfy { $0.message.contains(message) && $0.source.hasSuffix("bad.txt") })
            #expect(result.problems.map(\.severity) == [.failure])
        }
    }

    @Test func theByteOrderMarkIsKeptAndNoPartOfTheText() throws {
        try inFolder(["a.txt": [0xEF, 0xBB, 0xBF] + text]) { folder in
            let article = try #require(Reading.read(paths: [folder]).articles.first)
            #expect(article.source.bytes.count == text.count + 3)
            #expect(article.versions[0].zones.first?.range.lower == 3)
        }
    }

    @Test func aMissingPathIsAProblem() {
        let result = Reading.read(paths: ["/nowhere/at all.txt"], manifest: "/nowhere/m.json")
        #expect(result.articles.isEmpty)
        #expect(Set(result.problems.map(\.source)) == ["/nowhere/at all.txt", "/nowhere/m.json"])
    }

    @Test func aPatternStandsForTheFilesThatItMatches() throws {
        try inFolder(["a.txt": text, "b.txt": text, "c.html": text]) { folder in
            let result = Reading.read(paths: [folder + "/?.txt"])
            #expect(result.articles.map { String($0.source.name.dropFirst(folder.count + 1)) } == ["a.txt", "b.txt"])
            #expect(Reading.read(paths: [folder + "/*.csv"]).problems.count == 1)
        }
    }

    @Test func hugeFilesAreNotRead() throws {
        try inFolder(["a.txt": text]) { folder in
            let path = folder + "/huge.txt"
            try Data().write(to: URL(filePath: path))
            let handle = try FileHandle(forWritingTo: URL(filePath: path))
            try handle.truncate(atOffset: UInt64(FileBytes.limit) + 1)
            try handle.close()
            let result = Reading.read(paths: [folder])
            #expect(result.articles.count == 1)
            #expect(result.problems.map(\.source) == [path])
            #expect(result.problems.allSatisfy { $0.message.contains("64 MiB") })
        }
    }

    @Test func linksAreFollowedWithinTheFolderAndNeverInACircle() throws {
        try inFolder(["a/x.txt": text, ".store/y.txt": text]) { folder in
            try inFolder(["secret.txt": text]) { outside in
                let manager = FileManager.default
                try manager.createSymbolicLink(
                    atPath: folder + "/out.txt", withDestinationPath: outside + "/secret.txt")
                try manager.createSymbolicLink(atPath: folder + "/out", withDestinationPath: outside)
                try manager.createSymbolicLink(atPath: folder + "/a/up", withDestinationPath: folder)
                try manager.createSymbolicLink(atPath: folder + "/0.txt", withDestinationPath: folder + "/a/x.txt")
                try manager.createSymbolicLink(atPath: folder + "/y.txt", withDestinationPath: folder + "/.store/y.txt")
                try manager.createSymbolicLink(atPath: folder + "/gone", withDestinationPath: folder + "/nothing")
                let result = Reading.read(paths: [folder])
                #expect(
                    result.articles.map { String($0.source.name.dropFirst(folder.count + 1)) } == ["a/x.txt", "y.txt"])
                #expect(
                    Set(result.problems.map { String($0.source.dropFirst(folder.count + 1)) }) == [
                        "out.txt", "out", "gone",
                    ])
                // A link that is named itself is read: somebody wants it.
                #expect(Reading.read(paths: [folder + "/out.txt"]).articles.count == 1)
            }
        }
    }

    @Test func manifestsTellOfFilesBelowAndTheNearerOneWins() throws {
        let outer = #"{"a.txt": {"outlet": "Outer"}, "sub/b.txt": {"outlet": "Outer", "date": "2014"}, "gone.txt": {}}"#
        let inner = "file\toutlet\nb.txt\tInner\n"
        try inFolder([
            "manifest.json": Array(outer.utf8), "sub/manifest.tsv": Array(inner.utf8), "a.txt": text, "sub/b.txt": text,
        ]) { folder in
            let result = Reading.read(paths: [folder])
            #expect(result.articles.map(\.metadata.outlet) == ["Outer", "Inner"])
            #expect(result.articles[1].metadata.published?.value.description == "2014")
            #expect(result.problems.map(\.message).count == 1)
            #expect(result.problems.first?.message.contains("`gone.txt`") == true)
            #expect(Reading.read(paths: [folder + "/a.txt"]).articles[0].metadata.outlet == "Outer")
        }
    }

    @Test func aNamedManifestComesBeforeThoseInFolders() throws {
        let told = #"{"a.txt": {"outlet": "Told", "url": "http://a.org/2014/01/13/x"}}"#
        try inFolder(["a.txt": text, "manifest.json": Array(#"{"a.txt": {"outlet": "Found", "title": "T"}}"#.utf8)]) {
            folder in
            try inFolder(["m.json": Array(told.utf8)]) { other in
                let result = Reading.read(paths: [folder], manifest: other + "/m.json")
                #expect(result.problems == [])
                #expect(result.articles[0].metadata.outlet == "Told")
                #expect(result.articles[0].metadata.title == "T")
                #expect(result.articles[0].metadata.published?.basis == .url)
            }
        }
    }
}
