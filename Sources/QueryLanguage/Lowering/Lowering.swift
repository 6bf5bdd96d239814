import Text

/// Makes a typed statement of the nodes of one statement; what has no meaning is reported, and left out.
struct Lowering {
    /// How many words and conditions the definitions of one statement can add.
    static let expansionLimit = 5000
    /// How deep answers can be narrowed to answers.
    static let narrowingLimit = 16

    let tree: SyntaxTree
    var definitions: [String: Statement.Definition.Value]
    var problems: [Problem] = []
    /// How many words and conditions have come from definitions.
    var expansion = 0

    init(tree: SyntaxTree, definitions: [String: Statement.Definition.Value]) {
        self.tree = tree
        self.definitions = definitions
    }

    mutating func report(_ finding: Finding, _ node: Int) {
        guard problems.count < Parser.problemLimit else { return }
        problems.append(Problem(finding: finding, range: tree.range(of: node)))
    }

    func kind(_ node: Int) -> SyntaxNode.Kind { tree.nodes[node].kind }

    func children(_ node: Int) -> [Int] { tree.children(of: node) }

    func lexemes(_ node: Int) -> [Lexeme] { tree.lexemes(of: node) }

    /// The text of a leaf: the content of a string, or words with single blanks between them.
    func text(_ node: Int) -> String { lexemes(node).map(\.stringContent).joined(separator: " ") }

    /// The first keyword of a node.
    func keyword(_ node: Int) -> String { lexemes(node).first?.keyword ?? "" }

    /// The meaning of the statement whose node is `node`; nil where it has none.
    mutating func statement(_ node: Int) -> Statement? {
        switch kind(node) {
        case .question: question(node).map { .question($0) }
        case .definition: definition(node).map { .definition($0) }
        case .expectation: expectation(node).map { .expectation($0) }
        case .command: command(node).map { .command($0) }
        case .dotCommand: .command(dotCommand(node))
        default: nil
        }
    }

    private func dotCommand(_ node: Int) -> Statement.Command {
        let parts = text(node).split(separator: " ", maxSplits: 1).map(String.init)
        let name = parts.first.map { String($0.dropFirst()) } ?? ""
        return .dot(
            name: name, argument: parts.count > 1 ? parts[1].trimmedBlanks : "", tree.range(of: node))
    }

    private mutating func command(_ node: Int) -> Statement.Command? {
        let child = children(node).first
        switch keyword(node) {
        case "show": return child.flatMap(reference).map { .show($0) }
        case "why": return child.flatMap(reference).map { .why($0) }
        case "open": return child.flatMap(reference).map { .open($0) }
        case "explain":
            guard let child else { return nil }
            return question(child).map { .explain($0) }
        case "describe": return .describe(child.map(text), tree.range(of: child ?? node))
        case "include":
            guard let child, kind(child) == .string else { return nil }
            return .include(path: text(child), tree.range(of: child))
        case "corrections":
            let clause = tree.child(of: node, .asClause)
            return .corrections(clause.flatMap { children($0).first }.flatMap { OutputFormat(rawValue: keyword($0)) })
        default: return edit(node).map { .edit($0) }
        }
    }

    func reference(_ node: Int) -> Statement.Reference? {
        guard kind(node) == .reference else { return nil }
        let text = text(node)
        let range = tree.range(of: node)
        if text.hasPrefix("q:") { return .quote(String(text.dropFirst(2)), range) }
        let numbers = text.dropFirst().split(separator: ".").map { Int($0) ?? .max }
        guard let row = numbers.first else { return nil }
        return .row(row, report: numbers.count > 1 ? numbers[1] : nil, range)
    }

    private mutating func definition(_ node: Int) -> Statement.Definition? {
        let parts = children(node)
        guard parts.count == 2, kind(parts[0]) == .newName else { return nil }
        let name = text(parts[0])
        return definedValue(parts[1]).map {
            Statement.Definition(name: name, nameRange: tree.range(of: parts[0]), value: $0)
        }
    }

    private mutating func definedValue(_ node: Int) -> Statement.Definition.Value? {
        switch kind(node) {
        case .question: return question(node).map { .question($0) }
        case .date, .number, .name, .word: return value(node, of: nil).map { .value($0) }
        case .variable:
            guard let value = definition(of: node) else { return nil }
            return value
        default:
            return isCondition(node) ? condition(node).map { .condition($0) } : matcher(node).map { .words($0) }
        }
    }

    /// Whether a tree of `and`, `or`, `not` and parentheses has tests at its leaves, or names that stand for some.
    private func isCondition(_ node: Int) -> Bool {
        (node..<tree.nodes[node].end).contains { part in
            guard kind(part) == .variable, case .condition? = definitions[name(part)] else {
                return kind(part) == .test
            }
            return true
        }
    }

    private mutating func expectation(_ node: Int) -> Statement.Expectation? {
        let parts = children(node)
        let property = parts.first { kind($0) == .property }.map { lexemes($0).map(\.keyword).joined(separator: " ") }
        let number = parts.first { kind($0) == .number }.flatMap { Int(text($0)) }
        let clause = parts.first { kind($0) == .whereClause }
        let condition = clause.flatMap { children($0).first }.flatMap { self.condition($0) }
        let claim: Statement.Expectation.Claim
        switch (property, number, condition) {
        case (nil, let number?, _): claim = .rows(.exactly, number)
        case ("at least", let number?, _): claim = .rows(.atLeast, number)
        case ("at most", let number?, _): claim = .rows(.atMost, number)
        case ("no", _, nil) where clause == nil: claim = .rows(.exactly, 0)
        case ("no", _, let condition?): claim = .no(condition)
        case ("some", _, let condition?): claim = .some(condition)
        case ("every", _, let condition?): claim = .every(condition)
        case ("first", _, let condition?): claim = .first(condition)
        default: return nil
        }
        return Statement.Expectation(claim: claim, range: tree.range(of: node))
    }
}
