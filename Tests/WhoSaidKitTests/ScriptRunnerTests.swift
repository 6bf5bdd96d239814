import Dates
import Evaluator
import Foundation
import QueryLanguage
import Testing
import WhoSaidTesting

@testable import WhoSaidKit

@Suite struct ScriptRunnerTests {
    /// Some files, the first of which is run, and what happens: `FILE:LINE what`.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var files: [(name: String, text: String)]
        var events: [String]
        var isSafe = false
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "names of an included file hold afterwards",
            files: [
                ("a.ask", "include \"names.ask\"\nwho said $bridge\nexpect 2 rows"),
                ("names.ask", "-- Names.\nlet bridge = \"bridges\"\n"),
            ], events: ["names.ask:2 defined bridge", "a.ask:2 2 rows", "a.ask:3 holds"]),
        Case(
            name: "the last definition holds, whichever file it is in",
            files: [
                ("a.ask", "let b = \"rain\"\ninclude \"b.ask\"\nquotes $b\nlet c = $b\nquotes $c"),
                ("b.ask", "let b = \"bridge\""),
            ],
            events: ["a.ask:1 defined b", "b.ask:1 defined b", "a.ask:3 2 rows", "a.ask:4 defined c", "a.ask:5 2 rows"]),
        Case(
            name: "a file sees its own folder",
            files: [
                ("a.ask", "include \"sub/b.ask\""), ("sub/b.ask", "include \"c.ask\"\ninclude \"../d.ask\""),
                ("sub/c.ask", "quotes top 1"), ("d.ask", "quotes"),
            ], events: ["sub/c.ask:1 1 rows", "sub/../d.ask:1 2 rows"], isSafe: true),
        Case(
            name: "nothing of a wrong script is run",
            files: [("a.ask", "quotes\nwho sed rain\nquotes")], events: ["a.ask:2 E0202"]),
        Case(
            name: "a name that no file defines is wrong where it is reached",
            files: [("a.ask", "quotes\ninclude \"b.ask\"\nquotes $no\nquotes"), ("b.ask", "let yes = \"aid\"")],
            events: ["a.ask:1 2 rows", "b.ask:1 defined yes", "a.ask:3 E0207"]),
        Case(
            name: "a name before the inclusion is wrong at once",
            files: [("a.ask", "quotes $no\ninclude \"b.ask\""), ("b.ask", "quotes")], events: ["a.ask:1 E0207"]),
        Case(
            name: "a wrong file ends the script that includes it",
            files: [("a.ask", "quotes\ninclude \"b.ask\"\nquotes"), ("b.ask", "quotes\nwho sed rain")],
            events: ["a.ask:1 2 rows", "b.ask:2 E0202"]),
        Case(
            name: "a failed expectation does not",
            files: [("a.ask", "quotes\nexpect 9 rows\nexpect 2 rows\nshow #7\nquotes top 1")],
            events: ["a.ask:1 2 rows", "a.ask:2 fails", "a.ask:3 holds", "a.ask:4 E0504", "a.ask:5 1 rows"]),
        Case(
            name: "a cycle",
            files: [("a.ask", "include \"b.ask\""), ("b.ask", "quotes\ninclude \"./a.ask\"\nquotes")],
            events: ["b.ask:1 2 rows", "b.ask:2 E0903 a.ask includes b.ask, which includes ./a.ask"]),
        Case(
            name: "a file that includes itself", files: [("a.ask", "include \"a.ask\"")],
            events: ["a.ask:1 E0903 a.ask includes a.ask"]),
        Case(
            name: "the same file twice is no cycle",
            files: [("a.ask", "include \"b.ask\"\ninclude \"b.ask\""), ("b.ask", "let b = \"aid\"")],
            events: ["b.ask:1 defined b", "b.ask:1 defined b"]),
        Case(
            name: "more files inside one another than are read",
            files: (0...20).map { ("\($0).ask", "include \"\($0 + 1).ask\"") }, events: ["15.ask:1 E0904"]),
        Case(
            name: "what is missing", files: [("a.ask", "include \"none.ask\"\nquotes")],
            events: ["a.ask:1 E0901 there is no file `none.ask`"]),
        Case(
            name: "a folder", files: [("a.ask", "include \"sub\""), ("sub/b.ask", "")],
            events: ["a.ask:1 E0901 `sub` is a folder; name one of its files"]),
        Case(
            name: "outside of the folder, in safe mode",
            files: [("s/a.ask", "include \"../b.ask\""), ("b.ask", "quotes")],
            events: ["s/a.ask:1 E0906"], isSafe: true),
        Case(
            name: "from the root on, in safe mode", files: [("a.ask", "include \"/etc/passwd\"")],
            events: ["a.ask:1 E0906"], isSafe: true),
        Case(
            name: "out and back, in safe mode", files: [("s/a.ask", "include \"../s/b.ask\""), ("s/b.ask", "quotes")],
            events: ["s/a.ask:1 E0906"], isSafe: true),
        Case(
            name: "what is missing inside, in safe mode", files: [("a.ask", "include \"none.ask\"")],
            events: ["a.ask:1 E0901 there is no file `none.ask`"], isSafe: true),
        Case(
            name: "anywhere else", files: [("s/a.ask", "include \"../b.ask\""), ("b.ask", "quotes")],
            events: ["s/../b.ask:1 2 rows"]),
    ]

    @Test(arguments: cases) func happens(_ example: Case) throws {
        let folder = try TemporaryFolder()
        for file in example.files { try folder.write(file.name, file.text) }
        let path = folder.path + "/" + example.files[0].name
        #expect(try Self.events(ofScript: path, in: folder, isSafe: example.isSafe) == example.events)
    }

    @Test func aLinkIsFollowedBeforeItIsTrusted() throws {
        let folder = try TemporaryFolder()
        try folder.write("s/a.ask", "include \"b.ask\"")
        try folder.write("b.ask", "quotes")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/s/b.ask", withDestinationPath: folder.path + "/b.ask")
        let path = folder.path + "/s/a.ask"
        #expect(try Self.events(ofScript: path, in: folder, isSafe: true) == ["s/a.ask:1 E0906"])
        #expect(try Self.events(ofScript: path, in: folder, isSafe: false) == ["s/b.ask:1 2 rows"])
    }

    @Test(arguments: [
        ([0x71, 0x0A, 0xFF, 0x0A] as [UInt8], "line 2 of"),
        ([UInt8](repeating: 0x0A, count: 17 << 20), "larger than 16 MB"),
    ])
    func aFileThatIsNoText(bytes: [UInt8], words: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("a.ask", "include \"b.ask\"")
        try Data(bytes).write(to: URL(filePath: folder.path + "/b.ask"))
        let events = try Self.events(ofScript: folder.path + "/a.ask", in: folder, isSafe: false)
        #expect(events.count == 1 && events[0].contains("E0901") && events[0].contains(words), "\(events)")
        #expect(throws: TextFileError.self) { try ScriptText(reading: folder.path + "/b.ask") }
    }

    @Test func filesThatMultiplyEnd() throws {
        let folder = try TemporaryFolder()
        for level in 0..<12 {
            try folder.write("\(level).ask", "include \"\(level + 1).ask\"\ninclude \"\(level + 1).ask\"")
        }
        try folder.write("12.ask", "")
        let events = try Self.events(ofScript: folder.path + "/0.ask", in: folder, isSafe: false)
        #expect(events.count == 1 && events[0].contains("E0905"), "\(events)")
    }

    @Test func whatIsWrongAtAPromptIsLeftOut() throws {
        var runner = ScriptRunner(try Archive(texts: ArchiveTests.texts).session(today: Self.today))
        var events: [String] = []
        let text = ScriptText("who sed rain\nquotes\ninclude \"none.ask\"\nquotes top 1", .prompt)
        runner.run(text) {
            events.append(Self.words($0))
            return .goOn
        }
        #expect(events == ["E0202", "2 rows", "E0901 there is no file `none.ask`", "1 rows"])
    }

    @Test func theCallerEndsIt() throws {
        var runner = ScriptRunner(try Archive(texts: ArchiveTests.texts).session(today: Self.today))
        var count = 0
        runner.run(ScriptText("quotes\nquotes\nquotes", .program)) { _ in
            count += 1
            return count == 2 ? .stop : .goOn
        }
        #expect(count == 2)
        var events: [String] = []
        runner.run(ScriptText("quotes\nquotes", .program), isCancelled: { true }) {
            events.append(Self.words($0))
            return .goOn
        }
        #expect(events == ["cancelled"])
    }

    @Test func checkingRunsNothingAndTellsAll() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.ask", "who sed rain\ninclude \"b.ask\"\nquotes $b\nquotes $c\nexpect 7 rows")
        try folder.write("b.ask", "let b = \"aid\"\nquotes wher x")
        var runner = ScriptRunner.checking()
        var events: [String] = []
        runner.run(try ScriptText(reading: folder.path + "/a.ask")) {
            events.append("\(Self.name($0, folder)):\($0.line) \(Self.words($0))")
            return .goOn
        }
        #expect(events == ["a.ask:1 E0202", "b.ask:2 E0203", "a.ask:4 W0902"])
    }

    @Test func aCheckFollowsWhatAScriptIncludes() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.ask", "include \"b.ask\"\nquotes $bridge\nexpect 1 row")
        try folder.write("b.ask", "let bridge = \"bridge\"\nquotes\nexpect 3 rows")
        let archive = try Archive(texts: ArchiveTests.texts)
        let failures = try ScriptCheck.failures(ofScript: folder.path + "/a.ask", in: archive, today: "2024-05-15")
        #expect(failures.count == 2)
        #expect(failures[0].contains("/b.ask:3: expected 3 rows, found 2 rows\n  #1  Ann Lee"))
        #expect(failures[1].contains("/a.ask:3: expected 1 row, found 2 rows\n"))
        #expect(
            try ScriptCheck.failures(of: "include \"/etc/passwd\"", in: archive, today: "2024-05-15", isSafe: true)
                .count
                == 1)
        #expect(throws: TextFileError.self) {
            try ScriptCheck.failures(ofScript: folder.path + "/none.ask", in: archive, today: "2024-05-15")
        }
    }

    static let today = CalendarDay(number: 19_858)

    static func events(ofScript path: String, in folder: TemporaryFolder, isSafe: Bool) throws -> [String] {
        var runner = ScriptRunner(try Archive(texts: ArchiveTests.texts).session(today: today), isSafe: isSafe)
        var events: [String] = []
        runner.run(try ScriptText(reading: path)) { event in
            let words = words(event).split(separator: folder.path + "/").joined()
            events.append("\(name(event, folder)):\(event.line) \(words)")
            return .goOn
        }
        return events
    }

    static func name(_ event: ScriptEvent, _ folder: TemporaryFolder) -> String {
        String((event.text.name ?? "").dropFirst(folder.path.count + 1))
    }

    /// The code of what is wrong, with its words where a file is; what came of the rest.
    static func words(_ event: ScriptEvent) -> String {
        switch event.happening {
        case .diagnostic(let diagnostic):
            ["E0901", "E0903"].contains(diagnostic.code) ? "\(diagnostic.code) \(diagnostic.message)" : diagnostic.code
        case .outcome(.answer(let answer)): "\(answer.rows.count) rows"
        case .outcome(.defined(let name)): "defined \(name)"
        case .outcome(.expectation(let verdict)): verdict.holds ? "holds" : "fails"
        case .outcome(.refused(let diagnostic)): diagnostic.code
        case .outcome: "something else"
        case .failure(let error): "\(error)"
        case .cancelled: "cancelled"
        }
    }
}
