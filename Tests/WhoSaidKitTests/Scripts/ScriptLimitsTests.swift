import Dates
import Evaluator
import Synchronization
import Testing

@testable import WhoSaidKit

@Suite struct ScriptLimitsTests {
    @Test func anAnswerWithTooManyRowsIsRefused() throws {
        let text = "quotes\nexpect 2 rows\nquotes top 1"
        #expect(try Self.events(text, ScriptLimits(rows: 1)) == ["E0910", "holds", "1 rows"])
        #expect(try Self.events(text, ScriptLimits(rows: 2)) == ["2 rows", "holds", "1 rows"])
    }

    @Test func aScriptIsEndedWhenItsTimeIsOver() throws {
        // A clock on which every look takes a second: as long as two questions of the kind of the first may take.
        let first = Counter()
        let forever = ScriptLimits.Time(seconds: 6) { first.next() == 0 }
        #expect(try Self.events("quotes", ScriptLimits(time: forever)) == ["2 rows"])
        let limit = 2 * first.next()
        let looks = Counter()
        let time = ScriptLimits.Time(seconds: 6) { looks.next() > limit }
        let text = Array(repeating: "quotes", count: 20).joined(separator: "\n")
        let events = try Self.events(text, ScriptLimits(time: time))
        #expect(events.last == "E0909")
        #expect(events.dropLast().allSatisfy { $0 == "2 rows" } && (2...20).contains(events.count), "\(events)")
    }

    @Test func aQuestionIsEndedInItsMidst() throws {
        let looks = Counter()
        let time = ScriptLimits.Time(seconds: 1) { looks.next() > 1 }
        #expect(try Self.events("quotes\nquotes", ScriptLimits(time: time)) == ["E0909"])
    }

    /// Counts from 1. A class, because a clock is shared.
    final class Counter: Sendable {
        private let count = Atomic(0)
        func next() -> Int { count.add(1, ordering: .relaxed).newValue }
    }

    static func events(_ text: String, _ limits: ScriptLimits) throws -> [String] {
        let archive = try Archive(texts: ArchiveTests.texts)
        var runner = ScriptRunner(archive.session(today: ScriptRunnerTests.today), limits: limits)
        var events: [String] = []
        runner.run(ScriptText(text, .script)) {
            events.append(ScriptRunnerTests.words($0))
            return .goOn
        }
        return events
    }
}
