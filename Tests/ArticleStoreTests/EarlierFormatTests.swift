import Articles
import FoundationEssentials
import GRDB
import Testing

@testable import ArticleStore

/// Archives as earlier programs made them. The stored ones hold three quotes: of one article, and from the third format on of three articles, two
/// of which print much the same text.
@Suite struct EarlierFormatTests {
    /// The number of the format, and the size of the stored archive, bytes.
    private static let sizes = [1: 139_264, 2: 184_320, 3: 294_912, 4: 274_432]

    static func inFolder(_ version: Int = 1, _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "whosaid-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer {
            _ = try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
            try? FileManager.default.removeItem(atPath: folder)
        }
        let packed = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/version-\(version).whosaid.zlib")
        let size = try #require(sizes[version])
        let bytes = try #require(Compression.inflate([UInt8](try Data(contentsOf: packed)), count: size))
        let path = folder + "/old.whosaid"
        try Data(bytes).write(to: URL(filePath: path))
        try body(path)
    }

    @Test func everyEarlierFormatIsStored() {
        #expect(Set(EarlierFormatTests.sizes.keys) == Set(1..<Schema.version))
    }

    @Test func theFirstFormatOpensAndCanBeCorrected() throws {
        try EarlierFormatTests.inFolder { path in
            let store = try ArticleStore.open(at: path, creating: false)
            #expect(try store.quotes(QuoteLookup()).count == 3)
            let anchor = try EditingTests.anchor("Nobody asked the fishermen", in: store)
            try EditingTests.decide(.reject([anchor]), in: store)
            #expect(try store.quotes(QuoteLookup()).count == 2)
            try store.close()
            #expect(try ArticleStore.open(at: path, creating: false).decisions().count == 1)
        }
    }

    @Test func theFirstFormatCanBeReadWhereNothingCanBeWritten() throws {
        try EarlierFormatTests.inFolder { path in
            let before = try Data(contentsOf: URL(filePath: path))
            let store = try ArticleStore.open(at: path, creating: false, readOnly: true)
            #expect(try store.quotes(QuoteLookup()).map(\.text).last == "Nobody asked the fishermen")
            #expect(try store.decisions().isEmpty)
            #expect(try store.summary().quotes == 3)
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
    }

    @Test func theSecondFormatKeepsWhatWasDecided() throws {
        try EarlierFormatTests.inFolder(2) { path in
            for _ in 1...2 {
                let store = try ArticleStore.open(at: path, creating: false)
                #expect(try store.quotes(QuoteLookup()).count == 2)
                #expect(try store.decisions().count == 2)
                try store.close()
            }
            let reader = try ArticleStore.open(at: path, creating: false, readOnly: true)
            #expect(try reader.decisions().map(\.made.editor) == ["Ann", "Ann"])
        }
        try EarlierFormatTests.inFolder(2) { path in
            let store = try ArticleStore.open(at: path, creating: false, readOnly: true)
            #expect(try store.quotes(QuoteLookup()).count == 2)
        }
    }

    @Test(arguments: [3, 4]) func laterFormatsKeepWhatIsDerived(version: Int) throws {
        try EarlierFormatTests.inFolder(version) { path in
            for _ in 1...2 {
                let store = try ArticleStore.open(at: path, creating: false)
                #expect(try store.quotes(QuoteLookup()).count == 2)
                #expect(try store.decisions().count == 1)
                let wire = try #require(try store.articles().first { $0.source == "wire.txt" })
                #expect(try store.similarTexts(toArticle: wire.id).map(\.article.source) == ["copy.txt"])
                #expect(try store.read { try $0.keptRows(try $0.tableStamp()) } == 3)
                #expect(try store.verify().isEmpty)
                try store.close()
            }
        }
    }

    @Test(arguments: [3, 4]) func laterFormatsCanBeReadWhereNothingCanBeWritten(version: Int) throws {
        try EarlierFormatTests.inFolder(version) { path in
            let before = try Data(contentsOf: URL(filePath: path))
            defer { #expect((try? Data(contentsOf: URL(filePath: path))) == before) }
            let store = try ArticleStore.open(at: path, creating: false, readOnly: true)
            #expect(try store.quotes(QuoteLookup()).count == 2)
            #expect(try store.table()?.count == 3)
            let wire = try #require(try store.articles().first { $0.source == "wire.txt" })
            #expect(try store.similarTexts(toArticle: wire.id).map(\.article.source) == ["copy.txt"])
        }
    }

    /// What the tables of the fourth format had, the views of the fifth one show: the same rows in the same words.
    @Test func theViewsShowWhatTheTablesHad() throws {
        try EarlierFormatTests.inFolder(4) { path in
            let tables = [
                "quotes": "id", "segments": "quote_id, position", "mentions": "quote_id, part, position",
                "statements": "id", "quote_list": "quote_id", "statement_list": "statement_id",
            ]
            func rows() throws -> [String: [String: [DatabaseValue]]] {
                let database = try DatabaseQueue(path: path)
                defer { try? database.close() }
                return try database.read { db in
                    try tables.reduce(into: [:]) { found, table in
                        for row in try Row.fetchAll(db, sql: "SELECT * FROM \(table.key) ORDER BY \(table.value)") {
                            for (column, value) in row {
                                found[table.key, default: [:]][column, default: []].append(value)
                            }
                        }
                    }
                }
            }
            var before = try rows()
            try ArticleStore.open(at: path, creating: false).close()
            // The numbers of an article's speakers are others, and a quote's place among those of its version is that of its number.
            before["quotes"]?["position"] = nil
            var after = try rows()
            #expect(before["mentions"]?["article_speaker_id"]?.count == after["mentions"]?["article_speaker_id"]?.count)
            before["mentions"]?["article_speaker_id"] = nil
            after["mentions"]?["article_speaker_id"] = nil
            #expect(after == before)
        }
    }
}
