import Foundation
import Laws
import Testing

/// What the fuzzer kept, and every input that once broke a law, keeps the laws.
@Suite struct CorpusTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Corpus")

    @Test(arguments: Law.allCases) func everyCaseKeepsTheLaw(law: Law) throws {
        let text = try String(contentsOf: Self.folder.appending(path: "\(law.rawValue).txt"), encoding: .utf8)
        let cases = PackedCases.cases(text)
        #expect(!cases.isEmpty)
        #expect(cases.map { PackedCases.line($0) + "\n" }.joined() == text, "a line that is no packed case")
        for bytes in cases {
            do { try law.check(bytes) } catch { Issue.record("\(PackedCases.line(bytes)): \(error)") }
        }
    }

    @Test(arguments: [[], [0], [0x5C, 0x0A, 0xFF], Array("“é” 停戦 \u{85}👩‍👩‍👧\u{301}".utf8), [0xE2, 0x80]] as [[UInt8]])
    func aLineHoldsACase(bytes: [UInt8]) {
        let line = PackedCases.line(bytes)
        #expect(!line.contains("\n"))
        #expect(PackedCases.bytes(line[...]) == bytes)
    }

    @Test func aBreachIsSeen() {
        #expect(throws: Breach.self) { try GrammarLaws.checkReading("quotes wehre kind = direct") }
    }
}
