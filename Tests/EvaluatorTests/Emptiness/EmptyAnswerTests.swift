import QueryLanguage
import Testing
import Text

@testable import Evaluator

@Suite struct EmptyAnswerTests {
    /// Questions that find nothing, what is said about each, and the question that the first help makes of it.
    static let notes: [(question: String, notes: [String], mended: String?)] = [
        (
            #"who said "ceesfire""#,
            [#"N0504 nobody's words have "ceesfire"; the archive has "ceasefire" in 3 quotes"#],
            #"who said "ceasefire" → 2"#
        ),
        (
            #"who said "localised ceesfire""#,
            [
                #"N0504 nobody's words have "ceesfire", of "localised ceesfire"; the archive has "ceasefire" in 3 quotes"#
            ],
            #"who said "localised ceasefire" → 2"#
        ),
        (
            #"quotes "zebra""#,
            [#"N0504 nobody's words have "zebra""#],
            nil
        ),
        (
            #"quotes "zeb*""#,
            [#"N0504 nobody's words have one that begins with "zeb""#],
            nil
        ),
        (
            #"quotes "ceasefire Aleppo""#,
            [
                #"N0505 the archive has every word of "ceasefire Aleppo", but never next to one another; with "ceasefire" near "Aleppo" there would be 2 quotes"#
            ],
            #"quotes "ceasefire" near "Aleppo" → 2"#
        ),
        (
            #"quotes "ceasefire difficult""#,
            [#"N0505 the archive has every word of "ceasefire difficult", but never next to one another"#],
            nil
        ),
        (
            #"quotes quoted "Tehran""#,
            [#"N0505 "Tehran" never stands inside quotation marks; with "Tehran" there would be 1 quote"#],
            #"quotes "Tehran" → 1"#
        ),
        (
            #"quotes exactly "Ceasefire""#,
            [#"N0505 "Ceasefire" is nowhere printed exactly so; with "Ceasefire" there would be 3 quotes"#],
            #"quotes "Ceasefire" → 3"#
        ),
        (
            #"quotes "encourage" near/3 "Aleppo""#,
            [
                #"N0505 "encourage" and "Aleppo" never stand at most 3 words apart; with ("encourage" and "Aleppo") there would be 2 quotes"#
            ],
            #"quotes ("encourage" and "Aleppo") → 2"#
        ),
        (
            #"quotes "ceesfire" near "Aleppo""#,
            [#"N0504 nobody's words have "ceesfire"; the archive has "ceasefire" in 3 quotes"#],
            #"quotes "ceasefire" near "Aleppo" → 2"#
        ),
        (
            #"who said "ceasefire" where outlet = Guardian and kind = direct"#,
            [
                #"N0502 without the condition that the words have "ceasefire" there would be 1 statement"#,
                "N0502 without the condition that outlet is Guardian there would be 1 statement",
            ],
            nil
        ),
        (
            #"quotes "ceasefire" and "difficult""#,
            [#"N0503 of 10 quotes there is none of which the words have "ceasefire" and "difficult""#],
            nil
        ),
        (
            "quotes where place = Pariz",
            [#"N0506 the archive has no place "Pariz"; it has "Paris" in 1 quote"#],
            #"quotes where place = "Paris" → 1"#
        ),
        (
            "quotes in Geneva",
            [#"N0506 the archive has no place "Geneva"; it has "Paris" in 1 quote"#],
            nil
        ),
        (
            #"quotes "ceasefire" where place = Pariz"#,
            [
                #"N0506 the archive has no place "Pariz"; it has "Paris" in 1 quote"#,
                "N0502 without the condition that place is Pariz there would be 3 quotes",
            ],
            #"quotes "ceasefire" where place = "Paris" → 1"#
        ),
        (
            #"quotes where occasion = "pres conference""#,
            [#"N0506 the archive has no occasion "pres conference"; it has "press conference" in 1 quote"#],
            #"quotes where occasion = "press conference" → 1"#
        ),
        (
            "quotes to journalists",
            [#"N0506 the archive has no addressee "journalists"; it has "reporters" in 1 quote"#],
            nil
        ),
        (
            "quotes to Lavrof",
            [#"N0506 the archive has no addressee "Lavrof""#],
            #"quotes to "Sergei Lavrov" → 0"#
        ),
        (
            "quotes via AFP",
            [#"N0506 the archive has no go-between "AFP""#],
            nil
        ),
        (
            #"quotes where role = "foreign munster""#,
            [
                #"N0506 the archive has no role "foreign munster"; it has "US Secretary of State" and "Russian Foreign Minister""#
            ],
            nil
        ),
        (
            #"quotes "ceesfire" and "terorist""#,
            [
                #"N0504 nobody's words have "ceesfire"; the archive has "ceasefire" in 3 quotes"#,
                #"N0504 nobody's words have "terorist"; the archive has "terrorist" in 2 quotes"#,
            ],
            #"quotes "ceasefire" and "terorist" → 0"#
        ),
        (
            #"how many quotes "ceesfire" per speaker"#,
            [#"N0504 nobody's words have "ceesfire"; the archive has "ceasefire" in 3 quotes"#],
            #"how many quotes "ceasefire" per speaker → 3"#
        ),
        (
            #"quotes "aid" by Kerry"#,
            [
                "N0502 without the condition that speaker is Kerry there would be 1 quote",
                #"N0502 without the condition that the words have "aid" there would be 5 quotes"#,
            ],
            nil
        ),
        (
            "quotes about Aleppp",
            [#"N0504 nobody's words have "Aleppp"; the archive has "Aleppo" in 2 quotes"#],
            #"quotes about "Aleppo" → 2"#
        ),
        (
            "quotes about Israel",
            [#"N0503 of 10 quotes there is none of which the words are about "Israel""#],
            nil
        ),
        (
            #"statements "ceasefire" with "push""#,
            [#"N0507 but for `with "push"` there would be 2 statements"#],
            nil
        ),
        (
            #"quotes with "zebra" top 3"#,
            [#"N0507 but for `with "zebra"` there would be 10 quotes"#],
            nil
        ),
        (
            #"quotes where not text has "ceesfire" and place = Rome"#,
            [
                #"N0506 the archive has no place "Rome"; it has "Paris" in 1 quote"#,
                "N0502 without the condition that place is Rome there would be 10 quotes",
            ],
            nil
        ),
        (
            "quotes where words > 500",
            ["N0503 of 10 quotes there is none of which words > 500"],
            nil
        ),
    ]

    @Test(arguments: notes) func sayWhy(question: String, notes: [String], mended: String?) throws {
        let answer = try Sample.ask(question)
        #expect(answer.isEmptyHanded)
        #expect(answer.notes.map { "\($0.code) \($0.message)" } == notes)
        let edited = answer.notes.lazy.compactMap(\.fix).first.map { fix in
            let bytes = Array(question.utf8)
            return String(decoding: bytes[..<fix.range.lower], as: UTF8.self) + fix.replacement
                + String(decoding: bytes[fix.range.upper...], as: UTF8.self)
        }
        let found = try edited.map { "\($0) → \(try Sample.ask($0).total)" }
        #expect(found == mended)
    }

    @Test func aNameForSeveralWordsIsNotEditedAway() throws {
        let script = Script(parsing: "let truce = \"ceesfire\" or \"truuce\"\nquotes $truce")
        guard case .question(let query)? = script.statements.last?.statement else {
            Issue.record("no question")
            return
        }
        let plan = plan(query, names: Sample.names, today: Sample.today)
        let notes = try run(plan, names: Sample.names, source: Sample.source()).notes
        #expect(notes.map(\.code) == ["N0504", "N0504"])
        #expect(notes.allSatisfy { $0.fix == nil })
    }

    /// To tell why there is nothing must not cost what the question itself would not.
    @Test func aLargeArchiveIsNotReadForAHint() throws {
        var read = 0
        var source = Sample.source()
        let quotes = source.quotes
        source.count = { try quotes($0).count * 20_000 }
        source.quotes = { lookup in
            let found = try quotes(lookup)
            read += found.count
            return found
        }
        let plan = plan(
            try Sample.query("quotes \"ceasefire\" where place = Rome"), names: Sample.names, today: Sample.today)
        let answer = try run(plan, names: Sample.names, source: source)
        #expect(answer.isEmptyHanded && read == 3)
    }
}
