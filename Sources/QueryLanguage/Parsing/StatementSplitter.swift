import Text

/// Finds where statements begin and end: at the ends of lines, at `;` and at blank lines, unless the next line goes on.
struct StatementSplitter {
    let bytes: [UInt8]
    let tokens: [Token]
    /// The ranges of tokens that are one statement each, without trivia at their ends.
    private(set) var statements: [Range<Int>] = []
    /// Whether the last statement waits for more.
    private(set) var isOpenAtEnd = false

    private var first: Int?
    private var last = 0
    private var openParentheses = 0

    init(bytes: [UInt8], tokens: [Token]) {
        self.bytes = bytes
        self.tokens = tokens
        split()
    }

    private mutating func split() {
        var isLineEmpty = true
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .whitespace, .shebang: break
            case .comment: isLineEmpty = false
            case .newline:
                if isLineEmpty, index > 0 { finish() } else if !goesOn(after: index) { finish() }
                isLineEmpty = true
            case .semicolon:
                finish()
                isLineEmpty = false
            default:
                isLineEmpty = false
                take(index, token.kind)
            }
        }
        isOpenAtEnd = first != nil && (openParentheses > 0 || isOpenToken(last))
        finish()
    }

    private mutating func take(_ index: Int, _ kind: Token.Kind) {
        if first == nil { first = index }
        last = index
        if kind == .openParenthesis { openParentheses += 1 }
        if kind == .closeParenthesis { openParentheses = max(0, openParentheses - 1) }
    }

    private mutating func finish() {
        if let first { statements.append(first..<(last + 1)) }
        first = nil
        openParentheses = 0
    }

    /// Whether the statement goes on after the line that ends at `newline`.
    private func goesOn(after newline: Int) -> Bool {
        guard first != nil else { return false }
        return openParentheses > 0 || isOpenToken(last) || nextLineContinues(newline)
    }

    /// A trailing comma, operator, `and` or `or`.
    private func isOpenToken(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.kind.isOperator { return true }
        return token.kind == .word && ["and", "or", "not", "AND", "OR", "NOT"].contains(bytes.text(token.range))
    }

    /// Whether the next line begins with a clause keyword, `and` or `or`; lines of comment lie between at most.
    private func nextLineContinues(_ newline: Int) -> Bool {
        var index = newline + 1
        var hasComment = false
        while index < tokens.count {
            switch tokens[index].kind {
            case .whitespace: break
            case .comment: hasComment = true
            case .newline where hasComment: hasComment = false
            case .word: return continues(index)
            default: return false
            }
            index += 1
        }
        return false
    }

    private func continues(_ index: Int) -> Bool {
        guard tokens[index].range.count <= 8 else { return false }
        let word = Lexeme(index: index, token: tokens[index], bytes: bytes).keyword
        if word == "and" || word == "or" { return true }
        guard Catalogue.clauseKeywords.contains(word) else { return false }
        guard word == "where", let next = tokens[(index + 1)...].firstIndex(where: { !$0.kind.isTrivia }) else {
            return true
        }
        return !Parser.auxiliaries.contains(Lexeme(index: next, token: tokens[next], bytes: bytes).keyword)
    }
}
