import Evaluator
import Testing

@testable import WhoSaidKit

@Suite struct ScriptReportTests {
    @Test func tellsWhatCameOfEveryExpectation() throws {
        let report = try Self.report(
            "a & b.ask", "quotes bridge\nexpect 2 rows\nexpect first row where speaker = \"R#e<\"")
        #expect(
            report.written(as: .tap) == ##"""
                TAP version 14
                1..2
                ok 1 - a & b.ask:2: expect 2 rows
                not ok 2 - a & b.ask:3: expect first row where speaker = "R\#e<"
                  ---
                  severity: "fail"
                  message: "expected the first row where speaker is R#e<; it is not"
                  file: "a & b.ask"
                  line: 3
                  question: "quotes bridge"
                  rows: ["#1  Ann Lee  2024-05-13  “The bridge is safe”  The Paper"]
                  ...

                """##)
        #expect(
            report.written(as: .junit) == ##"""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="whosaid" tests="2" failures="1" errors="0" skipped="0">
                  <testsuite name="a &amp; b.ask" tests="2" failures="1" errors="0" skipped="0">
                    <testcase name="line 2: expect 2 rows" classname="a &amp; b.ask" file="a &amp; b.ask" line="2"/>
                    <testcase name="line 3: expect first row where speaker = &quot;R#e&lt;&quot;" classname="a &amp; b.ask" file="a &amp; b.ask" line="3">
                      <failure type="expectation" message="expected the first row where speaker is R#e&lt;; it is not">quotes bridge
                #1  Ann Lee  2024-05-13  “The bridge is safe”  The Paper</failure>
                    </testcase>
                  </testsuite>
                </testsuites>

                """##)
    }

    @Test func aScriptThatExpectsNothingRuns() throws {
        #expect(try Self.report("a.ask", "quotes").written(as: .tap) == "TAP version 14\n1..1\nok 1 - a.ask: runs\n")
    }

    @Test func whatIsWrongIsAnError() throws {
        var report = try Self.report("a.ask", "who sed x")
        report.fail("b.ask", "there is no archive")
        report.skip("c.ask", "a # b")
        let tap = report.written(as: .tap)
        #expect(tap.contains("not ok 1 - a.ask:1: who sed x\n"))
        #expect(tap.contains("\n  message: \"there is no archive\"\n"))
        #expect(tap.hasSuffix("\nok 3 - c.ask: runs # SKIP a \\# b\n"))
        let junit = report.written(as: .junit)
        #expect(junit.contains(#"tests="3" failures="0" errors="2" skipped="1""#))
        #expect(junit.contains(#"<skipped message="a # b"/>"#))
    }

    /// Whatever stands in a script, the XML can be read and the lines of the protocol stay lines.
    @Test(arguments: ["]]>", "\u{1B}[31m", "a\u{0}b", "&amp;", "\u{FFFF}", "# SKIP", "\\", "\u{85}x\u{2028}y", "'\"`"])
    func anyTextIsEscaped(text: String) throws {
        var report = ScriptReport()
        report.fail(text, text)
        let junit = report.written(as: .junit)
        let inside = junit.split(separator: "<").joined().unicodeScalars
        #expect(junit.count { $0 == "<" } == 9 && junit.count { $0 == ">" } == 9, "\(junit)")
        #expect(!inside.contains { $0.value < 0x20 && $0 != "\n" || $0.value >= 0xFFFE })
        let lines = report.written(as: .tap).split(separator: "\n")
        #expect(lines.count == 7 && lines[2].hasPrefix("not ok 1 - "), "\(lines)")
        #expect(!lines[2].contains(" # "))
        #expect(!report.written(as: .tap).contains("\u{1B}") && !report.written(as: .junit).contains("\u{1B}"))
    }

    @Test func theEndingTellsTheFormat() {
        #expect(ScriptReport.Format(fileNamed: "a/results.XML") == .junit)
        #expect(ScriptReport.Format(fileNamed: "results.tap") == .tap)
        #expect(ScriptReport.Format(fileNamed: "results.txt") == nil)
    }

    static func report(_ name: String, _ text: String) throws -> ScriptReport {
        let archive = try Archive(texts: ArchiveTests.texts)
        var runner = ScriptRunner(archive.session(today: ScriptRunnerTests.today))
        var report = ScriptReport()
        report.begin(name)
        runner.run(ScriptText(text, .script, name: name)) {
            report.take($0)
            return .goOn
        }
        report.end()
        return report
    }
}
