import ArticleStore
import Articles
import Dates
import QueryLanguage
import Testing
import Text

@testable import Evaluator

/// `correct`, `reject`, `merge`, `split`, `undo` and `corrections` in a session.
@Suite struct EditingTests {
    static let linker = Linker(
        people: { speakers, _ in
            let names = Array(Set(speakers.map(\.speaker.name))).sorted()
            return LinkedPeople(numbers: speakers.map { names.firstIndex(of: $0.speaker.name) ?? 0 })
        }, statements: { _ in [] })

    static func session() throws -> Session {
        let editor = Editing.Editor(name: "ann", now: { "2026-11-21T06:31:27Z" }, linker: linker)
        return try SessionTests.session(editing: .allowed(editor))
    }

    /// Runs statements and gives the last outcome.
    @discardableResult
    static func run(_ text: String, in session: inout Session) throws -> Session.Outcome? {
        var last: Session.Outcome?
        let script = Script(parsing: text)
        #expect(script.diagnostics.filter { $0.severity == .error }.isEmpty, "\(script.diagnostics)")
        for statement in script.statements.compactMap(\.statement) { last = try session.run(statement) }
        return last
    }

    static func rows(_ text: String, in session: inout Session) throws -> Int {
        guard case .answer(let answer)? = try run(text, in: &session) else { return -1 }
        return answer.rows.count
    }

    @Test(arguments: [
        ("correct #1 place = London", "quotes where place = London"),
        ("correct #1 speaker = Kerry", "quotes \"ceasefire\" by \"John Kerry\""),
        ("correct #1 speaker = Kerry and Lavrov", "quotes where voices = 2 and speaker = Kerry"),
        ("correct #1 speaker = \"Ban Ki-moon\"", "quotes by Ban Ki-moon"),
        ("correct #1 speaker is unknown", "quotes where speaker is unknown"),
        ("correct #1 date = yesterday", "quotes on 2014-01-29"),
        ("correct #1 said is unknown", "quotes where said is unknown and place = Paris"),
        ("correct #1 place is unknown", "quotes \"ceasefire\" where place is unknown"),
        ("correct #1 kind = indirect", "quotes \"ceasefire\" where kind = indirect"),
        ("correct #1 to = \"the press\"", "quotes to press"),
        ("correct #1 to = Kerry", "quotes to John Kerry"),
        ("correct #1 occasion = \"a press conference\"", "quotes where occasion = conference"),
        ("correct #1 medium = letter", "quotes where medium = letter"),
        ("correct #1 role = \"Foreign Minister\"", "quotes \"ceasefire\" where role = \"foreign minister\""),
        ("correct #1 organisation = Russia", "quotes where organisation = Russia"),
        ("correct #1 outlet = ANI", "quotes \"ceasefire\" where outlet = ANI"),
        ("correct #1 title = \"Talks\"", "quotes \"ceasefire\" where title has talks"),
        ("correct #1 published = 2013-12-31", "quotes \"ceasefire\" where published = 2013"),
        ("correct #1.1 place = London", "quotes where corrected = true"),
        ("correct #1 all place = London", "quotes where place = London"),
    ])
    func isFoundByWhatWasCorrected(correction: String, question: String) throws {
        var session = try EditingTests.session()
        #expect(try EditingTests.rows("quotes \"ceasefire\"", in: &session) == 1)
        guard case .decided(let record, _)? = try EditingTests.run(correction, in: &session) else {
            Issue.record("not decided")
            return
        }
        #expect(record.reach == 1)
        #expect(record.made == DecisionRecord.Mark(editor: "ann", time: "2026-11-21T06:31:27Z"))
        #expect(try EditingTests.rows(question, in: &session) == 1)
        _ = try EditingTests.run("undo", in: &session)
        #expect(try EditingTests.rows(question, in: &session) == 0)
    }

    @Test func aNumberMeansTheSameQuoteAfterACorrection() throws {
        var session = try EditingTests.session()
        #expect(try EditingTests.rows("quotes in any version", in: &session) == 2)
        try EditingTests.run("reject #1\nreject #2\n", in: &session)
        #expect(try EditingTests.rows("quotes in any version", in: &session) == 0)
        try EditingTests.run("undo 1", in: &session)
        #expect(try EditingTests.rows("quotes in any version", in: &session) == 1)
    }

