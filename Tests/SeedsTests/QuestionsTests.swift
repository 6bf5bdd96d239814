import Articles
import Dates
import Evaluator
import QueryLanguage
import Testing
import Text
import WhoSaidKit

/// The thirty questions over the seeds, asked in the language of an archive that was read and annotated like a user's.
@Suite struct QuestionsTests {
    /// Each question in the language, by its number.
    static let wording: [Int: String] = [
        2: #"who said "ceasefire" where date=2014-01-13"#,
        4: #"who said "cessation of hostilities""#,
        6: "what did Kerry say about Iran",
        7: #"when did Kerry say "encourage a ceasefire""#,
        9: #"outlets "encourage a ceasefire" by Kerry"#,
        12: "quotes where via is known",
        13: "quotes where speaker=Kerry and via=AFP",
        15: "what did Kerry tell reporters",
        18: "how many quotes per speaker",
        19: "how many quotes where outlet=ANI per speaker",
        20: "how many quotes per kind",
        26: "quotes where speaker=Kerry and kind=direct",
        27: "quotes where speaker=Lavrov and kind=direct",
        30: "quotes where speaker=Kerry and cue=warn and version=0",
        31: "what did Kerry warn",
        32: #"changes where outlet="The Guardian""#,
        35: #"who said "closer to illusions than reality""#,
        36: #"quotes where medium="statement""#,
        37: #"quotes where speaker=Lavrov and occasion="press conference""#,
        39: "what did Kerry say on 26 August 2016",
        40: "quotes in July 2016",
        43: #"who said "de Mistura""#,
        45: "what did Brahimi say",
        46: "what did Burnham say",
        48: "quotes where speaker is unnamed",
        49: #"who said "same table""#,
        52: #"who said "localised ceasefire""#,
        57: "quotes where paragraphs > 1",
        58: #"who said "critical countries""#,
        59: #"who said "prisoner""#,
    ]

    @Test func atLeastTwentyAreAnsweredExactly() throws {
        let archive = try Archive(reading: [Gold.seeds])
        let today = try #require(CalendarDay(iso: "2016-09-01"))
        var right: [Int] = []
        for question in Gold.questions {
            let wording = try #require(Self.wording[question.n], "question \(question.n) has no wording")
            let script = Script(parsing: wording)
            #expect(script.diagnostics.isEmpty, "\(wording): \(script.diagnostics.map(\.message))")
            let statement = try #require(script.statements.first?.statement)
            var session = archive.session(today: today)
            guard case .answer(let answer) = try session.run(statement) else {
                Issue.record("\(wording) is no question")
                continue
            }
            let wrong = Self.difference(answer, question)
            if let wrong { print("question \(question.n) \(wording): \(wrong)") } else { right.append(question.n) }
        }
        print("seeds questions answered exactly: \(right.count)/\(Gold.questions.count)")
        #expect(right.count >= 20)
    }

    /// What is wrong with an answer; nil where it is exactly right.
    static func difference(_ answer: Answer, _ question: Gold.Question) -> String? {
        let rows = question.rows ?? []
        if rows.contains(where: { $0.count != nil }) { return counts(answer, rows) }
        if rows.contains(where: { $0.line != nil }) { return changes(answer, rows) }
        if case .list(.outlets) = answer.query.question {
            let expected = Set(rows.map { $0.outlet ?? "unknown" })
            let found = Set(
                answer.rows.map { row in if case .outlet(let name) = row.subject { name ?? "unknown" } else { "?" } })
            return expected == found ? nil : "outlets \(found.sorted()), not \(expected.sorted())"
        }
        let expected = Set(rows.compactMap(\.quote))
        let acceptable = expected.union((question.alsoAcceptable ?? []).compactMap(\.quote))
        let found = Set(answer.rows.flatMap(\.quotes).map { goldQuote(of: $0.record) })
        let missing = expected.subtracting(found).sorted()
        let extra = found.subtracting(acceptable).sorted()
        return missing.isEmpty && extra.isEmpty ? nil : "missing \(missing), too many \(extra)"
    }

    private static func counts(_ answer: Answer, _ rows: [Gold.Row]) -> String? {
        let expected = Dictionary(uniqueKeysWithValues: rows.map { (key($0.speaker ?? $0.kind ?? ""), $0.count ?? 0) })
        var found: [String: Int] = [:]
        for row in answer.rows {
            guard case .group(let keys, let count) = row.subject, case .text(let name)? = keys.first ?? nil else {
                continue
            }
            found[key(name)] = count
        }
        return expected == found
            ? nil : "\(found.sorted { $0.key < $1.key }), not \(expected.sorted { $0.key < $1.key })"
    }

    /// A name as it is compared: folded, without the remark in parentheses.
    private static func key(_ name: String) -> String { Folding.key(String(name.prefix { $0 != "(" })) }

    private static func changes(_ answer: Answer, _ rows: [Gold.Row]) -> String? {
        let expected = Set(rows.compactMap(\.line))
        let found = Set(
            answer.rows.compactMap { row in if case .change(let change) = row.subject { change.line } else { nil } })
        return expected == found ? nil : "lines \(found.sorted()), not \(expected.sorted())"
    }

    /// The gold quote that a record is, by its words in the version it was found in; its own place in the source where it is none.
    static func goldQuote(of record: QuoteRecord) -> String {
        guard let document = Gold.documents.first(where: { record.article.source.hasSuffix($0.id) }) else {
            return record.article.source
        }
        let scoring = Scoring(document.text)
        let gold = document.quotes.map { quote in
            let segments = quote.versions?[String(record.version)]?.segments ?? quote.segments
            return scoring.words(in: segments.map { [$0.start, $0.end] })
        }
        let match = Scoring.matches(gold, [scoring.words(in: record.codePoints)])
        return match.keys.first.map { document.quotes[$0].id }
            ?? "\(document.id):\(record.line) \(record.text.prefix(40))"
    }
}
