import Text

/// Reads a script statement by statement, each with the names that those before it defined.
struct ScriptReading {
    /// How many diagnostics one statement can have: what follows from the first few helps nobody.
    private static let diagnosticLimit = 3

    private(set) var tree: SyntaxTree
    private(set) var definitions: [String: Statement.Definition.Value]
    private(set) var statements: [Script.ParsedStatement] = []
    private(set) var expected: [Expected] = []
    /// Whether fixes are made whole, which takes further readings.
    var mendsFixes = true
    private var ownNames: Set<String>
    private let parameters: [String: BoundValue]

    init(
        _ bytes: [UInt8], _ definitions: [String: Statement.Definition.Value], parameters: [String: BoundValue] = [:],
        ownNames: Set<String> = []
    ) {
        self.ownNames = ownNames
        self.parameters = parameters
        tree = SyntaxTree(bytes: bytes, tokens: Lexer.tokens(in: bytes))
        self.definitions = parameters.compactMapValues { $0.definition() }.merging(definitions) { $1 }
    }

    /// Reads all statements but the first `count`.
    mutating func read(skipping count: Int) {
        let splitter = StatementSplitter(bytes: tree.bytes, tokens: tree.tokens)
        let pieces = splitter.statements
        for piece in pieces.dropFirst(count) { read(piece) }
        let rest = pieces.last.map { tree.tokens[$0.upperBound...] } ?? tree.tokens[...]
        let newlines = rest.count { $0.kind == .newline }
        if pieces.isEmpty || newlines > 1 || rest.contains(where: { $0.kind == .semicolon }) {
            expected = [.statement]
        } else if newlines == 1, !splitter.isOpenAtEnd {
            // The next line is a new statement, or goes on with a clause.
            expected = [.statement] + expected.filter { $0 == .clause || $0 == .connective }
        }
    }

    private mutating func read(_ piece: Range<Int>) {
        let range = tree.tokens[piece.lowerBound].range.union(tree.tokens[piece.upperBound - 1].range)
        guard range.count <= Parser.lengthLimit else {
            let problem = Problem(
                finding: .tooLong(limit: Parser.lengthLimit), range: ByteRange(range.lower, range.lower + 1))
            statements.append(.init(statement: nil, range: range, diagnostics: [problem.diagnostic]))
            return
        }
        var parser = Parser(tree.lexemes(piece))
        parser.statement()
        let root = tree.nodes.count
        for var node in parser.nodes {
            node.end += root
            tree.nodes.append(node)
        }
        var (statement, problems) = lowered(root)
        problems += parser.problems
        if case .definition(let definition)? = statement, ownNames.contains(definition.name) {
            problems.append(Problem(finding: .redefinedName(definition.name), range: definition.nameRange))
        }
        bind(&statement, &problems)
        var diagnostics = ScriptReading.chosen(problems)
        if mendsFixes { diagnostics = withWholeFixes(diagnostics, in: range) }
        if diagnostics.contains(where: { $0.severity == .error }) { statement = nil }
        if case .definition(let definition)? = statement {
            ownNames.insert(definition.name)
            definitions[definition.name] = definition.value
        }
        expected = parser.expected
        statements.append(.init(statement: statement, range: range, diagnostics: diagnostics))
    }

    /// Puts the value that a program gives a name in the place of the one that `let` gives it.
    private mutating func bind(_ statement: inout Statement?, _ problems: inout [Problem]) {
        guard case .definition(var definition)? = statement, let bound = parameters[definition.name] else { return }
        if let value = bound.definition(inPlaceOf: definition.value) {
            definition.value = value
            statement = .definition(definition)
        } else {
            // What follows is read as the script has it.
            definitions[definition.name] = definition.value
            let finding = Finding.unfitParameter(
                definition.name, given: bound.written, wanted: definition.value.wantedInItsPlace)
            problems.append(Problem(finding: finding, range: definition.nameRange))
        }
    }

    private func lowered(_ root: Int) -> (Statement?, [Problem]) {
        guard root < tree.nodes.count else { return (nil, []) }
        var lowering = Lowering(tree: tree, definitions: definitions)
        let statement = lowering.statement(root)
        return (statement, lowering.problems)
    }

    /// The diagnostics to be shown: the first of each place, in order; errors push warnings out, and hide those about
    /// the same words.
    private static func chosen(_ problems: [Problem]) -> [Diagnostic] {
        var seen: Set<ByteRange> = []
        var diagnostics = problems.sorted { $0.range < $1.range }.map(\.diagnostic)
        diagnostics = diagnostics.filter { $0.range.map { seen.insert($0).inserted } ?? true }
        let wrong = diagnostics.filter { $0.severity == .error }.compactMap(\.range)
        diagnostics = diagnostics.filter { diagnostic in
            diagnostic.severity == .error || !wrong.contains { diagnostic.range?.overlaps($0) ?? false }
        }
        while diagnostics.count > diagnosticLimit {
            let last = diagnostics.lastIndex { $0.severity == .warning } ?? diagnostics.count - 1
            diagnostics.remove(at: last)
        }
        return diagnostics
    }
}
