import Evaluator
import QueryLanguage
import Testing

@testable import WhoSaidKit

@Suite struct ScriptParameterTests {
    /// A value goes before every `let` of its name, in included files too.
    @Test func aValueReachesIncludedFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.ask", "include \"names.ask\"\nwho said $w\nexpect 1 row")
        try folder.write("names.ask", "let w = \"bridge\"")
        let archive = try Archive(texts: ArchiveTests.texts)
        for (parameters, events) in [
            ([:], ["defined w", "2 rows", "fails"]), (["w": .typed("safe")], ["defined w", "1 rows", "holds"]),
            (["w": .date("2014")], ["E0908"]),
        ] as [([String: BoundValue], [String])] {
            var runner = ScriptRunner(archive.session(today: ScriptRunnerTests.today), parameters: parameters)
            var found: [String] = []
            runner.run(try ScriptText(reading: folder.path + "/a.ask")) {
                found.append(ScriptRunnerTests.words($0))
                return .goOn
            }
            #expect(found == events)
            #expect(runner.unusedParameters == [])
        }
    }

    @Test func whatNoTextUsesIsKnown() throws {
        let archive = try Archive(texts: ArchiveTests.texts)
        var runner = ScriptRunner(
            archive.session(today: ScriptRunnerTests.today), parameters: ["w": .typed("x"), "v": .typed("y")])
        runner.run(ScriptText("quotes $w", .script)) { _ in .goOn }
        #expect(runner.unusedParameters == ["v"])
    }

    @Test func aCheckKnowsTheValues() {
        for (parameters, count) in [([:], 1), (["w": .typed("x")], 0)] as [([String: BoundValue], Int)] {
            var runner = ScriptRunner.checking(parameters: parameters)
            var mistakes = 0
            runner.run(ScriptText("quotes $w", .script)) { _ in
                mistakes += 1
                return .goOn
            }
            #expect(mistakes == count)
        }
    }
}
