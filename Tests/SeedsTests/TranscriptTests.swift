import Dates
import Evaluator
import Foundation
import Presentation
import QueryLanguage
import Testing
import WhoSaidKit
import WhoSaidTesting

/// Every transcript of the README and every example script is run, over the seeds.
@Suite struct TranscriptTests {
    /// A question of a transcript and the lines printed below it.
    struct Exchange: Sendable, CustomStringConvertible {
        var question: String
        var answer: String
        var description: String { question }
    }

    static let prompt = "whosaid> "

    static let exchanges: [Exchange] = {
        let readme = (try? String(contentsOf: Gold.root.appending(path: "README.md"), encoding: .utf8)) ?? ""
        var exchanges: [Exchange] = []
        for block in readme.components(separatedBy: "```console\n").dropFirst() {
            for line in block.components(separatedBy: "```")[0].split(separator: "\n", omittingEmptySubsequences: false)
            {
                if line.hasPrefix(prompt) {
                    exchanges.append(Exchange(question: String(line.dropFirst(prompt.count)), answer: ""))
                } else if !exchanges.isEmpty {
                    exchanges[exchanges.count - 1].answer += line + "\n"
                }
            }
        }
        return exchanges
    }()

    static let archive = Result { try Archive(reading: [Gold.seeds]) }

    @Test func thereIsATranscript() { #expect(!Self.exchanges.isEmpty) }

    @Test(arguments: exchanges)
    func readmeSaysWhatIsPrinted(exchange: Exchange) throws {
        var session = try Self.archive.get().session(today: try #require(CalendarDay(iso: "2016-09-01")))
        let script = Script(parsing: exchange.question)
        #expect(script.diagnostics.isEmpty)
        let outcome = try session.run(try #require(script.statements.first?.statement))
        let printed = Page(width: 80).render(outcome)
        #expect(printed.trimmingCharacters(in: .newlines) == exchange.answer.trimmingCharacters(in: .newlines))
    }

    static let scripts =
        ((try? FileManager.default.contentsOfDirectory(atPath: Gold.root.appending(path: "Examples").path)) ?? [])
        .filter { $0.hasSuffix(".ask") }.sorted()

    @Test(arguments: scripts)
    func exampleHolds(script: String) throws {
        let path = Gold.root.appending(path: "Examples/\(script)").path
        #expect(try ScriptCheck.failures(ofScript: path, in: Self.archive.get(), today: "2016-09-01") == [])
    }
}
