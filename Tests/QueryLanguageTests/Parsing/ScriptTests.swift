import Testing
import Text

@testable import QueryLanguage

@Suite struct ExampleTests {
    @Test(arguments: Examples.meanings) func meansWhatTheManualSays(question: String, meaning: String) {
        let script = Script(parsing: question)
        #expect(script.diagnostics.map { "\($0.code) \($0.message)" } == [])
        #expect(script.statements.count == 1)
        #expect(Dump.text(script.statements.first?.statement) == meaning)
    }

    @Test(arguments: Examples.meanings) func printsBackToTheSameBytes(question: String, meaning: String) {
        #expect(Script(parsing: question).tree.printed == Array(question.utf8))
    }
}

@Suite struct ResilienceTests {
    /// Whatever is cut off or left out, nothing crashes, no byte is lost, and few words are made about it.
    private func check(_ bytes: some Collection<UInt8>) {
        let text = String(decoding: bytes, as: UTF8.self)
        let script = Script(parsing: text)
        #expect(script.tree.printed == Array(text.utf8), "\(text)")
        #expect(script.diagnostics.count <= 3, "\(text): \(script.diagnostics.map(\.message))")
        for diagnostic in script.diagnostics {
            #expect(diagnostic.range.map { $0.upper <= text.utf8.count } ?? true, "\(text)")
        }
        for statement in script.statements where statement.statement == nil {
            #expect(!statement.diagnostics.isEmpty, "no meaning and no reason: \(text)")
        }
    }

    @Test(arguments: Examples.meanings) func everyPrefixIsReadQuietly(question: String, meaning: String) {
        for length in 0...question.utf8.count { check(question.utf8.prefix(length)) }
    }

    @Test(arguments: Examples.meanings) func everyDeletionIsReadQuietly(question: String, meaning: String) {
        let bytes = Array(question.utf8)
        for token in Lexer.tokens(in: bytes) { check(bytes[..<token.range.lower] + bytes[token.range.upper...]) }
    }
}
