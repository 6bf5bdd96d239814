import Articles
import Dates
import Evaluator
import Foundation
import GRDB
import MadeUp
import Presentation
import QueryLanguage
import Synchronization
import Testing
import WhoSaidKit

@testable import ArticleStore

/// Columns give the answer that the quotes themselves give: the same rows, quotes and marks, and the same bytes of JSON.
@Suite struct ColumnsTests {
    static let today = CalendarDay(iso: "2016-09-01") ?? CalendarDay(number: 0)

    /// Archives of some hundred quotes, one of them with corrections, and one whose columns are those that are made in memory.
    static let archives = Result { () -> [ArticleStore] in
        try ([1, 2, 3] as [UInt64]).map { seed in
            let store = try ArticleStore.inMemory()
            try MadeUpArchive(quotes: 160, seed: seed).fill(store)
            if seed == 2 { try correct(store) }
            if seed == 3 { _ = try store.add([MadeUpArchive(quotes: 160, seed: 9).article(37)]) }
            return store
        }
    }

    /// Decides a few things about quotes, so that they differ from what was found.
    static func correct(_ store: ArticleStore) throws {
        let quotes = try store.quotes(QuoteLookup()).filter { $0.versions.count == 1 }
        let mark = DecisionRecord.Mark(editor: "Ann Lee", time: "2026-11-21T06:31:27Z")
        func anchor(_ quote: QuoteRecord) -> QuoteAnchor {
            QuoteAnchor(
                reference: quote.reference, source: quote.article.source, fingerprint: "", version: quote.version,
                segments: quote.quote.segments, words: quote.text)
        }
        let decisions: [Decision] = [
            .correct([anchor(quotes[3])], .said, .unknown), .correct([anchor(quotes[11])], .place, .unknown),
            .correct([anchor(quotes[17])], .kind, .texts(["direct"])), .reject([anchor(quotes[20])]),
            .correct([anchor(quotes[25])], .speaker, .texts(["Olga Prim"])),
            .correct([anchor(quotes[30])], .outlet, .texts(["The Other Post"])),
        ]
        for decision in decisions { _ = try store.decide(decision, mark, MadeUpArchive.linker) }
    }

