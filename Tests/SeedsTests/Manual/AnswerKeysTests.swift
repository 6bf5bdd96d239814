import Dates
import Evaluator
import Foundation
import Presentation
import QueryLanguage
import Testing
import WhoSaidKit

/// The keys of JSON in the manual are those that are written.
@Suite struct AnswerKeysTests {
    /// One question of each form.
    static let questions = [
        "who said \"ceasefire\"", "quotes about Iran", "statements about Iran", "articles", "speakers", "outlets",
        "how many quotes per kind", "wordings of \"encourage a ceasefire\"", "changes", "changes of quotes",
    ]

    static func keys(under header: String) throws -> Set<String> {
        let page = try #require(ManualPage.named("Answers"))
        for case .table(let first, let rows) in page.parts where first == "| \(header) | meaning |" {
            return Set(rows.compactMap { $0.firstMatch(of: /^\| `([a-z_]+)` \|/).map { String($0.1) } })
        }
        Issue.record("there is no table of the keys: \(header)")
        return []
    }

    static func document(_ question: String) throws -> [String: Any] {
        var session = try Transcript.archive.get().session(today: try #require(CalendarDay(iso: Transcript.today)))
        let statement = try #require(Script(parsing: question).statements.first?.statement)
        guard case .answer(let answer) = try session.run(statement) else { return [:] }
        let object = try JSONSerialization.jsonObject(with: Data(Page().render(answer, as: .json).utf8))
        return try #require(object as? [String: Any])
    }

    @Test func everyKeyIsDescribed() throws {
        var (document, rows, quotes): (Set<String>, Set<String>, Set<String>) = ([], [], [])
        for question in Self.questions {
            let answer = try Self.document(question)
            document.formUnion(answer.keys)
            for row in try #require(answer["rows"] as? [[String: Any]]) {
                if row["segments"] == nil { rows.formUnion(row.keys) } else { quotes.formUnion(row.keys) }
                for quote in row["quotes"] as? [[String: Any]] ?? [] { quotes.formUnion(quote.keys) }
            }
        }
        let ofRows = try Self.keys(under: "key of a row")
        let ofQuotes = try Self.keys(under: "key of a quote")
        #expect(document == (try Self.keys(under: "key of the document")))
        #expect(rows.subtracting(["line"]) == ofRows)
        #expect(quotes.subtracting(ofRows) == ofQuotes.subtracting(ofRows))
        #expect(ofQuotes.isSubset(of: quotes))
    }
}
