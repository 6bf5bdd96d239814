import Text

/// Writes a text in the usual way: keywords small, one blank between words, blanks around operators, straight
/// quotation marks, continued lines indented. Comments and lines stay; a statement that is wrong stays as it is.
///
///     Formatter.format("Who SAID “aid”  where kind=direct?")   // who said "aid" where kind = direct
package enum Formatter {
    /// The text in the usual way; unchanged where that would change what it means. `definitions` are the names given by
    /// texts around it: a statement that asks for a name that nobody gives is wrong.
    package static func format(
        _ text: String, definitions: [String: Statement.Definition.Value] = [:]
    ) -> String {
        let script = Script(parsing: text, definitions: definitions)
        var formatting = Formatting(script)
        let formatted = formatting.run()
        let again = Script(parsing: formatted, definitions: definitions)
        guard again.statements.count == script.statements.count,
            zip(again.statements, script.statements).allSatisfy({ $0.statement?.placeless == $1.statement?.placeless })
        else { return text }
        return formatted
    }
}

/// One pass over the tokens of a script.
private struct Formatting {
    private let tree: SyntaxTree
    private let meanings: [SyntaxNode.Kind?]
    private let statements: [Script.ParsedStatement]
    private var output = ""
    /// The statement that the current token belongs to, or comes before.
    private var statement = 0
    private var isLineEmpty = true
    private var newlines = 0
    private var previous: Token?

    init(_ script: Script) {
        tree = script.tree
        statements = script.statements
        var meanings = [SyntaxNode.Kind?](repeating: nil, count: tree.tokens.count)
        for node in tree.nodes where node.kind != .transparent {
            for index in node.firstToken..<min(node.endToken, meanings.count) { meanings[index] = node.kind }
        }
        self.meanings = meanings
    }

    mutating func run() -> String {
        for (index, token) in tree.tokens.enumerated() {
            while statement < statements.count, statements[statement].range.upper <= token.range.lower {
                statement += 1
            }
            write(token, meanings[index])
        }
        while output.utf8.last == 0x0A { output.removeLast() }
        return tree.bytes.last == 0x0A || tree.bytes.last == 0x0D ? output + "\n" : output
    }

    private mutating func write(_ token: Token, _ meaning: SyntaxNode.Kind?) {
        let range = statement < statements.count ? statements[statement].range : nil
        let isInside = range.map { $0.contains(token.range) } ?? false
        if isInside, statements[statement].statement == nil {
            // What is wrong stays as it is, its own line ends included.
            if let range, token.range.lower == range.lower { put(tree.bytes.text(range), after: separator(token)) }
            end(with: token)
            return
        }
        switch token.kind {
        case .whitespace: return
        case .newline:
            newlines += 1
            if newlines <= 2, !output.isEmpty { output += "\n" }
            isLineEmpty = true
            return
        default: break
        }
        if isInside, let range, token.range.upper == range.upper, isSentenceMark(token) { return }
        let isContinued = isInside && token.range.lower != range?.lower
        put(text(token, meaning), after: isLineEmpty ? (isContinued ? "  " : "") : separator(token))
        end(with: token)
    }

    private mutating func end(with token: Token) {
        previous = token
        isLineEmpty = false
        newlines = 0
    }

    private mutating func put(_ text: String, after separator: String) { output += separator + text }

    private func isSentenceMark(_ token: Token) -> Bool { token.kind == .questionMark || token.kind == .fullStop }

    private func separator(_ token: Token) -> String {
        guard !isLineEmpty, let previous else { return "" }
        switch (previous.kind, token.kind) {
        case (.openParenthesis, _), (_, .closeParenthesis), (_, .comma), (_, .semicolon): return ""
        default: return " "
        }
    }

    private func text(_ token: Token, _ meaning: SyntaxNode.Kind?) -> String {
        let lexeme = Lexeme(index: 0, token: token, bytes: tree.bytes)
        switch token.kind {
        case .string: return quotation(lexeme.stringContent)
        case .near: return lexeme.text.lowercased()
        case .word where isKeyword(meaning): return lexeme.text.lowercased()
        case .comment, .dotCommand, .shebang: return lexeme.text.trimmedBlanks
        default: return lexeme.text
        }
    }

    /// Whether a word is one of the language, not of the reader: only those can be written small.
    private func isKeyword(_ meaning: SyntaxNode.Kind?) -> Bool {
        switch meaning {
        case .name, .word, .subject, .names, .newName, .date, .missing, .unexpected, nil: false
        default: true
        }
    }
}
