import ArticleStore
import Foundation
import QueryLanguage
import Testing

@testable import Evaluator

@Suite struct ExplanationTests {
    /// Questions of every form with what is said of each; `RECORD_GOLDEN=1` writes the file anew.
    static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "explanations.txt")

    static let blocks: [(question: String, lines: [String])] =
        ((try? String(contentsOf: file, encoding: .utf8)) ?? "").components(separatedBy: "\n\n").map { block in
            let lines = block.split(separator: "\n").map(String.init)
            return (lines.first ?? "", Array(lines.dropFirst()))
        }.filter { !$0.question.isEmpty }

    static func explain(_ question: String) throws -> Explanation {
        let plan = plan(try Sample.query(question), names: Sample.names, today: Sample.today)
        return try Evaluator.explain(plan, names: Sample.names, source: Sample.source())
    }

    @Test func thereAreManyExplanations() { #expect(Self.blocks.count >= 40) }

    @Test(arguments: blocks.map(\.question)) func readsLikeEnglish(question: String) throws {
        let explanation = try Self.explain(question)
        let block = try #require(Self.blocks.first { $0.question == question })
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" { return }
        #expect([explanation.sentence] + explanation.cost == block.lines)
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"))
    func isRecorded() throws {
        let texts = try Self.blocks.map { block in
            let explanation = try Self.explain(block.question)
            return ([block.question, explanation.sentence] + explanation.cost).joined(separator: "\n") + "\n"
        }
        try texts.joined(separator: "\n").write(to: Self.file, atomically: true, encoding: .utf8)
    }

    @Test(arguments: blocks.map(\.question)) func isTheSameWhereverTheQuotesStandAndReadsNoMoreThanItSays(
        question: String
    ) throws {
        let plan = plan(try Sample.query(question), names: Sample.names, today: Sample.today)
        let reversed = try Evaluator.explain(
            plan, names: Sample.names, source: Sample.source(Sample.quotes.reversed()))
        #expect(try Self.explain(question) == reversed)
        let estimate = try #require(Int(reversed.cost[0].split(separator: " ")[3]))
        let read = try #require(Int(reversed.cost[1].split(separator: " ")[1]))
        #expect(read <= estimate, "\(reversed.cost)")
    }

    @Test func narrowingIsTold() throws {
        var plan = plan(try Sample.query("quotes where kind = direct"), names: Sample.names, today: Sample.today)
        plan.query.among = .last
        plan.among = [2, 3]
        plan.lookup.ids = [2, 3]
        let explanation = try Evaluator.explain(plan, names: Sample.names, source: Sample.source())
        #expect(
            explanation.sentence.hasPrefix("Lists every quote that is direct, among the 2 quotes of the last answer;"))
        #expect(explanation.cost[0] == "estimate at most 2 of 10 quotes to be read (among 2)")
    }

    @Test func aCancelledExplanationEnds() throws {
        let plan = plan(try Sample.query("quotes"), names: Sample.names, today: Sample.today)
        #expect(throws: StoreError(path: nil, reason: .interrupted)) {
            try GivingUp.asking({ true }) {
                try Evaluator.explain(plan, names: Sample.names, source: Sample.source())
            }
        }
    }
}
