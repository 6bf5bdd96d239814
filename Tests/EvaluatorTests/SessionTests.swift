import ArticleStore
import Articles
import Dates
import QueryLanguage
import SpeechVerbs
import Testing
import Text

@testable import Evaluator

@Suite struct SessionTests {
    static let old = [
        "In the midst of the talks began.", "Kerry warned it cannot lose.", "Nothing else happened here.",
    ]
    static let new = [
        "In the middle of the talks began.", "Kerry warned it cannot lose.",
        "“We want a ceasefire,” Lavrov said in Paris.",
    ]

    /// One article in two versions, in an archive in memory.
    static func session(editing: Editing = .refused("not here")) throws -> Session {
        let text = (old + new).joined(separator: "\n")
        func range(_ part: String, from: Int = 0) -> ByteRange {
            let bytes = Array(text.utf8)
            let wanted = Array(part.utf8)
            let start =
                (from...(bytes.count - wanted.count)).first { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }
                ?? 0
            return ByteRange(start, start + wanted.count)
        }
        let middle = range(new[0]).lower
        let versions = [
            Version(number: 0, zones: old.map { Zone(.body, range($0)) }),
            Version(number: 1, zones: new.map { Zone(.body, range($0, from: middle)) }),
        ]
        func kerry(_ from: Int) -> Quote {
            Quote(
                segments: [range("it cannot lose", from: from)], kind: .indirect, zone: .body,
                cue: Cue(range: range("warned", from: from), lemma: "warn", act: .warn),
                speakers: [Mention(range: range("Kerry", from: from), speaker: 0)])
        }
        let lavrov = Quote(
            segments: [range("We want a ceasefire")], kind: .direct, zone: .body,
            quotedParts: [range("We want a ceasefire")],
            cue: Cue(range: range("said", from: middle), lemma: "say", act: .say),
            speakers: [Mention(range: range("Lavrov"), speaker: 1)],
            said: DatedEvidence(DateInterval(CalendarDay(number: 16_083)), .weekday),
            place: PlaceEvidence("Paris", .explicit, range("Paris")))
        let people = [
            Speaker(name: "John Kerry", kind: .person, aliases: ["Kerry"]),
            Speaker(name: "Sergei Lavrov", kind: .person),
        ]
        let metadata = Metadata(
            outlet: "The Guardian", published: DatedEvidence(DateInterval(CalendarDay(number: 16_083)), .metadata))
        let article = Article(
            source: Source(name: "a.txt", bytes: Array(text.utf8)), metadata: metadata, versions: versions)
        let store = try ArticleStore.inMemory()
        _ = try store.add([
            AnnotatedArticle(
                article: article,
                annotations: [
                    Annotation(speakers: people, quotes: [kerry(0)]),
                    Annotation(speakers: people, quotes: [kerry(middle), lavrov]),
                ])
        ])
        return Session(store: store, today: CalendarDay(number: 16_100), editing: editing)
    }

    /// Runs a script and gives what became of its last statement.
    static func run(_ text: String) throws -> Session.Outcome? {
        var session = try session()
        let script = Script(parsing: text)
        #expect(script.diagnostics.filter { $0.severity == .error }.isEmpty, "\(script.diagnostics)")
        var last: Session.Outcome?
        for statement in script.statements.compactMap(\.statement) { last = try session.run(statement) }
        return last
    }

    @Test func answersAndRemembers() throws {
        guard case .answer(let answer)? = try Self.run("quotes\nquotes among _ where speaker = Kerry") else {
            Issue.record("no answer")
            return
        }
        #expect(answer.rows.map { $0.quotes.map(\.record.text) } == [["it cannot lose"]])
        #expect(answer.rows.first?.quotes.first?.record.versions == [0, 1])
    }

