import QueryLanguage
import Text

/// What is true of every text that is written in the usual way.
package enum FormatterLaws {
    /// All laws of a text.
    package static func check(_ text: String) throws(Breach) {
        let before = Script(parsing: text)
        let formatted = Formatter.format(text)
        let after = Script(parsing: formatted)
        try Breach.unless(
            after.statements.map { $0.statement?.placeless } == before.statements.map { $0.statement?.placeless },
            "the formatted text means the same", formatted)
        let again = Formatter.format(formatted)
        try Breach.unless(again == formatted, "formatting twice is formatting once", "\(formatted)\n  \(again)")
        try checkKept(before, formatted)
    }

    /// What is wrong, and what is no statement, stays as it was written.
    private static func checkKept(_ script: Script, _ formatted: String) throws(Breach) {
        let bytes = script.tree.bytes
        var rest = Substring(formatted)
        let wrong = script.statements.filter { $0.statement == nil }.map(\.range)
        let comments = script.tree.tokens.filter { $0.kind == .comment || $0.kind == .shebang }.map(\.range)
            .filter { comment in !script.statements.contains { $0.range.contains(comment) } }
        for range in (wrong + comments).sorted() {
            let kept = String(bytes.text(range).reversed().drop(while: \.isWhitespace).reversed())
            guard let found = rest.utf8.firstRange(of: kept.utf8) else {
                throw Breach(law: "what is wrong and what is no statement stay as they are", evidence: kept)
            }
            rest = rest[found.upperBound...]
        }
        guard !wrong.isEmpty, wrong.count == script.statements.count else { return }
        try Breach.unless(
            inked(formatted) == inked(script.text), "of a text that is wrong throughout nothing but blanks changes",
            formatted)
    }

    /// All that is no blank and no line end.
    private static func inked(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return Lexer.tokens(in: bytes).filter { $0.kind != .whitespace && $0.kind != .newline }
            .flatMap { bytes[$0.range.indices] }.filter { $0 != UInt8(ascii: " ") && $0 != 0x09 }
    }
}
