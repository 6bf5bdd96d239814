import Foundation
import Testing
import WhoSaidKit

@testable import WhoSaidTesting

@Suite struct TestingTests {
    static let archive = Result { try Archive(texts: ArchiveTests.texts) }

    @Test(arguments: scripts(in: "Queries")) func aScriptHolds(script: Script) throws {
        try expectScript(script, in: Self.archive.get(), today: "2024-05-15")
    }

    @Test func scriptsAreFoundBesideTheTest() {
        #expect(scripts(in: "Queries").map { $0.path.split(separator: "/").last } == ["bridge.ask", "day.ask"])
    }

    @Test(arguments: [
        ("expect 9 rows", "expected 9 rows, found 2 rows\n  #1  Ann Lee"), ("who sed x", "error[E0202]"),
        ("expect every row where speaker = Lee", "1 of 2 rows are not\n  #2  Bob Roe"),
    ])
    func aScriptThatFailsSaysWhy(line: String, words: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("a.ask", "quotes\n\(line)\n")
        try withKnownIssue {
            try expectScript(Script(folder.path + "/a.ask"), in: Self.archive.get(), today: "2024-05-15")
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains(words) }
        }
    }

    @Test func aFolderWithoutScriptsFails() throws {
        try withKnownIssue {
            for script in scripts(in: "NoQueries") {
                try expectScript(script, in: Self.archive.get(), today: "2024-05-15")
            }
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("NoQueries") }
        }
    }

    @Test func aValueGoesBeforeTheScripts() throws {
        let script = try #require(scripts(in: "Queries").last)
        withKnownIssue {
            try expectScript(script, in: Self.archive.get(), today: "2024-05-15", ["day": .date("2023-01-01")])
        }
        try withKnownIssue {
            try expectScript(script, in: Self.archive.get(), today: "2024-05-15", ["dya": .date("2023-01-01")])
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("W0901") }
        }
    }

    @Test func anAnswerIsExpected() throws {
        let archive = try Self.archive.get()
        try expectAnswer(
            archive, "who said $w", ["w": .words("bridge")],
            rows: ["Ann Lee: The bridge is safe", "Bob Roe: the bridge was old"])
        try expectAnswer(archive, "how many quotes per outlet", rows: ["The Herald: 1", "The Paper: 1"])
    }

    @Test func anUnexpectedAnswerShowsTheDifference() throws {
        try withKnownIssue {
            try expectAnswer(
                Self.archive.get(), "who said bridge", rows: ["Ann Lee: The bridge is safe", "Bob Roe: it was new"])
        } matching: { issue in
            issue.comments.first?.rawValue == """
                who said bridge
                  Ann Lee: The bridge is safe
                - Bob Roe: it was new
                + Bob Roe: the bridge was old
                """
        }
    }

    @Test func aSnapshotIsAsItWas() throws {
        try expectSnapshot(Self.archive.get().ask("who said bridge"), named: "bridge")
    }

    @Test func aSnapshotIsRecordedAndHeldTo() throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/Tests.swift"
        func expect(_ text: String, records: Bool = false, name: String = "a") throws {
            try expectSnapshot(text, named: name, file: file, records: records)
        }
        try withKnownIssue {
            try expect("one\n")
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("RECORD=1") }
        }
        try expect("one\ntwo\n", records: true)
        try expect("one\ntwo\n")
        try withKnownIssue {
            try expect("one\nthree\n")
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("\n  one\n- two\n+ three\n") }
        }
        withKnownIssue { try expect("one", records: true, name: "../a") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["Snapshots"])
    }
}
