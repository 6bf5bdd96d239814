import Articles
import Dates
import Evaluator
import QueryLanguage
import Testing
import Text

@testable import Presentation

@Suite struct DecisionTests {
    static let ann = DecisionRecord.Mark(editor: "ann", time: "2026-11-21T06:31:27Z")
    static let bob = DecisionRecord.Mark(editor: "bob\u{1B}[31m", time: "2026-11-22T08:00:00Z")

    static func anchor(_ number: Int, before: String?) -> QuoteAnchor {
        QuoteAnchor(
            reference: "q:000000000000000\(number)", source: "paper/\(number).txt", fingerprint: "", version: 0,
            segments: [], words: "We talked today about a \"ceasefire\", number \(number)", before: before)
    }

    static let records = [
        DecisionRecord(
            id: 1, decision: .correct([anchor(1, before: "John Kerry")], .speaker, .texts(["Sergei Lavrov", "A, B"])),
            made: ann, undone: nil, reach: 1),
        DecisionRecord(
            id: 2,
            decision: .correct(
                [anchor(1, before: "Paris"), anchor(2, before: nil)], .place, .unknown), made: ann, undone: bob,
            reach: 0),
        DecisionRecord(
            id: 13,
            decision: .correct([anchor(3, before: nil)], .said, .days(DateInterval(CalendarDay(number: 16_083)))),
            made: bob, undone: nil, reach: 1),
        DecisionRecord(id: 14, decision: .reject([anchor(4, before: nil)]), made: ann, undone: nil, reach: 1),
        DecisionRecord(
            id: 15, decision: .merge("Sergey Lavrov", into: "Sergei Lavrov"), made: ann, undone: nil, reach: 0),
        DecisionRecord(id: 16, decision: .split("Mrs Clinton", from: "Bill Clinton"), made: ann, undone: nil, reach: 1),
    ]

    @Test(arguments: [nil, .table, .lines, .json, .jsonl, .csv, .markdown, .html] as [OutputFormat?])
    func lists(format: OutputFormat?) throws {
        let text = Page(width: format == .table ? 60 : nil).render(.decisions(DecisionTests.records, format))
        try Golden.expect(text, "corrections.\(format?.rawValue ?? "plain").txt")
        #expect(!text.contains("\u{1B}"))
    }

    /// What is listed as lines is a script that can be run.
    @Test func linesAreStatements() {
        let script = Script(parsing: Page().render(.decisions(DecisionTests.records, .lines)))
        #expect(script.diagnostics.isEmpty)
        #expect(script.statements.count == 5)
    }

    @Test func tellsWhatWasDecided() throws {
        let lines = DecisionTests.records.map { Page().render(.decided($0, [])) + Page().render(.undone($0)) }
        try Golden.expect(lines.joined(), "decided.txt")
    }
}
