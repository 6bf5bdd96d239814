import Text

extension Lowering {
    /// The name of `$name`.
    func name(_ node: Int) -> String { String(text(node).dropFirst()) }

    /// What a name stands for; nil, with a report, where it is not defined or would grow too large.
    mutating func definition(of node: Int) -> Statement.Definition.Value? {
        let name = name(node)
        guard let value = definitions[name] else {
            report(.undefinedName(name, suggestion: Nearest.word(to: name, among: definitions.keys.sorted())), node)
            return nil
        }
        expansion += value.size(limit: Lowering.expansionLimit)
        if expansion > Lowering.expansionLimit {
            report(.expandsTooFar(name: name), node)
            return nil
        }
        return value
    }

    /// The words that a name stands for, at the place where it is used.
    mutating func words(of node: Int) -> Matcher? {
        guard let value = definition(of: node) else { return nil }
        let range = tree.range(of: node)
        switch value {
        case .words(let matcher): return matcher.moved(to: range)
        case .value(.text(let text, let isExact, _)):
            if !isExact, Phrase(text).words.isEmpty {
                report(.emptyWords, node)
                return nil
            }
            return isExact ? .exactly(text, range) : .phrase(Phrase(text), pattern: text, range)
        case .value(let value): return .phrase(Phrase(value.written), pattern: value.written, range)
        case .condition, .question:
            report(.wrongDefinition(name: name(node), found: value.kindDescription, wanted: "words"), node)
            return nil
        }
    }

    /// The condition that a name stands for.
    mutating func condition(of node: Int) -> Condition? {
        guard let value = definition(of: node) else { return nil }
        if case .condition(let condition) = value { return condition.moved(to: tree.range(of: node)) }
        report(.wrongDefinition(name: name(node), found: value.kindDescription, wanted: "a condition"), node)
        return nil
    }

    /// The value that a name stands for, checked against the field's type.
    mutating func value(of node: Int, for field: Field?) -> Value? {
        guard let value = definition(of: node) else { return nil }
        let range = tree.range(of: node)
        guard let found = value.asValue?.moved(to: range) else {
            report(.wrongDefinition(name: name(node), found: value.kindDescription, wanted: "a value"), node)
            return nil
        }
        switch (field?.type, found) {
        case (.date, .date), (.number, .number), (nil, _): return found
        case (.date, _):
            // A text in quotation marks can be a date, and so can a value that somebody typed.
            if case .text(let text, _, _) = found, let date = BoundValue.date(text)?.asValue {
                return date.moved(to: range)
            }
            report(.notADate(field: field?.rawValue ?? "", text: found.written), node)
            return nil
        case (.number, _):
            if case .text(let text, _, _) = found, let number = BoundValue.number(text)?.asValue {
                return number.moved(to: range)
            }
            report(.notANumber(field: field?.rawValue ?? "", text: found.written), node)
            return nil
        case (.choice, .text(let text, _, _)) where !Catalogue.kinds.contains(text.lowercased()):
            report(.notAChoice(field: "kind", text: text, choices: Catalogue.kinds, suggestion: nil), node)
            return nil
        case (_, .text): return found
        default: return .text(found.written, isExact: false, range)
        }
    }

    /// Several values, where a name stands for alternatives: `let powers = "US" or "Russia"`.
    func values(of node: Int) -> [Value]? {
        guard case .words(.any(let parts))? = definitions[name(node)] else { return nil }
        let values = parts.compactMap { Statement.Definition.Value.words($0).asValue?.moved(to: tree.range(of: node)) }
        return values.count == parts.count ? values : nil
    }
}

extension Statement.Definition.Value {
    /// The value, where it can be one: a single phrase can.
    var asValue: Value? {
        switch self {
        case .value(let value): value
        case .words(.phrase(_, let pattern, let range)): .text(pattern, isExact: false, range)
        case .words(.exactly(let text, let range)): .text(text, isExact: true, range)
        default: nil
        }
    }

    /// What it is, for a person.
    var kindDescription: String {
        switch self {
        case .words: "words"
        case .condition: "a condition"
        case .value: "a value"
        case .question: "a question"
        }
    }

    /// The number of words and conditions in it; parts that are shared count each time. `limit` + 1 where there are
    /// more than `limit`, or where they are nested deeper than parentheses could be.
    func size(limit: Int) -> Int {
        var matchers: [(part: Matcher, depth: Int)] = []
        var conditions: [(part: Condition, depth: Int)] = []
        switch self {
        case .words(let matcher): matchers = [(matcher, 0)]
        case .condition(let condition): conditions = [(condition, 0)]
        case .value: return 1
        case .question(let query):
            conditions = query.conditions.map { [($0, 0)] } ?? []
            matchers = query.companions.map { ($0.matcher, 0) }
        }
        var size = 0
        while let (condition, depth) = conditions.popLast() {
            size += 1
            guard size <= limit, depth <= 2 * Parser.nestingLimit else { return limit + 1 }
            switch condition {
            case .all(let parts), .any(let parts): conditions += parts.map { ($0, depth + 1) }
            case .not(let part): conditions.append((part, depth + 1))
            case .test(let test): matchers += test.predicate.matchers.map { ($0, depth + 1) }
            }
        }
        while let (matcher, depth) = matchers.popLast() {
            size += 1
            guard size <= limit, depth <= 2 * Parser.nestingLimit else { return limit + 1 }
            switch matcher {
            case .all(let parts), .any(let parts): matchers += parts.map { ($0, depth + 1) }
            case .not(let part): matchers.append((part, depth + 1))
            case .near(let a, let b, _): matchers += [(a, depth + 1), (b, depth + 1)]
            case .phrase, .exactly, .quoted, .regex: break
            }
        }
        return size
    }
}

extension Predicate {
    /// The words in it.
    var matchers: [Matcher] {
        switch self {
        case .says(let matcher), .has(let matcher), .matches(let matcher): [matcher]
        default: []
        }
    }
}
