import QueryLanguage
import Text

/// What is true of every text that is read as a script.
enum ScriptLaws {
    /// How many diagnostics one statement may have.
    private static let diagnosticLimit = 3

    /// Tokens lie end to end, whatever the bytes are.
    static func check(tokensOf bytes: [UInt8]) throws(Breach) {
        var end = 0
        for token in Lexer.tokens(in: bytes) {
            try Breach.unless(token.range.lower == end, "tokens lie end to end", "\(token) after \(end)")
            try Breach.unless(!token.range.isEmpty, "a token has a byte", "\(token)")
            end = token.range.upper
        }
        try Breach.unless(end == bytes.count, "tokens reach the end", "\(end) of \(bytes.count)")
    }

    /// All laws of a text.
    static func check(_ text: String) throws(Breach) {
        let script = Script(parsing: text)
        let bytes = Array(text.utf8)
        try Breach.unless(script.tree.printed == bytes, "the tree prints back to the same bytes")
        try checkNodes(script.tree)
        try checkStatements(script, bytes)
        for diagnostic in script.diagnostics { try check(diagnostic, bytes) }
        let again = Script(parsing: text)
        try Breach.unless(
            again.statements.map(\.statement) == script.statements.map(\.statement)
                && again.diagnostics == script.diagnostics, "a text is read the same way twice")
        _ = Script.isIncomplete(text)
    }

    /// Nodes nest, and lie on tokens of the text.
    private static func checkNodes(_ tree: SyntaxTree) throws(Breach) {
        var open: [SyntaxNode] = []
        for (index, node) in tree.nodes.enumerated() {
            while let last = open.last, last.end <= index { open.removeLast() }
            try Breach.unless(
                0 <= node.firstToken && node.firstToken <= node.endToken && node.endToken <= tree.tokens.count,
                "a node lies on tokens of the text", "\(node)")
            try Breach.unless(node.end > index && node.end <= tree.nodes.count, "a subtree ends in the tree", "\(node)")
            guard let parent = open.last else {
                open.append(node)
                continue
            }
            try Breach.unless(node.end <= parent.end, "a subtree ends in its parent's", "\(node) in \(parent)")
            try Breach.unless(
                parent.firstToken <= node.firstToken && node.endToken <= parent.endToken
                    || node.firstToken == node.endToken, "a node lies in its parent", "\(node) in \(parent)")
            open.append(node)
        }
    }

    /// Statements follow one another, and each has a meaning or an error, never both.
    private static func checkStatements(_ script: Script, _ bytes: [UInt8]) throws(Breach) {
        var end = 0
        for statement in script.statements {
            let written = bytes.text(statement.range)
            try Breach.unless(
                end <= statement.range.lower && statement.range.upper <= bytes.count && !statement.range.isEmpty,
                "statements follow one another", written)
            end = statement.range.upper
            let hasError = statement.diagnostics.contains { $0.severity == .error }
            try Breach.unless(
                hasError == (statement.statement == nil), "a statement has a meaning or an error",
                "\(written): \(statement.diagnostics.map(\.message))")
            try Breach.unless(
                statement.diagnostics.count <= diagnosticLimit, "few words are made about a statement",
                "\(statement.diagnostics.count)")
        }
    }

    /// A diagnostic and its edit lie in the text, between whole characters, and say something.
    private static func check(_ diagnostic: Diagnostic, _ bytes: [UInt8]) throws(Breach) {
        try Breach.unless(!diagnostic.message.isEmpty && diagnostic.code.utf8.count == 5, "a diagnostic has words")
        for range in [diagnostic.range, diagnostic.fix?.range].compactMap(\.self) {
            try Breach.unless(
                range.lower >= 0 && range.upper <= bytes.count, "a diagnostic lies in the text",
                "\(diagnostic.code) \(range) of \(bytes.count)")
            try Breach.unless(
                isBoundary(range.lower, bytes) && isBoundary(range.upper, bytes),
                "a diagnostic lies between whole characters", "\(diagnostic.code) \(range)")
        }
        guard let fix = diagnostic.fix else { return }
        try Breach.unless(!fix.message.isEmpty, "an edit says what it does", diagnostic.code)
        try Breach.unless(
            bytes.text(fix.range) != fix.replacement, "an edit changes the text",
            "\(diagnostic.code) \(fix.replacement)")
    }

    /// Whether a character begins or the text ends at `offset`.
    static func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
        offset == bytes.count || bytes[offset] & 0xC0 != 0x80
    }
}
