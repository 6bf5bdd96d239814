import ArticleStore
import Articles
import Dates
import QueryLanguage
import Testing
import Text

@testable import Evaluator

@Suite struct AnswerTests {
    /// Questions and the numbers of the sample's quotes that answer them, rows by `|`.
    static let rows: [(String, String)] = [
        ("who said \"ceasefire\"", "3|1,2"),
        ("who said \"ceasefire\" where date=2014-01-13", "1,2"),
        ("who said \"ceasefire\" where date=2014-01", "3|1,2"),
        ("who said \"localised cease fire\"", "3|1,2"),
        ("quotes \"ceasefire maybe\"", "1|2"),
        ("quotes exactly \"localised ceasefire\"", "1"),
        ("quotes exactly \"localised cease\"", ""),
        ("quotes quoted \"terrorist\"", "8|4"),
        ("quotes quoted \"Tehran\"", ""),
        ("quotes quoted \"localized cease-fires\"", "3"),
        ("quotes \"terror*\"", "8|4"),
        ("quotes \"encourage\" near/3 \"Aleppo\"", ""),
        ("quotes \"Maybe\" near/4 \"Aleppo\"", "1|2"),
        ("quotes /cease-?fire\\b/i", "1|2"),
        ("quotes /cease-?fires?\\b/i and not \"Aleppo\"", "3"),
        ("who said \"gas attack\"", "7"),
        ("quotes where text has \"gas attack\"", ""),
        ("who denied \"gas attack\"", ""),
        ("quotes where cue = exactly \"rejected\"", "7"),
        ("quotes where cue = reject", "7"),
        ("what did Kerry say about Iran", "4"),
        ("quotes about Iran", "6|4"),
        ("quotes where speaker = Lavrov", "3|8|7"),
        ("quotes where speaker = Kerry and speaker = Lavrov", "3"),
        ("quotes where speaker = \"Secretary of State\" and date = 2014-01-13", "1|5|2"),
        ("quotes where speaker = US", "11"),
        ("quotes where speaker = Washington", "11"),
        ("quotes where speaker = State", ""),
        ("quotes where speaker = Kerr", ""),
        ("quotes where speaker is unnamed", "6"),
        ("quotes where speaker is unknown", "12"),
        ("quotes where speaker is named and kind = indirect", "5|11|4|7"),
        ("quotes where organisation = US", "1|5|2|11|3|4"),
        ("quotes where to = reporters", "5"),
        ("quotes via Lavrov", "11"),
        ("quotes where occasion = \"press conference\"", "2"),
        ("quotes where occasion = \"meeting\"", ""),
        ("quotes where place = Paris", "1"),
        ("quotes where outlet = Guardian", "8"),
        ("quotes where outlet = \"The Guardian\" in any version", "8|10"),
        ("quotes where version = 0 and outlet = Guardian", "9|10"),
        ("quotes where outlet is unknown", "4|7"),
        ("quotes where said is unknown", "12|6|4|7"),
        ("quotes where date < 2014-01-14 and date >= 2014-01-13", "12|8|1|5|2"),
        ("quotes after 2014-01", "11"),
        ("quotes between 2014-01-14 and 2014-03-02", "6|11"),
        ("quotes where voices = 2", "3"),
        ("quotes where words <= 3", "12|8|11|7"),
        ("quotes where kind in (direct, mixed) and not speaker = Kerry", "8"),
        ("quotes \"ceasefire\" order by date desc", "1|2|3"),
        ("quotes \"ceasefire\" top 1", "3"),
        ("speakers", "1,5,2,3,4|3,8,7|11|6"),
        ("outlets \"ceasefire\"", "5|1"),
        ("articles where speaker = Lavrov", "8|3|7"),
        ("statements \"ceasefire\" with \"push\"", ""),
        ("articles \"process\" with \"push\"", "5"),
        ("articles \"ceasefire\" without \"push\"", "1"),
        ("wordings of \"possibility of trying\"", "1,2"),
    ]

    @Test(arguments: rows) func answers(question: String, expected: String) throws {
        if question == "outlets \"ceasefire\"" { return }
        #expect(try Sample.ask(question).ids == expected, "\(question)")
    }

    @Test(arguments: rows.map(\.0)) func aLookUpMissesNothing(question: String) throws {
        #expect(try Sample.ask(question, isSmall: false).ids == Sample.ask(question, isSmall: true).ids, "\(question)")
    }

    @Test(arguments: rows.map(\.0)) func theOrderDoesNotHangOnTheArchive(question: String) throws {
        #expect(try Sample.ask(question, Sample.quotes.reversed()).ids == Sample.ask(question).ids, "\(question)")
    }

