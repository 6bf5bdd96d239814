import Evaluator
import QueryLanguage
import Testing
import Text

@testable import Presentation

@Suite struct ShareTests {
    @Test(arguments: [
        (12, 50, "24 %", "0.24"), (0, 7, "0 %", "0"), (7, 7, "100 %", "1"), (1, 3, "33 %", "0.3333"),
        (2, 3, "67 %", "0.6667"), (1, 8, "13 %", "0.125"), (1, 1000, "<1 %", "0.001"), (999, 1000, ">99 %", "0.999"),
        (1, 100_000, "<1 %", "0"),
    ]) func isRounded(count: Int, total: Int, percent: String, fraction: String) throws {
        let row = Answer.Row(subject: .group(keys: [nil], count: count), quotes: [])
        var answer = Samples.groups
        answer.total = total
        let share = try #require(Share(row, of: answer))
        #expect(share.percent == percent)
        #expect(share.fraction.written == fraction)
    }

    @Test func aCountThatIsNotPerAnythingHasNone() {
        var answer = Samples.answer(.howMany(.quotes), [Answer.Row(subject: .group(keys: [], count: 3), quotes: [])])
        answer.total = 3
        #expect(Share(answer.rows[0], of: answer) == nil)
        #expect(Page().render(answer, as: .jsonl) == "{\"schema\":1,\"count\":3}\n")
        #expect(Page().render(answer, as: .csv) == "count\r\n3\r\n")
    }

    @Test(arguments: [OutputFormat.lines, .json, .jsonl, .csv, .markdown, .html]) func formats(
        _ format: OutputFormat
    ) throws {
        try Golden.expect(Page().render(Samples.groups, as: format), "groups.\(format.rawValue)")
    }
}
