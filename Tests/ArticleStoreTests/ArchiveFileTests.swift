import Articles
import Dates
import FoundationEssentials
import GRDB
import Testing
import Text

@testable import ArticleStore

@Suite struct ArchiveFileTests {
    /// Runs `body` with the path of a file in a new folder, which is taken away afterwards.
    private func inFolder(_ body: (_ path: String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/whosaid \(UUID().uuidString) #1%20?x"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder + "/news.whosaid")
    }

    private func reason(_ body: () throws -> Void) -> StoreError.Reason? {
        do {
            try body()
            return nil
        } catch {
            return (error as? StoreError)?.reason
        }
    }

    @Test func anArchiveThatIsOnlyReadListsItsTerms() throws {
        try inFolder { path in
            let store = try ArticleStore.open(at: path, creating: true)
            _ = try store.add([Sample.paris.article])
            try store.close()
            let kept = try ArticleStore.open(at: path, creating: false, readOnly: true)
            #expect(try kept.terms(beginningWith: "ceasef", bytes: 1...20) == ["ceasefir"])
        }
    }

    @Test func whatWasAddedIsThereWhenOpenedAgain() throws {
        try inFolder { path in
            let quotes = try {
                let store = try ArticleStore.open(at: path, creating: true)
                _ = try store.add([Sample.paris.article, Sample.revised.article])
                return try store.quotes(QuoteLookup())
            }()
            let store = try ArticleStore.open(at: path, creating: false)
            #expect(try store.quotes(QuoteLookup()) == quotes)
            #expect(!store.isReadOnly)
            #expect(try store.add([Sample.paris.article]).unchanged == 1)
        }
    }

    @Test func twoConnectionsSeeOneArchive() throws {
        try inFolder { path in
            let first = try ArticleStore.open(at: path, creating: true)
            let second = try ArticleStore.open(at: path, creating: true)
            _ = try first.add([Sample.paris.article])
            #expect(try second.summary().quotes == 1)
            _ = try second.add([Sample.moscow.article])
            #expect(try first.summary().quotes == 4)
            #expect(try ArticleStore.open(at: path, creating: false, readOnly: true).summary().quotes == 4)
        }
    }

    @Test func anArchiveThatCanOnlyBeReadSaysSo() throws {
        try inFolder { path in
            _ = try ArticleStore.open(at: path, creating: true).add([Sample.paris.article])
            let store = try ArticleStore.open(at: path, creating: false, readOnly: true)
            #expect(try store.summary().quotes == 1)
            #expect(store.isReadOnly)
            #expect(reason { _ = try store.add([Sample.moscow.article]) } == .readOnly)
        }
    }

    @Test func whatIsNoArchiveIsRefusedAndLeftAlone() throws {
        try inFolder { path in
            #expect(reason { _ = try ArticleStore.open(at: path, creating: false) } == .missing)
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(reason { _ = try ArticleStore.open(at: path + "/x/y", creating: true) } != nil)
            #expect(reason { _ = try ArticleStore.open(at: path + ".d/y", creating: true) } == .missingFolder)
            #expect(
                reason {
                    _ = try ArticleStore.open(at: FileManager.default.temporaryDirectory.path, creating: true)
                } == .isFolder)
            try Data().write(to: URL(filePath: path))
            #expect(reason { _ = try ArticleStore.open(at: path, creating: false) } == .empty)
            for garbage in ["Kerry said so.", String(repeating: "garbage ", count: 4000), "SQLite format 3\0"] {
                try Data(garbage.utf8).write(to: URL(filePath: path))
                #expect(reason { _ = try ArticleStore.open(at: path, creating: true) } == .notDatabase)
                #expect(try Data(contentsOf: URL(filePath: path)) == Data(garbage.utf8))
            }
        }
        try inFolder { path in
            try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE bookmarks (url TEXT)") }
            let before = try Data(contentsOf: URL(filePath: path))
            #expect(reason { _ = try ArticleStore.open(at: path, creating: true) } == .foreign)
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
    }

    @Test(arguments: [
        ("PRAGMA user_version = 99", StoreError.Reason.newer(schema: 99, known: Schema.version)),
        ("PRAGMA application_id = 7", .foreign),
        ("DROP VIEW quote_list", .damaged(detail: "1 of its tables are missing or changed")),
        (
            "CREATE TRIGGER t AFTER INSERT ON zones BEGIN DELETE FROM quotes; END",
            .damaged(detail: "it has a trigger, `t`, of unknown origin")
        ),
        (
            "DROP TABLE settings; CREATE VIEW settings AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT x AS name, x AS value FROM c",
            .damaged(detail: "1 of its tables are missing or changed")
        ),
    ])
    func aChangedSchemaIsRefused(sql: String, expected: StoreError.Reason) throws {
        try inFolder { path in
            _ = try ArticleStore.open(at: path, creating: true).add([Sample.paris.article])
            try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
            #expect(reason { _ = try ArticleStore.open(at: path, creating: true) } == expected)
        }
    }

    @Test(arguments: [
        "UPDATE quote_rows SET end_byte = 100000", "UPDATE quote_rows SET start_byte = -1",
        "UPDATE quote_rows SET start_byte = end_byte + 1", "UPDATE quote_rows SET kind = 99",
        "UPDATE quote_rows SET said_first = 9000000000000, said_basis = 1", "UPDATE quote_rows SET cue_id = 99",
        "UPDATE quote_rows SET paragraphs = 9000000000000000000",
        "INSERT INTO further_mentions (quote_id, part, position) VALUES (1, 'x', 0)",
        "UPDATE quote_rows SET cue_end_byte = 0", "UPDATE sources SET length = 9000000000000",
        "UPDATE articles SET published_basis = 'guess'",
        "DELETE FROM speakers",
    ])
    func aDamagedRowIsAnError(sql: String) throws {
        try inFolder { path in
            _ = try ArticleStore.open(at: path, creating: true).add([Sample.paris.article])
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            try DatabaseQueue(path: path, configuration: configuration).write { try $0.execute(sql: sql) }
            let store = try ArticleStore.open(at: path, creating: false)
            let found = reason { _ = try store.quotes(QuoteLookup()) }
            guard case .damaged = found else {
                Issue.record("\(String(describing: found))")
                return
            }
        }
    }

    @Test(arguments: [
        "UPDATE sources SET length = length + 1", "UPDATE sources SET zlib_bytes = x'00ff'",
        "UPDATE sources SET length = 200000000", "UPDATE zones SET end_byte = 5000", "UPDATE zones SET kind = ''",
    ])
    func aDamagedTextIsAnError(sql: String) throws {
        try inFolder { path in
            _ = try ArticleStore.open(at: path, creating: true).add([Sample.paris.article])
            try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
            let store = try ArticleStore.open(at: path, creating: false)
            #expect(throws: StoreError.self) { _ = try store.text(ofArticle: 1, version: 0) }
        }
    }

    @Test func aFileThatIsCutOffIsRefused() throws {
        try inFolder { path in
            _ = try ArticleStore.open(at: path, creating: true).add([Sample.paris.article])
            let whole = try Data(contentsOf: URL(filePath: path))
            for size in [99, 4096, whole.count / 2, whole.count - 1] {
                try whole.prefix(size).write(to: URL(filePath: path))
                let found = reason { _ = try ArticleStore.open(at: path, creating: true) }
                #expect(found == (size < 100 ? .notDatabase : .truncated(bytes: size, expected: whole.count)))
            }
        }
    }

    /// Whatever page is overwritten, there is an answer or an error, and never a crash.
    @Test func overwrittenPagesAreErrors() throws {
        try inFolder { path in
            let store = try ArticleStore.open(at: path, creating: true)
            _ = try store.add([Sample.paris.article, Sample.moscow.article, Sample.revised.article])
        }
        try inFolder { path in
            _ = try ArticleStore.open(at: path, creating: true).add([
                Sample.paris.article, Sample.moscow.article, Sample.revised.article,
            ])
            let whole = try Data(contentsOf: URL(filePath: path))
            var failures = 0
            for page in 1..<(whole.count / 4096) {
                var broken = whole
                for offset in 0..<64 { broken[page * 4096 + offset] = UInt8(truncatingIfNeeded: offset &* 151 &+ page) }
                try broken.write(to: URL(filePath: path))
                let found = reason {
                    let store = try ArticleStore.open(at: path, creating: false)
                    var lookup = QuoteLookup()
                    lookup.terms = [["terror*"]]
                    _ = try (store.quotes(QuoteLookup()), store.quotes(lookup), store.speakers(), store.articles())
                    _ = try (store.summary(), store.text(ofArticle: 1, version: 0))
                    try store.link(people: { Array($0.indices) }, statements: { _ in [] })
                }
                if found != nil { failures += 1 }
                for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            }
            #expect(failures > 10)
        }
    }

    @Test func errorsAreSentencesWithoutControlCharacters() {
        let reasons: [StoreError.Reason] = [
            .missing, .missingFolder, .isFolder, .empty, .notDatabase, .foreign, .newer(schema: 2, known: 1),
            .truncated(bytes: 1, expected: 2), .damaged(detail: "\u{1B}[2J"), .readOnly, .unreadable(detail: "\u{7}"),
            .busy,
            .full, .invalidArticle(source: "\u{202E}a", detail: "x"), .invalidLinking(detail: "x"),
            .database(code: 1, detail: "x\ny"),
        ]
        for reason in reasons {
            let text = StoreError(path: "a\u{1B}]0;b", reason: reason).description
            #expect(!text.unicodeScalars.contains { $0.value < 32 || $0 == "\u{202E}" }, "\(text)")
            #expect(text.contains("archive") || text.contains("`a"), "\(text)")
        }
    }
}