    @Test(
        arguments: [
            ("correct q:00 place = Paris", "E0505", nil), ("correct #9 place = Paris", "E0504", nil),
            ("correct #1 speaker = Minister", "E0512", nil), ("merge Lavrov into Sergei Lavrov", "E0513", nil),
            ("merge Kerri into Lavrov", "E0511", "\"John Kerry\""), ("split Bob from Kerry", "E0514", nil),
            ("correct #1 kind is unknown", "E0515", nil), ("correct #1 said = last week", "E0516", nil),
            ("undo", "E0517", nil), ("undo 7", "E0517", nil),
        ] as [(String, String, String?)])
    func whatCannotBeIsRefused(statement: String, code: String, fix: String?) throws {
        var session = try EditingTests.session()
        try EditingTests.run(
            """
            quotes "ceasefire"
            correct #1 speaker = "Minister Ann" and "Minister Bob"
            undo
            correct #1 speaker = "Minister Ann" and "Minister Bob"
            """, in: &session)
        if statement.hasPrefix("undo") { try EditingTests.run("undo", in: &session) }
        guard case .refused(let diagnostic)? = try EditingTests.run(statement, in: &session) else {
            Issue.record("not refused")
            return
        }
        #expect(diagnostic.code == code)
        #expect(diagnostic.fix?.replacement == fix)
    }

    @Test func aRowOfSeveralQuotesNeedsAll() throws {
        var session = try EditingTests.session()
        try EditingTests.run("outlets", in: &session)
        guard case .refused(let diagnostic)? = try EditingTests.run("correct #1 place = Rome", in: &session) else {
            Issue.record("not refused")
            return
        }
        #expect(diagnostic.code == "E0509")
        let fix = try #require(diagnostic.fix)
        #expect(fix.range == ByteRange(10, 10))
        try EditingTests.run("correct #1 all place = Rome", in: &session)
        #expect(try EditingTests.rows("quotes where place = Rome", in: &session) == 2)
    }

    @Test func aScriptNeedsAReferenceThatStays() throws {
        var session = try EditingTests.session()
        session.origin = .script
        guard case .refused(let diagnostic)? = try EditingTests.run("quotes \"ceasefire\"\nreject #1", in: &session),
            let reference = diagnostic.fix?.replacement
        else {
            Issue.record("not refused with a fix")
            return
        }
        #expect(diagnostic.code == "E0510")
        guard case .decided? = try EditingTests.run("reject \(reference)", in: &session) else {
            Issue.record("not decided")
            return
        }
        guard case .refused(let gone)? = try EditingTests.run("show \(reference)", in: &session) else {
            Issue.record("still there")
            return
        }
        #expect(gone.notes == ["ann rejected it on 2026-11-21; `undo 1` brings it back"])
    }

    @Test func isRefusedWhereTheArchiveIsNotToBeChanged() throws {
        var session = try SessionTests.session()
        guard case .refused(let diagnostic)? = try EditingTests.run("quotes\nreject #1", in: &session) else {
            Issue.record("not refused")
            return
        }
        #expect(diagnostic.code == "E0507")
        #expect(diagnostic.message == "not here")
    }

    /// The decisions of one archive, run as a script in another of the same sources, decide the same there.
    @Test func decisionsAreStatementsThatDecideTheSame() throws {
        var session = try EditingTests.session()
        try EditingTests.run(
            """
            quotes
            correct #2 all speaker = "A \\"B\\" C" and Kerry
            correct #2 said = January 2014
            correct #1 place is unknown
            merge Lavrov into Kerry
            split "Sergei Lavrov" from Kerry
            reject #1
            """, in: &session)
        let decisions = try session.store.decisions()
        #expect(decisions.count == 6)
        var other = try EditingTests.session()
        other.origin = .script
        for statement in decisions.flatMap(\.statements) {
            guard case .decided? = try EditingTests.run(statement, in: &other) else {
                Issue.record("refused: \(statement)")
                continue
            }
        }
        #expect(try other.store.decisions().flatMap(\.statements) == decisions.flatMap(\.statements))
        #expect(
            try other.store.quotes(QuoteLookup()).map(\.speakers.first?.speaker.name)
                == session.store.quotes(QuoteLookup()).map(\.speakers.first?.speaker.name))
    }

    @Test func everyCorrectableFieldIsAProperty() {
        #expect(Field.correctable.map(\.rawValue).sorted() == Decision.Property.allCases.map(\.rawValue).sorted())
    }
}