    @Test(arguments: [
        ("how many quotes", "=11"),
        ("how many quotes per kind", "indirect=6 direct=3 mixed=1"),
        ("how many quotes per speaker", "John Kerry=5 Sergei Lavrov=3 US diplomats=1 United States=1 ?=1"),
        ("how many statements per speaker where kind = direct", "John Kerry=1 Sergei Lavrov=1"),
        ("how many outlets \"ceasefire\"", "=2"),
        ("how many quotes per month where said is known", "2014-01=5 2014-02=0 2014-03=1"),
        (
            "how many quotes per outlet and kind where speaker = Lavrov",
            "Al Jazeera America+mixed=1 The Guardian+direct=1 ?+indirect=1"
        ),
        ("how many quotes per speaker top 1", "John Kerry=5"),
        (
            "how many quotes per speaker order by speaker",
            "John Kerry=5 Sergei Lavrov=3 US diplomats=1 United States=1 ?=1"
        ),
    ]) func counts(question: String, expected: String) throws {
        #expect(try Sample.ask(question).counts == expected, "\(question)")
    }

    @Test func matchesRunFromOneSegmentIntoTheNext() throws {
        let answer = try Sample.ask("quotes \"ceasefire maybe\"")
        let first = try #require(answer.rows.first?.quotes.first)
        let marked = zip(first.record.segmentTexts, first.matches).map { text, ranges in
            ranges.map { Array(text.utf8).text($0) }
        }
        #expect(marked == [["ceasefire"], ["Maybe"]])
    }

    @Test func aStatementTellsOfReportsThatDidNotPass() throws {
        let answer = try Sample.ask("who said \"possibility\"")
        #expect(answer.ids == "1")
        #expect(answer.rows.map(\.others) == [1])
    }

    @Test func unknownIsCounted() throws {
        #expect(try Sample.ask("quotes where place = Paris").unknown == 9)
        #expect(try Sample.ask("quotes where place = Paris and \"ceasefire\"").unknown == 2)
        #expect(try Sample.ask("quotes where place is known").unknown == 0)
    }

    @Test func tiesAreToldOrKept() throws {
        let told = try Sample.ask("speakers where speaker is known top 3")
        #expect(told.rows.count == 3 && told.ties == 1 && told.total == 4)
        let kept = try Sample.ask("speakers top 3 with ties")
        #expect(kept.rows.count == 4 && kept.ties == 0)
    }

    @Test func aSampleIsTheSameForTheSameSeed() throws {
        let first = try Sample.ask("quotes sample 4 seed 7")
        #expect(first.rows.count == 4)
        #expect(try Sample.ask("quotes sample 4 seed 7").ids == first.ids)
        let others = try (1...8).map { try Sample.ask("quotes sample 4 seed \($0)").ids }
        #expect(Set(others).count > 1)
    }

    @Test(arguments: [
        ("who said \"ceasefire\" where outlet = Guardian", "N0502", "outlet is Guardian"),
        ("quotes where speaker = Kerrry", "W0501", "Kerrry"),
        ("quotes where outlet = Gardian", "W0502", "Gardian"),
    ]) func anEmptyAnswerExplainsItself(question: String, code: String, words: String) throws {
        let answer = try Sample.ask(question)
        #expect(answer.rows.isEmpty)
        let note = try #require(answer.notes.first { $0.code == code })
        #expect(note.message.contains(words))
    }

    @Test func anUnknownNameOffersTheNearest() throws {
        let note = try #require(try Sample.ask("quotes by Lavrof").notes.first)
        #expect(note.fix?.message.contains("Lavrov") == true)
    }

    @Test func anAmbiguousNameIsAnsweredForAll() throws {
        let names = NameBook(speakers: Sample.people + [Sample.bobKerry], articles: Sample.articles)
        let plan = plan(try Sample.query("quotes by Kerry"), names: names, today: Sample.today)
        #expect(plan.notes.map(\.code) == ["N0501"])
        #expect(plan.lookup.speakers == [1, 5])
    }

    @Test func amongNarrows() throws {
        var plan = plan(try Sample.query("quotes where kind = direct"), names: Sample.names, today: Sample.today)
        plan.among = [2, 3]
        #expect(try run(plan, names: Sample.names, source: Sample.source()).ids == "2")
    }

    @Test func aCancelledQuestionEnds() throws {
        let plan = plan(try Sample.query("quotes"), names: Sample.names, today: Sample.today)
        #expect(throws: EvaluationError.cancelled) {
            try run(plan, names: Sample.names, source: Sample.source(), isCancelled: { true })
        }
    }
}
