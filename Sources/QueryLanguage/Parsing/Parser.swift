import Text

/// Reads the lexemes of one statement into nodes. It never fails: what is missing becomes a node, what fits nowhere
/// is stepped over up to the next clause, and each is reported once.
struct Parser {
    /// How deep parentheses can be nested.
    static let nestingLimit = 64
    /// How many bytes a statement can have.
    static let lengthLimit = 65_536
    /// How many problems of a statement are kept.
    static let problemLimit = 100

    var lexemes: [Lexeme]
    var position = 0
    var nodes: [SyntaxNode] = []
    var problems: [Problem] = []
    /// What could stand at the end of the text, where the parser has come to it.
    var expected: [Expected] = []
    /// Whether the text ends before something that must follow: nothing else can stand there then.
    private var endsTooSoon = false
    var depth = 0
    /// Whether the rest was stepped over because it is nested too deep.
    var hasGivenUp = false
    /// The lexeme at which the last bare word or name began, and the one after it.
    var lastWords: (start: Int, end: Int)?
    /// The last clause with a date: `since 2014-01-01`, for `… to 2014-02-01`.
    var lastDateClause: (start: Int, date: Range<Int>)?
    /// The clauses of which a question has one.
    var seenClauses: Set<String> = []
    /// The verb of the question, and whether its subject could not be told from it.
    var lastVerb: SpokenVerb?
    var subjectFailed = false
    /// The lexeme at which the question begins.
    var questionStart = 0
    /// The lexeme after the question's head, and the one after its last condition.
    var headEnd = 0
    var endOfCondition = 0
    /// The kind of the question's head.
    var headKind: SyntaxNode.Kind = .missing

    init(_ lexemes: [Lexeme]) { self.lexemes = lexemes }

    /// Whether all lexemes are read.
    var isAtEnd: Bool { position >= lexemes.count }

    /// The lexeme `distance` after the current one.
    func lexeme(_ distance: Int = 0) -> Lexeme? {
        lexemes.indices.contains(position + distance) ? lexemes[position + distance] : nil
    }

    /// The keyword that the lexeme can be; empty for names, strings and the end.
    func keyword(_ distance: Int = 0) -> String {
        lexemes.indices.contains(position + distance) ? lexemes[position + distance].keyword : ""
    }

    /// The kind of a lexeme.
    func kind(_ distance: Int = 0) -> Token.Kind? {
        lexemes.indices.contains(position + distance) ? lexemes[position + distance].kind : nil
    }

    /// The word at the start of a question, however it is capitalised.
    func headWord(_ distance: Int = 0) -> String {
        guard let lexeme = lexeme(distance), lexeme.kind == .word else { return "" }
        return lexeme.text.lowercased()
    }

    /// The bytes of a range of lexemes.
    func range(_ lexemes: Range<Int>) -> ByteRange {
        guard let first = lexemes.first, self.lexemes.indices.contains(first) else { return ByteRange(end, end) }
        return self.lexemes[first].range.union(self.lexemes[min(lexemes.upperBound, self.lexemes.count) - 1].range)
    }

    /// The offset just past the last lexeme before the current one.
    var previousEnd: Int { position > 0 ? lexemes[position - 1].range.upper : lexemes.first?.range.lower ?? 0 }

    /// The offset just past the statement.
    var end: Int { lexemes.last?.range.upper ?? 0 }

    /// The text of a range of lexemes, with single blanks between them.
    func text(_ range: Range<Int>) -> String {
        lexemes[range.clamped(to: lexemes.indices)].map(\.text).joined(separator: " ")
    }

    /// Remembers what could stand here, where this is the end.
    mutating func note(_ expectations: Expected...) {
        if isAtEnd, !endsTooSoon { expected.append(contentsOf: expectations) }
    }

    /// Reports a finding, unless there are many more than anybody is shown.
    mutating func report(_ finding: Finding, _ range: ByteRange) {
        guard problems.count < Parser.problemLimit else { return }
        problems.append(Problem(finding: finding, range: range))
    }

    /// Reports a finding at the current lexeme.
    mutating func reportHere(_ finding: Finding) {
        report(finding, lexeme()?.range ?? ByteRange(previousEnd, previousEnd))
    }
}

// MARK: - Nodes

extension Parser {
    /// Begins a node at the current lexeme.
    mutating func open(_ kind: SyntaxNode.Kind) -> Int {
        let token = lexeme()?.index ?? (lexemes.last.map { $0.index + 1 } ?? 0)
        nodes.append(SyntaxNode(kind: kind, firstToken: token, endToken: token, end: nodes.count + 1))
        return nodes.count - 1
    }

    /// Ends a node before the current lexeme, and settles what it is.
    mutating func close(_ node: Int, as kind: SyntaxNode.Kind? = nil) {
        if let kind { nodes[node].kind = kind }
        nodes[node].end = nodes.count
        if position > 0 { nodes[node].endToken = max(nodes[node].firstToken, lexemes[position - 1].index + 1) }
    }

    /// A node over the next lexemes, with nothing below it.
    mutating func leaf(_ kind: SyntaxNode.Kind, _ count: Int = 1) {
        let node = open(kind)
        position = min(position + count, lexemes.count)
        close(node)
    }

    /// A node for what is not there, and the report of it.
    mutating func missing(_ expectation: Expected, edit: Finding.Edit? = nil) {
        note(expectation)
        endsTooSoon = endsTooSoon || isAtEnd
        let before = position > 0 ? lexemes[position - 1] : nil
        let range =
            lexeme().map { ByteRange($0.range.lower, $0.range.upper) } ?? ByteRange(previousEnd, previousEnd)
        report(.missing(expectation, after: before?.text ?? "", edit: edit), range)
        close(open(.missing))
    }

    /// Steps over everything up to the next clause, which has been reported already; always at least one lexeme.
    mutating func skipToClause() {
        guard !isAtEnd else { return }
        let node = open(.unexpected)
        repeat { position += 1 } while !isAtEnd && !isClauseStart()
        close(node)
    }

    /// Steps over all the rest.
    mutating func skipAll() {
        guard !isAtEnd else { return }
        leaf(.unexpected, lexemes.count - position)
    }

    /// Whether a clause begins at a lexeme.
    func isClauseStart(_ distance: Int = 0) -> Bool {
        let word = keyword(distance)
        return !word.isEmpty && Catalogue.clauseKeywords.contains(word)
    }
}
