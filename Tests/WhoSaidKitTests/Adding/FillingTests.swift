import ArticleStore
import Articles
import Readers
import Synchronization
import Testing

@testable import WhoSaidKit

@Suite struct FillingTests {
    private func folder(_ count: Int) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for number in 0..<count {
            try folder.write(
                "\(number).txt", "Bridge \(number)\n\nThe bridge no. \(number % 7) is safe, Ann Lee said on Monday.")
        }
        return folder
    }

    private func answers(_ archive: Archive) throws -> [String] {
        try ["quotes", "statements", "speakers", "articles"].map { try archive.ask($0).jsonLines }
    }

    /// What was given up goes on where it stopped, and ends as if nothing had happened.
    @Test(arguments: [0, 1, 70, 150]) func whatWasGivenUpGoesOn(after pieces: Int) throws {
        let folder = try folder(150)
        let whole = Archive(store: try ArticleStore.inMemory())
        _ = try whole.add(paths: [folder.path])
        let archive = Archive(store: try ArticleStore.inMemory())
        let asked = Mutex(0)
        var settings = AddingSettings()
        settings.isCancelled = {
            asked.withLock {
                $0 += 1; return $0 > pieces
            }
        }
        let first = try archive.add(paths: [folder.path], settings: settings)
        #expect(first.isCancelled)
        #expect(first.added.added == pieces)
        #expect(try archive.store.summary().articles == pieces)
        #expect(try !archive.store.needsLinking)
        let second = try archive.add(paths: [folder.path])
        #expect(!second.isCancelled)
        #expect((second.added.added, second.added.unchanged) == (150 - pieces, pieces))
        #expect(try answers(archive) == answers(whole))
    }

    @Test func progressCountsArticlesAndFiles() throws {
        let folder = try folder(3)
        try folder.write("four.jsonl", String(repeating: "{\"text\": \"It is safe, Ann Lee said.\"}\n", count: 4))
        var seen: [Archive.Progress] = []
        let addition = try Archive(store: try ArticleStore.inMemory()).add(paths: [folder.path]) { seen.append($0) }
        #expect(addition.added.added == 7)
        #expect(seen.map(\.articles) == [1, 2, 3, 7, 7])
        #expect(seen.map(\.done) == [1, 2, 3, 4, 4])
        #expect(seen.map(\.isLinking) == [false, false, false, false, true])
        #expect(seen[1].sentence(after: .seconds(2)) == "2 of 4 articles, 1/s, 2 s left")
        #expect(seen[3].sentence(after: .seconds(2)) == "4 of 4 files, 7 articles, 4/s")
        #expect(seen[4].sentence(after: .seconds(2)) == "linking 7 articles")
        #expect(Archive.Progress(pieces: nil, bytes: 12_300_000).sentence(after: .zero) == "0 articles, 0.0 of 12 MB")
        #expect(Archive.Progress(pieces: nil, bytes: nil).sentence(after: .zero) == "0 articles")
    }

    @Test func strictAddsNothingWhereAnythingCannotBeRead() throws {
        let folder = try folder(3)
        try folder.write("b.jsonl", "{\"text\": \"It is safe, Ann Lee said.\"}\n{broken\n")
        let archive = Archive(store: try ArticleStore.inMemory())
        var settings = AddingSettings()
        settings.isStrict = true
        let addition = try archive.add(paths: [folder.path], settings: settings)
        #expect(addition.failures == 1 && addition.added == ArticleStore.Added())
        #expect(try archive.store.isEmpty)
        #expect(throws: AddingError.readOnlyOnce) { try archive.add(paths: ["-"], settings: settings) }
    }

    /// A changed file is a new version of its article, and `changes` shows what differs.
    @Test func aChangedFileIsANewVersion() throws {
        let folder = try TemporaryFolder()
        let archive = Archive(store: try ArticleStore.inMemory())
        try folder.write("a.txt", "The bridge is safe, Ann Lee said on Monday.")
        _ = try archive.add(paths: [folder.path])
        try folder.write("a.txt", "Correction\n\nThe bridge is closed, Ann Lee said on Monday.")
        let addition = try archive.add(paths: [folder.path])
        #expect((addition.added.added, addition.added.versions, addition.added.unchanged) == (0, 1, 0))
        #expect(try archive.ask("who said bridge").rows.map(\.text) == ["The bridge is closed"])
        #expect(try archive.ask("who said bridge in any version").rows.count == 2)
        #expect(try archive.ask("changes").rows.count == 2)
        #expect(try archive.ask("articles").rows.count == 1)
    }
}