    @Test func changesAreParagraphs() throws {
        guard case .answer(let answer)? = try Self.run("changes where outlet = \"The Guardian\"") else {
            Issue.record("no answer")
            return
        }
        let changes = answer.rows.compactMap { row in if case .change(let change) = row.subject { change } else { nil }
        }
        #expect(changes.map(\.line) == [4, 6, 3])
        #expect(
            changes.first?.pieces
                == [.kept("In the"), .dropped("midst"), .added("middle"), .kept("of the talks began.")])
        #expect(answer.rows.dropFirst().first?.quotes.map(\.record.text) == ["We want a ceasefire"])
    }

    @Test func showsTheParagraphsAround() throws {
        guard case .passages(let passages)? = try Self.run("who said \"ceasefire\"\nshow #1") else {
            Issue.record("no passage")
            return
        }
        let passage = try #require(passages.first)
        #expect(passage.lines.map(\.number) == [5, 6])
        let line = try #require(passage.lines.last)
        let marked = line.marks.map { "\($0.role.rawValue): \(Array(line.text.utf8).text($0.range))" }
        #expect(marked == ["content: We want a ceasefire", "speaker: Lavrov", "cue: said", "place: Paris"])
    }

    @Test(arguments: [
        ("quotes\nexpect 2 rows", true), ("quotes\nexpect no rows", false), ("quotes\nexpect at least 3 rows", false),
        ("quotes\nexpect at most 2 rows", true), ("quotes\nexpect some row where speaker = Lavrov", true),
        ("quotes\nexpect every row where speaker = Lavrov", false),
        ("quotes\nexpect no row where speaker = Brahimi", true),
        ("quotes \"absent\"\nexpect every row where speaker = Kerry", false),
        ("quotes by Lavrov\nexpect first row where kind = direct", true),
    ]) func expects(script: String, holds: Bool) throws {
        guard case .expectation(let verdict)? = try Self.run(script) else {
            Issue.record("no verdict")
            return
        }
        #expect(verdict.holds == holds, "\(verdict.message)")
    }

    @Test(arguments: [
        ("show #1", "E0503"), ("quotes\nshow #9", "E0504"), ("quotes\nshow #1.7", "E0504"), ("expect 2 rows", "E0503"),
        ("describe Lavrof", "E0506"), ("quotes among _", "E0503"), ("quotes /[z-a]/", "E0501"),
        ("show q:0000000000000000", "E0505"),
    ]) func refuses(script: String, code: String) throws {
        guard case .refused(let diagnostic)? = try Self.run(script) else {
            Issue.record("not refused")
            return
        }
        #expect(diagnostic.code == code)
        #expect(diagnostic.range != nil)
    }

    @Test func tellsWhy() throws {
        guard case .reasons(let reasons)? = try Self.run("quotes by Lavrov\nwhy #1") else {
            Issue.record("no reasons")
            return
        }
        let properties = reasons.map(\.property)
        #expect(properties == ["words", "speaker", "cue", "said", "published", "place", "reference", "confidence"])
        #expect(reasons[3].evidence.contains("weekday"))
    }

    @Test(arguments: [
        ("describe kind", "direct, indirect or mixed"), ("describe Lavrov", "Sergei Lavrov: person"),
        ("describe Guardian", "1 article"),
        ("describe", "1 article, 2 versions, 1 outlet"),
    ]) func describes(script: String, words: String) throws {
        guard case .description(let lines)? = try Self.run(script) else {
            Issue.record("no description")
            return
        }
        #expect(lines.joined(separator: "\n").contains(words))
    }

    @Test func definitionsAreKept() throws {
        var session = try Self.session()
        let script = Script(parsing: "let truce = (\"ceasefire\" or \"cease fire\")")
        let statement = try #require(script.statements.first?.statement)
        _ = try session.run(statement)
        let next = Script(parsing: "who said $truce", definitions: session.definitions)
        guard case .answer(let answer) = try session.run(try #require(next.statements.first?.statement)) else {
            Issue.record("no answer")
            return
        }
        #expect(answer.rows.count == 1)
    }
}
