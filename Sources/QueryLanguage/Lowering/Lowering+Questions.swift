import Dates
import SpeechVerbs
import Text

extension Lowering {
    /// The typed form of a question; nil where its head has no meaning.
    mutating func question(_ node: Int) -> Query? {
        let parts = children(node)
        guard let head = parts.first, let question = form(of: head) else { return nil }
        var query = Query(question: question, range: tree.range(of: node))
        var conditions: [Condition] = []
        lowerHead(head, &conditions)
        for clause in parts.dropFirst() { lower(clause, &query, &conditions) }
        query.conditions = Condition.all(of: conditions)
        return query
    }

    private func form(of node: Int) -> Query.Question? {
        switch kind(node) {
        case .whoHead: return .who
        case .didHead:
            let word = lexemes(node).first?.text.lowercased()
            return word == "when" ? .when : word == "where" ? .place : .what
        case .nounHead: return noun(node).map { .list($0) }
        case .howManyHead: return noun(node).map { .howMany($0) }
        case .wordingsHead: return .wordings
        case .changesHead: return .changes(ofQuotes: tree.child(of: node, .noun) != nil)
        default: return nil
        }
    }

    private func noun(_ node: Int) -> Query.Noun? {
        tree.child(of: node, .noun).flatMap { Query.Noun(rawValue: text($0).lowercased()) }
    }

    /// The subject, the verb, the people and the words, in the order of the text.
    private mutating func lowerHead(_ node: Int, _ conditions: inout [Condition]) {
        for part in children(node) {
            switch kind(part) {
            case .subject: add(names(part, .speaker), &conditions)
            case .names: add(names(part, .to), &conditions)
            case .verb: add(act(part), &conditions)
            case .noun, .missing, .unexpected: break
            case _ where kind(node) == .changesHead:
                add(equality(.article, part, tree.range(of: part)), &conditions)
            default:
                add(matcher(part).map { .test(Test(.text, .says($0), tree.range(of: part))) }, &conditions)
            }
        }
    }

    private func add(_ condition: Condition?, _ conditions: inout [Condition]) {
        if let condition { conditions.append(condition) }
    }

    /// The act of a verb; nil for `said`, which matches every cue.
    private func act(_ node: Int) -> Condition? {
        let words = lexemes(node)
        guard let first = words.first, let verb = SpokenVerb(first.keyword, particle: words.dropFirst().first?.keyword)
        else { return nil }
        return acts(verb.acts, tree.range(of: node))
    }

    /// A test for any of some acts.
    func acts(_ acts: [SpeechAct], _ range: ByteRange) -> Condition? {
        let tests = acts.map { Condition.test(Test(.cue, .performs($0), range)) }
        return tests.count > 1 ? .any(tests) : tests.first
    }

    /// `NAME or NAME`, of a field.
    private mutating func names(_ node: Int, _ field: Field) -> Condition? {
        let parts = kind(node) == .subject && children(node).isEmpty ? [node] : children(node)
        var tests: [Condition] = []
        for part in parts where kind(part) != .missing {
            if let test = equality(field, part, tree.range(of: part)) { tests.append(test) }
        }
        return tests.count > 1 ? .any(tests) : tests.first
    }

    /// One clause.
    private mutating func lower(_ node: Int, _ query: inout Query, _ conditions: inout [Condition]) {
        guard let first = children(node).first else {
            if kind(node) == .versionClause { query.inAnyVersion = true }
            return
        }
        switch kind(node) {
        case .whereClause: add(condition(first), &conditions)
        case .aboutClause:
            add(matcher(first).map { .test(Test(.about, .has($0), tree.range(of: node))) }, &conditions)
        case .withClause, .withoutClause:
            if let words = matcher(first) {
                query.companions.append(.init(matcher: words, isExcluded: kind(node) == .withoutClause))
            }
        case .byClause: add(names(first, .speaker), &conditions)
        case .toClause: add(names(first, .to), &conditions)
        case .viaClause: add(names(first, .via), &conditions)
        case .placeClause: add(names(first, .place), &conditions)
        case .dateClause: add(dateClause(node, first), &conditions)
        case .betweenClause:
            let ends = children(node).compactMap { value($0, of: .date) }
            if ends.count == 2 {
                add(.test(Test(.date, .isBetween(ends[0], ends[1]), tree.range(of: node))), &conditions)
            }
        default: shape(node, first, &query)
        }
    }

