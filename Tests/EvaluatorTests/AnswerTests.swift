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
        ("quotes quoted \"localized cease-fires\"", "3|1|2"),
        ("quotes \"terror*\"", "8|4"),
        ("quotes \"encourage\" near/3 \"Aleppo\"", ""),
        ("quotes \"Maybe\" near/4 \"Aleppo\"", "1"),
        ("quotes \"Maybe\" near/5 \"Aleppo\"", "1|2"),
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
        ("quotes where speaker = \"Secretary of State\" and date = 2014-01-13", "1|2|5"),
        ("quotes where speaker = US", "11"),
        ("quotes where speaker = Washington", "11"),
        ("quotes where speaker = State", ""),
        ("quotes where speaker = Kerr", ""),
        ("quotes where speaker is unnamed", "6"),
        ("quotes where speaker is unknown", "12"),
        ("quotes where speaker is named and kind = indirect", "5|11|4|7"),
        ("quotes where organisation = US", "3|1|2|5|11|4"),
        ("quotes where to = reporters", "5"),
        ("quotes via Lavrov", "11"),
        ("quotes where occasion = \"press conference\"", "2"),
        ("quotes where occasion = \"meeting\"", ""),
        ("quotes where place = Paris", "1"),
        ("quotes where outlet = Guardian", "8"),
        ("quotes where outlet = \"The Guardian\" in any version", "10|8"),
        ("quotes where version = 0 and outlet = Guardian", "9|10"),
        ("quotes where outlet is unknown", "4|7"),
        ("quotes where said is unknown", "12|6|4|7"),
        ("quotes where date < 2014-01-14 and date >= 2014-01-13", "8|1|12|2|5"),
        ("quotes after 2014-01", "11"),
        ("quotes between 2014-01-14 and 2014-03-02", "6|11"),
        ("quotes where voices = 2", "3"),
        ("quotes where words <= 3", "8|12|11|7"),
        ("quotes where kind in (direct, mixed) and not speaker = Kerry", "8"),
        ("quotes \"ceasefire\" order by date desc", "1|2|3"),
        ("quotes \"ceasefire\" order by left", "2|1|3"), ("quotes \"ceasefire\" order by right desc", "2|3|1"),
        ("quotes order by left top 1", "3"),
        ("quotes \"ceasefire\" top 1", "3"),
        ("speakers", "3,1,2,5,4|3,8,7|6|11"),
        ("outlets \"ceasefire\"", "3,2|1"),
        ("articles where speaker = Lavrov", "8|3|7"),
        ("statements \"ceasefire\" with \"push\"", ""),
        ("articles \"process\" with \"push\"", "5"),
        ("articles \"ceasefire\" without \"push\"", "1"),
        ("wordings of \"possibility of trying\"", "1,2"),
    ]

    @Test(arguments: rows) func answers(question: String, expected: String) throws {
        let found = try Sample.ask(question).ids
        #expect(found == expected)
    }

    @Test(arguments: rows.map(\.0)) func aLookUpMissesNothing(question: String) throws {
        #expect(try Sample.ask(question, isSmall: false).ids == Sample.ask(question, isSmall: true).ids, "\(question)")
    }

    @Test(arguments: rows.map(\.0)) func theOrderDoesNotHangOnTheArchive(question: String) throws {
        #expect(try Sample.ask(question, Sample.quotes.reversed()).ids == Sample.ask(question).ids, "\(question)")
    }

    @Test(arguments: [
        ("how many quotes", "=10"),
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
        ("how many quotes per day until 2014-01-16", "2014-01-13=5 2014-01-14=1"),
        (
            "how many quotes per week where said is known",
            "2014-01-13/2014-01-19=4 2014-01-20/2014-01-26=0 2014-01-27/2014-02-02=0 2014-02-03/2014-02-09=0 2014-02-10/2014-02-16=0 2014-02-17/2014-02-23=0 2014-02-24/2014-03-02=1 ?=1"
        ),
        ("how many quotes per year", "2014=8 ?=2"),
        ("how many quotes per month top 1", "2014-01=7"),
        ("how many quotes per month order by count", "2014-01=7 ?=2 2014-03=1 2014-02=0"),
        ("how many quotes per month order by count asc", "2014-02=0 2014-03=1 ?=2 2014-01=7"),
        ("how many quotes per month order by date desc", "2014-03=1 2014-02=0 2014-01=7 ?=2"),
        (
            "how many quotes per speaker top 3 with ties",
            "John Kerry=5 Sergei Lavrov=3 US diplomats=1 United States=1 ?=1"
        ),
        (
            "how many quotes per kind and speaker top 4",
            "indirect+John Kerry=2 indirect+Sergei Lavrov=1 indirect+US diplomats=1 indirect+United States=1"
        ),
        (
            "how many quotes per month and kind",
            "2014-01+direct=3 2014-01+indirect=3 2014-01+mixed=1 2014-02+direct=0 2014-02+indirect=0 2014-02+mixed=0 2014-03+indirect=1 2014-03+direct=0 2014-03+mixed=0 ?+indirect=2"
        ),
        (
            "how many quotes per speaker and month where speaker is named",
            "John Kerry+2014-01=4 John Kerry+2014-02=0 John Kerry+2014-03=0 John Kerry+?=1 Sergei Lavrov+2014-01=2 Sergei Lavrov+2014-02=0 Sergei Lavrov+2014-03=0 Sergei Lavrov+?=1 United States+2014-01=0 United States+2014-02=0 United States+2014-03=1"
        ),
        ("how many quotes per said until 2014-01-14 where said is known", "2014-01-13=4"),
        (
            "how many quotes per speaker order by speaker",
            "John Kerry=5 Sergei Lavrov=3 US diplomats=1 United States=1 ?=1"
        ),
    ]) func counts(question: String, expected: String) throws {
        let found = try Sample.ask(question).counts
        #expect(found == expected)
    }

    @Test func everyDayBetweenTheFirstAndTheLastIsThere() throws {
        let counts = try Sample.ask("how many quotes per day where said is known").counts.split(separator: " ")
        #expect(counts.count == 50 && counts.first == "2014-01-13=4" && counts[48] == "2014-03-02=1")
        #expect(counts[19] == "2014-02-01=0" && counts.last == "?=1")
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
        #expect(try Sample.ask("quotes where place = Paris and text has \"ceasefire\"").unknown == 2)
        #expect(try Sample.ask("quotes where place is known").unknown == 0)
    }

    @Test func tiesAreToldOrKept() throws {
        let told = try Sample.ask("speakers where speaker is known top 3")
        #expect(told.rows.count == 3 && told.ties == 1 && told.total == 4)
        let kept = try Sample.ask("speakers top 3 with ties")
        #expect(kept.rows.count == 4 && kept.ties == 0)
        #expect(try Sample.ask("how many quotes per speaker top 3").ties == 2)
        #expect(try Sample.ask("how many quotes per month order by count top 2").ties == 0)
    }

    /// Days come in their order, whatever their counts, and so do the parts of a larger group.
    @Test(arguments: ["per week top 2", "per kind and speaker top 2"])
    func whatIsNotOrderedByCountDoesNotTie(_ shape: String) throws {
        let whole = try Sample.ask("how many quotes \(shape.dropLast(6))")
        #expect(whole.rows[1].count == whole.rows[2].count)
        #expect(try Sample.ask("how many quotes \(shape)").ties == 0)
        #expect(try Sample.ask("how many quotes \(shape) with ties").rows.count == 2)
    }

    @Test func aSampleIsTheSameForTheSameSeed() throws {
        let first = try Sample.ask("quotes sample 4 seed 7")
        #expect(first.rows.count == 4)
        #expect(try Sample.ask("quotes sample 4 seed 7").ids == first.ids)
        let others = try (1...8).map { try Sample.ask("quotes sample 4 seed \($0)").ids }
        #expect(Set(others).count > 1)
    }

    @Test(arguments: [
        ("who said \"ceasefire\" where outlet = Guardian", "N0502", "the words have \"ceasefire\""),
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
        #expect(throws: StoreError(path: nil, reason: .interrupted)) {
            try GivingUp.asking({ true }) { try run(plan, names: Sample.names, source: Sample.source()) }
        }
    }
}
