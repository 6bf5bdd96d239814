/// A grammar in EBNF, read from the manual, and the sentences that it makes.
struct Grammar: Sendable {
    indirect enum Rule: Sendable {
        case literal(String)
        case reference(String)
        case sequence([Rule])
        case choice([Rule])
        case optional(Rule)
        case repeated(Rule)
    }

    private(set) var rules: [String: Rule] = [:]
    /// How deep the shallowest sentence of a rule is.
    private var heights: [String: Int] = [:]

    /// Reads rules of the form `name = … ;`.
    init(_ text: String) {
        var tokens = Grammar.tokens(text)[...]
        while let name = tokens.popFirst(), tokens.popFirst() == "=" {
            rules[name] = Grammar.choice(&tokens)
            _ = tokens.popFirst()
        }
        for _ in rules {
            for (name, rule) in rules { heights[name] = 1 + height(rule) }
        }
    }

    /// All words in quotation marks.
    var literals: Set<String> { rules.values.reduce(into: []) { $0.formUnion(Grammar.literals($1)) } }

    /// All names of rules and pieces that are used.
    var references: Set<String> { rules.values.reduce(into: []) { $0.formUnion(Grammar.references($1)) } }

    /// One sentence of a rule, its pieces with blanks between them; `choose(n)` is a number below n.
    func sentence(
        of name: String, pieces: [String: [String]], depth: Int = 0, choose: (Int) -> Int
    ) -> [String] {
        guard let rule = rules[name] else {
            guard let samples = pieces[name], !samples.isEmpty else { return ["<\(name)>"] }
            return [samples[choose(samples.count)]]
        }
        return sentence(of: rule, pieces, depth + 1, choose)
    }

    private func sentence(
        of rule: Rule, _ pieces: [String: [String]], _ depth: Int, _ choose: (Int) -> Int
    ) -> [String] {
        let isDeep = depth > 12
        switch rule {
        case .literal(let text): return [text]
        case .reference(let name): return sentence(of: name, pieces: pieces, depth: depth, choose: choose)
        case .sequence(let parts): return parts.flatMap { sentence(of: $0, pieces, depth, choose) }
        case .optional(let inner):
            return isDeep || choose(2) == 0 ? [] : sentence(of: inner, pieces, depth, choose)
        case .repeated(let inner):
            let count = isDeep ? 0 : [0, 0, 1, 1, 2][choose(5)]
            return (0..<count).flatMap { _ in sentence(of: inner, pieces, depth, choose) }
        case .choice(let parts):
            let shallow = parts.min { height($0) < height($1) } ?? rule
            return sentence(of: isDeep ? shallow : parts[choose(parts.count)], pieces, depth, choose)
        }
    }

    private func height(_ rule: Rule) -> Int {
        switch rule {
        case .literal, .optional, .repeated: 0
        case .reference(let name): rules[name] == nil ? 0 : heights[name] ?? 1000
        case .sequence(let parts): parts.map(height).max() ?? 0
        case .choice(let parts): parts.map(height).min() ?? 0
        }
    }

    private static func literals(_ rule: Rule) -> Set<String> {
        switch rule {
        case .literal(let text): [text]
        case .reference: []
        case .sequence(let parts), .choice(let parts): parts.reduce(into: []) { $0.formUnion(literals($1)) }
        case .optional(let inner), .repeated(let inner): literals(inner)
        }
    }

    private static func references(_ rule: Rule) -> Set<String> {
        switch rule {
        case .literal: []
        case .reference(let name): [name]
        case .sequence(let parts), .choice(let parts): parts.reduce(into: []) { $0.formUnion(references($1)) }
        case .optional(let inner), .repeated(let inner): references(inner)
        }
    }

    // MARK: - Reading

    private static func choice(_ tokens: inout ArraySlice<String>) -> Rule {
        var parts = [sequence(&tokens)]
        while tokens.first == "|" {
            tokens.removeFirst()
            parts.append(sequence(&tokens))
        }
        return parts.count > 1 ? .choice(parts) : parts[0]
    }

    private static func sequence(_ tokens: inout ArraySlice<String>) -> Rule {
        var parts: [Rule] = []
        while let token = tokens.first, !["|", ")", "]", "}", ";"].contains(token) {
            tokens.removeFirst()
            switch token {
            case "(": parts.append(enclosed(&tokens) { $0 })
            case "[": parts.append(enclosed(&tokens) { .optional($0) })
            case "{": parts.append(enclosed(&tokens) { .repeated($0) })
            case _ where token.hasPrefix("\""): parts.append(.literal(String(token.dropFirst().dropLast())))
            default: parts.append(.reference(token))
            }
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private static func enclosed(_ tokens: inout ArraySlice<String>, _ wrap: (Rule) -> Rule) -> Rule {
        let inner = choice(&tokens)
        tokens = tokens.dropFirst()
        return wrap(inner)
    }

    private static func tokens(_ text: String) -> [String] {
        text.matches(of: /"[^"]*"|[A-Za-z][A-Za-z-]*|[=|()\[\]{};]/).map { String($0.output) }
    }
}