    private mutating func dateClause(_ node: Int, _ date: Int) -> Condition? {
        guard let value = value(date, of: .date) else { return nil }
        let predicate: Predicate
        switch keyword(node) {
        case "since": predicate = .compares(.atLeast, value)
        case "until": predicate = .compares(.atMost, value)
        case "before": predicate = .compares(.less, value)
        case "after": predicate = .compares(.greater, value)
        default: predicate = .equals(value)
        }
        return .test(Test(.date, predicate, tree.range(of: node)))
    }

    /// The clauses that say which rows are wanted and how.
    private mutating func shape(_ node: Int, _ first: Int, _ query: inout Query) {
        switch kind(node) {
        case .amongClause: query.among = among(first)
        case .perClause: query.grouping = children(node).compactMap(grouping)
        case .orderClause: query.order = children(node).compactMap(orderKey)
        case .topClause:
            guard let count = Int(text(first)) else { return reportNumber(first) }
            query.limit = .top(count, withTies: tree.child(of: node, .property) != nil)
        case .sampleClause:
            let numbers = children(node)
            guard let count = Int(text(first)) else { return reportNumber(first) }
            var seed: UInt64 = 0
            if numbers.count > 1 {
                guard let number = UInt64(text(numbers[1])) else { return reportNumber(numbers[1]) }
                seed = number
            }
            query.limit = .sample(count, seed: seed)
        case .asClause: query.format = OutputFormat(rawValue: keyword(first))
        default: break
        }
    }

    /// A count that no machine can hold; a missing one has been reported by the parser.
    private mutating func reportNumber(_ node: Int) {
        if kind(node) == .number, !text(node).contains(".") {
            report(.notANumber(field: "", text: text(node)), node)
        }
    }

    private mutating func among(_ node: Int) -> Query.Among? {
        if kind(node) == .last { return .last }
        guard kind(node) == .variable, let value = definition(of: node) else { return nil }
        guard case .question(let query) = value else {
            report(.wrongDefinition(name: name(node), found: value.kindDescription, wanted: "a question"), node)
            return nil
        }
        var depth = 1
        var inner = query
        while case .query(let box) = inner.among {
            depth += 1
            inner = box.value
        }
        if depth > Lowering.narrowingLimit {
            report(.expandsTooFar(name: name(node)), node)
            return nil
        }
        return .query(Box(query.moved(to: tree.range(of: node))))
    }

    private func grouping(_ node: Int) -> Query.Grouping? {
        let range = tree.range(of: node)
        let word = keyword(node)
        if let unit = DateUnit(rawValue: word) { return Query.Grouping(field: .date, unit: unit, range: range) }
        guard let field = Field(rawValue: word) else { return nil }
        return Query.Grouping(field: field, unit: field.type == .date ? .day : nil, range: range)
    }

    private func orderKey(_ node: Int) -> Query.OrderKey? {
        guard let key = tree.child(of: node, .field) else { return nil }
        let word = keyword(key)
        let direction = tree.child(of: node, .property).map { keyword($0).hasPrefix("desc") }
        if word == "count" { return Query.OrderKey(field: .count, isDescending: direction ?? true) }
        if let side = Query.OrderKey.Side(rawValue: word) {
            return Query.OrderKey(field: .context(side), isDescending: direction ?? false)
        }
        return Field(rawValue: word).map { Query.OrderKey(field: .field($0), isDescending: direction ?? false) }
    }
}
