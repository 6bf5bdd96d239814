import Articles
import FoundationEssentials
import Testing

@testable import ArticleStore

/// Archives as earlier programs made them. The stored one holds one article with three quotes.
@Suite struct EarlierFormatTests {
    static func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "whosaid-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer {
            _ = try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
            try? FileManager.default.removeItem(atPath: folder)
        }
        let packed = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/version-1.whosaid.zlib")
        let bytes = try #require(Compression.inflate([UInt8](try Data(contentsOf: packed)), count: 139_264))
        let path = folder + "/old.whosaid"
        try Data(bytes).write(to: URL(filePath: path))
        try body(path)
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
}
