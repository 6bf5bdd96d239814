import Foundation
import QueryLanguage
import Testing
import Text

@testable import LanguageService

@Suite struct CertainErrorTests {
    @Test(
        arguments: [
            ("quotes where speeker", []), ("quotes where speeker =", ["speeker"]), ("quotes where", []),
            ("who sed rain", []), ("who sed rain ", ["sed"]), ("what did Kerry or Lavrov ", []),
            ("quotes where (kind = direct", []), ("who said \"rain", []),
        ] as [(String, [String])])
    func whatIsWrongIsCertainOnceSomethingStandsBehindIt(text: String, words: [String]) {
        let script = Script(parsing: text)
        #expect(script.certainErrors.map { script.tree.bytes.text($0) } == words)
    }

    /// The statements of the manual, and whatever is right in it.
    private static let statements: [String] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/whosaid/whosaid.docc")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        let lines = files.sorted { $0.path < $1.path }.filter { $0.pathExtension == "md" }.flatMap { file in
            ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
        }
        return Set(lines.map { $0.hasPrefix("whosaid> ") ? String($0.dropFirst(9)) : $0 }).sorted()
            .filter { $0.utf8.count < 200 && Script(parsing: $0).diagnostics.allSatisfy { $0.severity != .error } }
    }()

    @Test func nothingThatIsRightAtLastIsUnderlinedBefore() {
        #expect(Self.statements.count > 150)
        for statement in Self.statements {
            let bytes = Array(statement.utf8)
            for token in Lexer.tokens(in: bytes) {
                for end in [token.range.lower + 1, token.range.upper] {
                    let wrong = Script(parsing: bytes.text(ByteRange(0, end))).certainErrors
                    #expect(wrong.isEmpty, "\(bytes.text(ByteRange(0, end)))")
                }
            }
        }
    }
}
