import Foundation
import Testing

@testable import WhoSaidKit

@Suite struct ScriptFilesTests {
    @Test func foldersAreSearchedAndHiddenOnesAreNot() throws {
        let folder = try TemporaryFolder()
        for name in ["b.ask", "a/z.ask", "a/b/c.ask", "notes.txt", ".hidden.ask", ".git/x.ask", "c.ask.bak"] {
            try folder.write(name, "quotes\n")
        }
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/a/up", withDestinationPath: folder.path)
        let found = try ScriptFiles.find([folder.path]).map { $0.dropFirst(folder.path.count + 1) }
        #expect(found == ["a/b/c.ask", "a/z.ask", "b.ask"])
        #expect(try ScriptFiles.find([folder.path + "/"]).count == 3)
        #expect(try ScriptFiles.find(["x.txt", folder.path + "/b.ask"]) == ["x.txt", folder.path + "/b.ask"])
    }

    @Test func aFolderWithoutScriptsIsNoSuccess() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: TextFileError.self) { try ScriptFiles.find([folder.path]) }
        #expect(error?.description.contains("no script") == true)
    }
}