    @Test(arguments: 0..<3, [1, 2, 3, 4] as [UInt64])
    func theAnswersAreEqual(archive: Int, seed: UInt64) throws {
        let store = try Self.archives.get()[archive]
        var quick = try QuoteSource(store)
        quick.isSmall = true
        var plain = quick
        plain.columns = nil
        let names = NameBook(speakers: try store.speakers(), articles: try store.articles())
        var questions = QuestionMaker(seed: seed, names: names)
        for _ in 0..<25 {
            let text = questions.next()
            let script = Script(parsing: text)
            guard case .question(let query)? = script.statements.first?.statement,
                !script.diagnostics.contains(where: { $0.severity == .error })
            else {
                Issue.record("\(text): \(script.diagnostics.map(\.message))")
                continue
            }
            let plan = plan(query, names: names, today: Self.today)
            let expected = try run(plan, names: names, source: plain)
            var found = try run(plan, names: NameBook(store), source: quick)
            #expect(
                Page().render(found, as: .json) == Page().render(expected, as: .json), "archive \(archive): \(text)")
            #expect(Page().render(found, as: .table) == Page().render(expected, as: .table), "\(text)")
            found.reach = nil
            #expect(found == expected, "archive \(archive): \(text)")
        }
    }

    @Test func mostQuestionsAreAnsweredFromColumns() throws {
        let store = try Self.archives.get()[0]
        var source = try QuoteSource(store)
        source.quotes = { (_: QuoteLookup) in throw Unexpected() }
        let names = NameBook(store)
        for text in [
            "quotes \"cebal\" top 5", "how many quotes", "how many quotes \"dil\" per outlet", "speakers top 3",
            "how many statements per speaker and month where kind = direct", "quotes order by date desc top 20",
            "who said \"cebal\" top 3", "quotes where words > 3 order by words top 20", "how many speakers per place",
            "outlets", "articles where outlet is known top 3", "how many quotes where to is known",
            "how many quotes per via", "how many quotes per speaker and outlet top 3",
        ] {
            guard case .question(let query)? = Script(parsing: text).statements.first?.statement else { continue }
            _ = try run(plan(query, names: names, today: Self.today), names: names, source: source)
        }
    }

    @Test(arguments: ["text", "left", "right", "to"]) func theQuotesOfOtherRowsAreNotReadForAnOrder(key: String) throws
    {
        let store = try Self.archives.get()[0]
        let read = Mutex(0)
        var source = try QuoteSource(store)
        source.columns?.quotes = { lookup in
            read.withLock { $0 += lookup.ids?.count ?? 1_000 }
            return try store.quotes(lookup)
        }
        let names = NameBook(store)
        let text = "quotes \"\(Vocabulary.word(2))*\" order by \(key) top 3"
        let question = try #require(Script(parsing: text).statements.first?.statement)
        guard case .question(let query) = question else { return }
        let answer = try run(plan(query, names: names, today: Self.today), names: names, source: source)
        #expect(answer.total > 3)
        #expect(answer.rows.count == 3)
        #expect(read.withLock { $0 } == 3)
    }

    private struct Unexpected: Error {}

    @Test func whatIsKnownOfPrintIsNotLookedForAgain() throws {
        let table = try #require(try Self.archives.get()[0].table())
        var asked: [[Int32]] = []
        func even(_ open: RowSet) -> RowSet {
            asked.append(open.rows)
            return RowSet(open.rows.map(Int.init).filter { $0 % 2 == 0 }, of: table.count)
        }
        let first = table.rows(of: RowSet([1, 2, 3], of: table.count), printing: "even", find: even)
        let second = table.rows(of: RowSet([2, 3, 4, 5], of: table.count), printing: "even", find: even)
        #expect(first.rows == [2])
        #expect(second.rows == [2, 4])
        #expect(asked == [[1, 2, 3], [4, 5]])
    }

    @Test func columnsThatAreKeptAreThoseThatAreMade() throws {
        let store = try Self.archives.get()[0]
        let kept = try #require(try store.table())
        let made = try #require(try store.table(remade: true))
        for part in TablePart.allCases { #expect(try kept.numbers(part) == made.numbers(part), "\(part)") }
        #expect(try kept.cues().map(\.lemma) == made.cues().map(\.lemma))
        #expect(try kept.speakerNames() == made.speakerNames())
    }

    @Test(arguments: 0..<2) func whatColumnsCountIsWhatTheTablesCount(archive: Int) throws {
        struct Undone: Error {}
        let store = try Self.archives.get()[archive]
        #expect(throws: Undone.self) {
            try store.database.write { db in
                #expect(try db.keptRows(db.tableStamp()) != nil)
                let (summary, outlets) = (try db.summary(), try db.outlets())
                try db.execute(sql: "DELETE FROM quote_columns")
                #expect(try db.summary() == summary)
                #expect(try db.outlets() == outlets)
                throw Undone()
            }
        }
    }

    @Test(arguments: 0..<3) func namesAreFoundByColumnsAsAmongAllSpeakers(archive: Int) throws {
        let store = try Self.archives.get()[archive]
        let all = NameBook(speakers: try store.speakers(), articles: [])
        let found = NameBook(store)
        var names: Set<String> = ["nobody", "the", "minister", "police chiefs", "France"]
        for speaker in all.speakers.map(\.speaker) {
            for name in [speaker.name, speaker.role].compactMap(\.self) + speaker.aliases {
                names.formUnion([name, String(name.split(separator: " ").last ?? ""), name + "s"])
            }
        }
        for name in names.sorted() {
            #expect(found.speakers(called: name) == all.speakers(called: name), "\(name)")
        }
        try found.check()
    }

    @Test func damagedColumnsAreMadeAnew() throws {
        let archive = MadeUpArchive(quotes: 60)
        for change in [
            "UPDATE quote_columns SET bytes = zeroblob(length(bytes))",
            "UPDATE quote_columns SET bytes = x'01' WHERE name = 'flags'",
            "DELETE FROM quote_columns WHERE name = 'ids'",
            "UPDATE quote_columns SET archive_state = '0'",
        ] {
            let store = try ArticleStore.inMemory()
            try archive.fill(store)
            try store.database.write { try $0.execute(sql: change) }
            let answer = try Archive(store: store).ask("how many quotes")
            #expect(answer.rows.first?.count == 60, "\(change)")
        }
    }

    @Test func anArchiveThatGrowsIsSeen() throws {
        let store = try ArticleStore.inMemory()
        let archive = MadeUpArchive(quotes: 40)
        let reader = Archive(store: store)
        for number in 0..<6 {
            _ = try store.add([archive.article(number)])
            let quotes = try store.summary().quotes
            #expect(try reader.ask("how many quotes").rows.first?.count == quotes)
        }
    }

    @Test func aFileIsAskedBySeveralArchivesAtOnce() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).whosaid").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let store = try ArticleStore.open(at: path, creating: true)
        let archive = MadeUpArchive(quotes: 60)
        try archive.fill(store)
        for question in [
            "quotes \"\(Vocabulary.word(0))\"", "how many quotes per speaker", "speakers about \(Vocabulary.word(1))",
        ] {
            // Each is the first question that is put to a new connection.
            let other = try Archive(at: path)
            #expect(try other.ask(question).jsonLines == Archive(store: store).ask(question).jsonLines, "\(question)")
        }
        _ = try store.add([MadeUpArchive(quotes: 60, seed: 4).article(3)])
        #expect(try Archive(at: path).ask("how many quotes").rows.first?.count == store.summary().quotes)
    }

    @Test func aQuestionOverColumnsIsCancelled() throws {
        let source = try QuoteSource(try Self.archives.get()[0])
        let names = NameBook(speakers: [], articles: [])
        guard case .question(let query)? = Script(parsing: "quotes /a/").statements.first?.statement else { return }
        #expect(throws: StoreError(path: nil, reason: .interrupted)) {
            try GivingUp.asking({ true }) {
                try run(plan(query, names: names, today: Self.today), names: names, source: source)
            }
        }
    }
}
