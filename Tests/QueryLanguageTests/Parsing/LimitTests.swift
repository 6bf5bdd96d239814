import Testing
import Text

@testable import QueryLanguage

/// Nothing that a stranger wrote crashes the parser, or makes it grow without limit.
@Suite struct LimitTests {
    private func codes(_ text: String) -> [String] { Script(parsing: text).diagnostics.map(\.code) }

    @Test func parenthesesAreNestedSoDeepOnly() {
        let deep =
            String(repeating: "(", count: Parser.nestingLimit) + "\"aid\""
            + String(repeating: ")", count: Parser.nestingLimit)
        #expect(codes("quotes " + deep).isEmpty)
        #expect(codes("quotes (" + deep + ")") == ["E0106"])
        #expect(codes("quotes where " + String(repeating: "(", count: 30_000)) == ["E0106"])
        #expect(codes("quotes where " + String(repeating: "not ", count: 10_000) + "kind = direct") == ["E0106"])
        #expect(codes("quotes " + String(repeating: "not ", count: 10_000) + "\"aid\"") == ["E0106"])
    }

    @Test func statementsAreSoLongOnly() {
        let filler = String(repeating: "a", count: Parser.lengthLimit)
        #expect(codes("quotes \"\(filler)\"; quotes") == ["E0107"])
    }

    @Test func definitionsExpandSoFarOnly() {
        var text = "let n0 = (\"aid\" or \"relief\")\n"
        for level in 1...60 { text += "let n\(level) = ($n\(level - 1) or $n\(level - 1))\n" }
        #expect(codes(text).contains("E0110"))
    }

    @Test func definitionsNestSoDeepOnly() {
        var text = "let n0 = \"aid\"\n"
        for level in 1...2000 { text += "let n\(level) = not $n\(level - 1)\n" }
        #expect(codes(text).contains("E0110"))
    }

    @Test func answersAreNarrowedSoOftenOnly() {
        var text = "let q0 = quotes\n"
        for level in 1...40 { text += "let q\(level) = quotes among $q\(level - 1)\n" }
        #expect(codes(text).contains("E0110"))
    }

    @Test(
        arguments: [
            [0xFF, 0xFE, 0x00], [0x22, 0xC3], [0xE2, 0x80], [0x2F, 0x5C], [0x22, 0x5C], [0x24], [0x23], [0x2E],
            [0x71, 0x3A], [0x27], [0xE2, 0x80, 0x9C], [0x0D], [0x00], [0xF0, 0x9F, 0x98, 0x80],
        ] as [[UInt8]])
    func anyBytesAreRead(bytes: [UInt8]) {
        let tokens = Lexer.tokens(in: bytes)
        #expect(tokens.map(\.range.count).reduce(0, +) == bytes.count)
        for prefix in ["", "quotes ", "quotes where ", "quotes where speaker = ", "what did "] {
            let text = prefix + String(decoding: bytes, as: UTF8.self)
            let script = Script(parsing: text)
            #expect(script.tree.printed == Array(text.utf8))
        }
    }

    /// Pieces of the language in any order: a cheap fuzzer, the same on every run.
    @Test func anyPiecesAreRead() {
        let pieces = [
            "who", "said", "what", "did", "Kerry", "\"aid\"", "where", "speaker", "=", "(", ")", "and", "or", "not",
            "by", "in", "2014", "per", "month", "top", "5", "order", "date", "near", "/x/", "$a", "let", "expect",
            "rows", "is", "between", ",", ";", "\n", "how", "many", "quotes", "as", "csv", "to", "the", "of", "#2", "_",
            "'", "&&", "!", "has", "matches", "exactly", "from", "like", "about", "any", "version", "ago", "May", "\"",
        ]
        var state: UInt64 = 1
        for _ in 0..<3000 {
            var words: [String] = []
            for _ in 0..<8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                words.append(pieces[Int(state >> 33) % pieces.count])
            }
            let text = words.joined(separator: " ")
            let script = Script(parsing: text)
            #expect(script.tree.printed == Array(text.utf8), "\(text)")
            for statement in script.statements {
                #expect(statement.diagnostics.count <= 3, "\(text)")
                #expect(statement.statement != nil || !statement.diagnostics.isEmpty, "no meaning, no reason: \(text)")
            }
        }
    }
}
