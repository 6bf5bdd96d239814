import Dates
import SpeechVerbs
import Text

extension Lowering {
    /// The typed form of a condition.
    mutating func condition(_ node: Int) -> Condition? {
        switch kind(node) {
        case .group:
            guard let inner = children(node).first else { return nil }
            return condition(inner)
        case .any: return combined(node).map { $0.count > 1 ? .any($0) : $0[0] }
        case .all: return combined(node).flatMap { Condition.all(of: $0) }
        case .not:
            guard let inner = children(node).first else { return nil }
            return condition(inner).map { .not($0) }
        case .variable: return condition(of: node)
        case .test: return test(node)
        default: return nil
        }
    }

    private mutating func combined(_ node: Int) -> [Condition]? {
        var conditions: [Condition] = []
        for child in children(node) {
            if let condition = condition(child) { conditions.append(condition) }
        }
        return conditions.isEmpty ? nil : conditions
    }

    private mutating func test(_ node: Int) -> Condition? {
        let parts = children(node)
        guard parts.count >= 3, kind(parts[0]) == .field, let field = Field(rawValue: keyword(parts[0])) else {
            return nil
        }
        let range = tree.range(of: node)
        let comparison = lexemes(parts[1]).map { $0.keyword.isEmpty ? $0.text : $0.keyword }.joined(separator: " ")
        switch comparison {
        case "=", "==", ":", "is":
            if kind(parts[2]) == .property { return property(field, parts[2], range) }
            return equality(field, parts[2], range, node)
        case "!=", "<>", "is not":
            let test =
                kind(parts[2]) == .property
                ? property(field, parts[2], range) : equality(field, parts[2], range, node)
            return test.map { .not($0) }
        case "<", "<=", ">", ">=":
            guard field.type == .date || field.type == .number else { return unfit(field, comparison, parts[1]) }
            guard let value = value(parts[2], of: field) else { return nil }
            return Comparison(rawValue: comparison).map { .test(Test(field, .compares($0, value), range)) }
        case "between":
            guard field.type == .date || field.type == .number else { return unfit(field, comparison, parts[1]) }
            let ends = parts.dropFirst(2).compactMap { value($0, of: field) }
            return ends.count == 2 ? .test(Test(field, .isBetween(ends[0], ends[1]), range)) : nil
        case "in": return membership(field, parts, range)
        case "not in": return membership(field, parts, range).map { .not($0) }
        case "has", "matches", "=~", "~":
            guard field.type == .text else { return unfit(field, comparison, parts[1]) }
            guard let matcher = matcher(parts[2]) else { return nil }
            return .test(Test(field, comparison == "has" ? .has(matcher) : .matches(matcher), range))
        default: return nil
        }
    }

    private mutating func unfit(_ field: Field, _ test: String, _ node: Int) -> Condition? {
        report(.unfitTest(field: field, test: test), node)
        return nil
    }

    /// `is known`, `is unknown`, `is named`, `is unnamed`.
    private mutating func property(_ field: Field, _ node: Int, _ range: ByteRange) -> Condition? {
        let known = Condition.test(Test(field, .isKnown, range))
        switch keyword(node) {
        case "known": return known
        case "unknown": return .not(known)
        case let word:
            guard field == .speaker || field == .to || field == .via else {
                return unfit(field, "is \(word)", node)
            }
            let named = Condition.test(Test(field, .isNamed, range))
            return word == "named" ? named : .all([known, .not(named)])
        }
    }

    /// `FIELD = VALUE`, in the way of the field's type.
    mutating func equality(_ field: Field, _ node: Int, _ range: ByteRange, _ test: Int? = nil) -> Condition? {
        switch field.type {
        case .verb: return cue(field, node, range)
        case .date where field == .said && kind(node) == .string && !isDate(node):
            let edit = Finding.Edit(range: range, replacement: "text has \(quotation(text(node)))")
            report(.habit(.saidIsWords, found: "", edit: edit), test ?? node)
            return nil
        case .text where field == .about || field == .mentions:
            if kind(node) == .exactly { return matcher(node).map { .test(Test(field, .has($0), range)) } }
            return matcher(node).map { .test(Test(field, .has($0), range)) }
        default: break
        }
        if kind(node) == .variable, let names = values(of: node), names.count > 1 {
            return .test(Test(field, .isOneOf(names), range))
        }
        return value(node, of: field).map { .test(Test(field, .equals($0), range)) }
    }

    private func isDate(_ node: Int) -> Bool { DateReading(Lowering.lexemes(inside: text(node))) != nil }

    /// A verb of the catalogue stands for its act, everything else for the print.
    private mutating func cue(_ field: Field, _ node: Int, _ range: ByteRange) -> Condition? {
        guard let value = value(node, of: field) else { return nil }
        guard case .text(let text, isExact: false, let place) = value else {
            return .test(Test(field, .equals(value), range))
        }
        let words = text.lowercased().split(separator: " ").map(String.init)
        if let first = words.first, words.count <= 2,
            let verb = SpokenVerb(first, particle: words.count > 1 ? words[1] : nil), verb.count == words.count
        {
            let acts = verb.acts.isEmpty ? [SpeechAct.say] : verb.acts
            return self.acts(acts, range)
        }
        problems.append(Problem(finding: .unknownCue(text), range: place))
        return .test(Test(field, .equals(value), range))
    }

    /// `FIELD in (…)`.
    private mutating func membership(_ field: Field, _ parts: [Int], _ range: ByteRange) -> Condition? {
        let nodes = parts.dropFirst(2).filter { kind($0) != .missing }
        guard !nodes.isEmpty else { return nil }
        if field.type == .verb || field == .about || field == .mentions {
            var tests: [Condition] = []
            for node in nodes {
                if let test = equality(field, node, range) { tests.append(test) }
            }
            return tests.count > 1 ? .any(tests) : tests.first
        }
        var values: [Value] = []
        for node in nodes {
            if let value = value(node, of: field) { values.append(value) }
        }
        return values.isEmpty ? nil : .test(Test(field, .isOneOf(values), range))
    }
}
