import Articles
import Foundation
import GRDB
import Testing
import Text

@testable import ArticleStore

/// Damage is found, told and mended where it can be; whatever the bytes of a file, there is a sentence and no crash.
@Suite struct VerifyingTests {
    private static let linker = Linker(
        people: { found, _ in LinkedPeople(numbers: Array(found.indices)) }, statements: { _ in [] })

    private static func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "whosaid-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder + "/a.whosaid")
    }

    /// The texts of a source that changed twice; none is as long as the one before.
    private static let changed = ["It rains, and it is late", "It rains, they say", "It snows"].map { text in
        Sample(
            name: "changed.txt", texts: ["Ann Lee said: \(text)."], published: "2014-01-16",
            quotes: [Sample.SampleQuote(words: [text], speakers: ["Ann Lee"], cue: "said")]
        ).article
    }

    private static func make(_ path: String) throws {
        let store = try ArticleStore.open(at: path, creating: true)
        _ = try store.add([Sample.paris.article, Sample.moscow.article, Sample.revised.article])
        for state in changed { _ = try store.add([state]) }
        try store.link(linker)
        let anchor = try EditingTests.anchor("want terrorists gone", in: store)
        _ = try store.decide(.correct([anchor], .place, .texts(["Geneva"])), .init(editor: "ann", time: "now"), linker)
        try store.close()
    }

    private static func damage(_ path: String, _ sql: String) throws {
        let raw = try DatabaseQueue(path: path)
        try raw.writeWithoutTransaction { try $0.execute(sql: sql) }
        try raw.close()
    }

    private static func repair(_ flaws: [Flaw], _ store: ArticleStore) throws {
        let known = [Sample.paris.article, Sample.moscow.article, Sample.revised.article] + changed
        try store.repair(flaws, linker) { source, _ in
            known.first { $0.article.source.fingerprint == source.fingerprint }
                ?? AnnotatedArticle(
                    article: Article(source: source, metadata: Metadata(), versions: [Version(number: 0, zones: [])]),
                    annotations: [Annotation()])
        }
    }

    @Test func aSoundArchiveHasNoFlaws() throws {
        #expect(try Sample.store().verify().isEmpty)
        try Self.inFolder { path in
            try Self.make(path)
            #expect(try ArticleStore.open(at: path, creating: false).verify().isEmpty)
            #expect(try ArticleStore.open(at: path, creating: false, readOnly: true).verify().isEmpty)
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let sql: String
        let message: String
        let isMended: Bool
        var testDescription: String { sql }
    }

    static let cases = [
        Case(
            sql: "UPDATE quote_rows SET text = 'other words'", message: "the words of q:",
            isMended: true),
        Case(
            sql: "UPDATE quote_rows SET end_byte = 9999", message: "lies outside its source",
            isMended: true),
        Case(
            sql: "UPDATE quote_rows SET start_continuation = 1, end_continuation = 2", message: "counted wrongly",
            isMended: true),
        Case(
            sql: "UPDATE quote_rows SET speaker = 77", message: "leads to no speaker of its article", isMended: true),
        Case(
            sql: "PRAGMA foreign_keys = OFF; DELETE FROM article_speaker_rows",
            message: "leads to no speaker of its article", isMended: true),
        Case(
            sql: "PRAGMA foreign_keys = OFF; DELETE FROM speaker_profiles", message: "no row of `speaker_profiles`",
            isMended: true),
        Case(sql: "PRAGMA foreign_keys = OFF; DELETE FROM cues", message: "no row of `cues`", isMended: true),
        Case(
            sql:
                "INSERT INTO article_speaker_rows SELECT 99 << 24, profile_id, speaker_id FROM article_speaker_rows LIMIT 1",
            message: "`article_speaker_rows` leads to no row of `versions`", isMended: true),
        Case(sql: "UPDATE quote_rows SET line = 7", message: "does not fit its place", isMended: true),
        Case(sql: "UPDATE quote_rows SET kind = 99", message: "`kind` is no text", isMended: true),
        Case(sql: "UPDATE quote_rows SET paragraphs = -1", message: "no possible number", isMended: true),
        Case(sql: "UPDATE zones SET kind = 'attic'", message: "no known word", isMended: true),
        Case(
            sql: "DELETE FROM quote_words WHERE 0; INSERT INTO quote_words (quote_words) VALUES ('delete-all')",
            message: "the index over the words", isMended: true),
        Case(
            sql: "INSERT INTO quote_words (rowid, terms) SELECT id, 'nonsense' FROM quote_rows LIMIT 1",
            message: "the index over the words", isMended: true),
        Case(sql: "UPDATE speakers SET quotes = 77", message: "speakers are counted wrongly", isMended: true),
        Case(
            sql: "INSERT INTO statement_rows (id, reports) SELECT id, 77 FROM quote_rows",
            message: "statements are counted wrongly", isMended: true),
        Case(
            sql: "PRAGMA foreign_keys = OFF; UPDATE quote_rows SET statement_id = 999",
            message: "to no row of `statement_rows`",
            isMended: true),
        Case(
            sql: "PRAGMA foreign_keys = OFF; DELETE FROM versions WHERE id = 1", message: "no row of `versions`",
            isMended: true),
        Case(
            sql: "UPDATE sources SET fingerprint = '0' WHERE id = 1", message: "its checksum differs", isMended: false),
        Case(sql: "UPDATE sources SET zlib_bytes = x'00' WHERE id = 1", message: "cannot be unpacked", isMended: false),
        Case(
            sql: "UPDATE decision_quotes SET segments = 'x'", message: "a decision's span is no span", isMended: false),
        Case(
            sql: "UPDATE decisions SET property = 'kind', value = 'loud'", message: "no such kind of quote",
            isMended: false),
        Case(
            sql: "UPDATE decision_quotes SET reference = 'q:0', source = 'z'", message: "is there no more",
            isMended: false),
    ]

    /// Damage to what is derived across versions and articles.
    static let acrossCases = [
        Case(
            sql: "UPDATE quote_rows SET same_as = (SELECT max(id) FROM quote_rows) WHERE id = 1",
            message: "is not the quote of an earlier version", isMended: true),
        Case(
            sql: "UPDATE quote_rows SET same_as = 4711 WHERE id = (SELECT max(id) FROM quote_rows)",
            message: "is not the quote of an earlier version", isMended: true),
        Case(
            sql: "UPDATE quote_rows SET same_as = 0 WHERE version_id IN (\(earlier))",
            message: "is not the quote of an earlier version", isMended: true),
        Case(
            sql: "INSERT OR REPLACE INTO text_bands VALUES (1, zeroblob(660))", message: "cannot be found",
            isMended: true),
        Case(
            sql: "INSERT OR REPLACE INTO text_bands VALUES (900, zeroblob(66))", message: "cannot be found",
            isMended: true),
    ]

    private static let earlier = "SELECT version_id FROM earlier_versions"

    /// Damage to what was read from earlier texts, and to these.
    static let earlierCases = [
        Case(
            sql: """
                UPDATE quote_rows SET text = 'other words' WHERE version_id IN (\(earlier))
                """, message: "changed.txt, version 0: the words of q:", isMended: true),
        Case(
            sql: "UPDATE zones SET end_byte = 9999 WHERE version_id = (SELECT max(version_id) FROM earlier_versions)",
            message: "changed.txt, version 1: a span lies outside its source", isMended: true),
        Case(
            sql: "UPDATE quote_rows SET reference = 0 WHERE version_id IN (\(earlier))",
            message: "what is kept of q:0000000000000000 does not fit", isMended: true),
        Case(
            sql: "DELETE FROM versions WHERE id = (SELECT min(version_id) FROM earlier_versions)",
            message: "changed.txt, an earlier text: it has no version", isMended: true),
        Case(sql: "DELETE FROM earlier_versions", message: "changed.txt", isMended: true),
        Case(
            sql: "PRAGMA foreign_keys = OFF; DELETE FROM earlier_texts", message: "no row of `earlier_texts`",
            isMended: true),
        Case(
            sql: "UPDATE versions SET is_latest = 1", message: "changed.txt: its versions are not in the order",
            isMended: true),
        Case(
            sql: "UPDATE earlier_texts SET zlib_bytes = x'00' WHERE id = 1",
            message: "changed.txt, version 0: its text cannot be unpacked", isMended: false),
        Case(
            sql: "UPDATE earlier_texts SET fingerprint = '0' WHERE id = 2",
            message: "changed.txt, version 1: its text is not the one that was added", isMended: false),
        Case(
            sql: "UPDATE quote_columns SET bytes = x'00000000' WHERE name = 'dates'",
            message: "the columns that answer questions", isMended: true),
        Case(
            sql: "UPDATE quote_columns SET checksum = checksum + 1 WHERE name = 'outlets'",
            message: "the columns that answer questions", isMended: true),
        Case(
            sql: "PRAGMA foreign_keys = OFF; INSERT INTO speaker_joins VALUES (99, 'name', 'Ann')",
            message: "`speaker_joins` leads to no row of `article_speaker_rows`", isMended: true),
    ]

    /// What can be mended of one text leaves the other ones as they are.
    @Test func anEarlierTextIsMendedAndTheOthersStay() throws {
        try Self.inFolder { path in
            try Self.make(path)
            func lines(_ store: ArticleStore) throws -> [AnnotatedArticle] {
                var articles: [AnnotatedArticle] = []
                try store.forEachAnnotatedArticle { articles.append($0) }
                return articles
            }
            let before = try lines(ArticleStore.open(at: path, creating: false))
            #expect(
                before.filter { $0.article.source.name == "changed.txt" }.map(\.article.source.bytes)
                    == Self.changed.map(\.article.source.bytes))
            try Self.damage(
                path,
                "UPDATE quote_rows SET text = 'x' WHERE version_id = (SELECT min(version_id) FROM earlier_versions)")
            let store = try ArticleStore.open(at: path, creating: false)
            let flaws = try store.verify()
            #expect(flaws.count { $0.message.hasPrefix("changed.txt, version 0: ") } == 1)
            try Self.repair(flaws, store)
            #expect(try lines(store) == before)
        }
    }

    @Test(arguments: cases + earlierCases + acrossCases) func damageIsFoundAndMended(_ item: Case) throws {
        try Self.inFolder { path in
            try Self.make(path)
            try Self.damage(path, item.sql)
            let store = try ArticleStore.open(at: path, creating: false)
            let flaws = try store.verify()
            #expect(flaws.contains { $0.message.contains(item.message) }, "\(flaws)")
            do {
                try Self.repair(flaws, store)
            } catch {
                #expect(!item.isMended, "\(error)")
                return
            }
            let left = try store.verify()
            #expect(left.isEmpty == item.isMended, "\(left)")
        }
    }

    /// Bits that fall over anywhere in the file.
    @Test(.timeLimit(.minutes(10)), arguments: 1...60) func noDamageBreaksTheLookingAndTheMending(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 20) % UInt64(bound))
        }
        try Self.inFolder { path in
            try Self.make(path)
            var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            for _ in 0..<(1 + next(12)) { bytes[next(bytes.count)] ^= 1 << UInt8(next(8)) }
            try Data(bytes).write(to: URL(filePath: path))
            do {
                let store = try ArticleStore.open(at: path, creating: false)
                let flaws = try store.verify()
                for flaw in flaws { #expect(flaw.message.count > 10) }
                try Self.repair(flaws, store)
                _ = try store.verify()
            } catch let error as StoreError {
                #expect(error.description.contains(path) || error.description.contains("`"))
            }
        }
    }

    @Test func vacuumKeepsEverything() throws {
        try Self.inFolder { path in
            try Self.make(path)
            let store = try ArticleStore.open(at: path, creating: false)
            let before = try store.texts()
            for _ in 0..<20 {
                _ = try store.add(
                    [Sample.paris.article].map { item in
                        var item = item
                        item.annotator += 1
                        return item
                    })
            }
            try store.vacuum()
            #expect(try store.texts() == before)
            #expect(try store.verify().isEmpty)
        }
    }
}
