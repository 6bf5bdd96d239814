import Articles
import GRDB
import Testing

@testable import ArticleStore

/// The trails that an archive keeps are those of its quotes.
@Suite struct TrailTests {
    private static func quotes(_ store: ArticleStore) throws -> [QuoteRecord] {
        var lookup = QuoteLookup()
        lookup.inAnyVersion = true
        return try store.quotes(lookup)
    }

    private static func trails(_ store: ArticleStore) throws -> [Int64: [UInt8]] {
        var trails: [Int64: [UInt8]] = [:]
        let ids = try quotes(store).map(\.id).sorted()
        try store.forEachTrail(ofQuotes: ids) { trails[$0] = Array($1) }
        return trails
    }

    private static func expected(_ store: ArticleStore) throws -> [Int64: [UInt8]] {
        return Dictionary(
            try quotes(store).map { quote in
                let entry = SearchIndex.entry(of: quote.segmentTexts, standingFor: quote.printed.antecedent)
                return (quote.id, entry.trail)
            }, uniquingKeysWith: { first, _ in first })
    }

    @Test func everyQuoteHasOne() throws {
        let store = try Sample.store()
        #expect(try !Self.expected(store).isEmpty)
        #expect(try Self.trails(store) == Self.expected(store))
        try store.database.write { try $0.rebuildIndex() }
        #expect(try Self.trails(store) == Self.expected(store))
    }

    @Test(arguments: 1..<Schema.version) func anArchiveOfAnEarlierFormatGetsThem(version: Int) throws {
        try EarlierFormatTests.inFolder(version) { path in
            let reader = try ArticleStore.open(at: path, creating: false, readOnly: true)
            #expect(try Self.trails(reader) == Self.expected(reader))
            try reader.close()
            let store = try ArticleStore.open(at: path, creating: false)
            #expect(try !Self.trails(store).isEmpty)
            #expect(try Self.trails(store) == Self.expected(store))
        }
    }

    @Test func trailsOfOtherWordsAreFound() throws {
        let store = try Sample.store()
        try store.database.write { db in
            var block = TrailBlock()
            block.add([9, 9, 9], of: 1)
            try db.run("UPDATE stem_trails SET trails = ?", [blob(block.bytes)])
        }
        #expect(try store.verify().contains { $0.remedy == .rebuilding })
    }

    @Test func aBlockHoldsWhatWasAdded() {
        var block = TrailBlock()
        let trails: [(Int64, [UInt8])] = [(7, [1, 2]), (8, []), (300, Array(repeating: 5, count: 400)), (70_000, [9])]
        for (quote, trail) in trails {
            #expect(block.canHold(quote))
            block.add(trail, of: quote)
        }
        #expect(!block.canHold(70_000))
        var found: [(Int64, [UInt8])] = []
        block.bytes.withUnsafeBytes { TrailBlock.forEach($0, from: block.first) { found.append(($0, Array($1))) } }
        #expect(found.map(\.0) == trails.map(\.0))
        #expect(found.map(\.1) == trails.map(\.1))
        for length in block.bytes.indices {
            var count = 0
            block.bytes[..<length].withUnsafeBytes { TrailBlock.forEach($0, from: block.first) { _, _ in count += 1 } }
            #expect(count < trails.count)
        }
    }

    @Test func bytesThatAreNoBlockEndIt() {
        let bytes: [[UInt8]] = [
            [0xFF], Array(repeating: 0xFF, count: 40), [0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [1], [1, 9, 3],
        ]
        for bytes in bytes {
            var count = 0
            bytes.withUnsafeBytes { TrailBlock.forEach($0, from: .max) { _, _ in count += 1 } }
            #expect(count == 0)
        }
    }
}
