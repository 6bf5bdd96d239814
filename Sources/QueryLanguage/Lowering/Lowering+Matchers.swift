import Text

extension Lowering {
    /// The typed form of words to be found.
    mutating func matcher(_ node: Int) -> Matcher? {
        let range = tree.range(of: node)
        switch kind(node) {
        case .string, .name, .word: return phrase(text(node), range, node)
        case .group:
            guard let inner = children(node).first else { return nil }
            return matcher(inner)
        case .any: return combined(node).map { .any($0) }
        case .all: return combined(node).map { .all($0) }
        case .not:
            guard let inner = children(node).first else { return nil }
            return matcher(inner).map { .not($0) }
        case .near: return near(node)
        case .exactly, .quoted:
            guard let string = children(node).first, kind(string) == .string else { return nil }
            let content = text(string)
            guard kind(node) == .quoted else {
                if content.trimmedBlanks.isEmpty {
                    report(.emptyWords, string)
                    return nil
                }
                return .exactly(content, range)
            }
            guard case .phrase(let phrase, let pattern, _)? = phrase(content, range, string) else { return nil }
            return .quoted(phrase, pattern: pattern, range)
        case .regex: return regex(node, range)
        case .variable: return words(of: node)
        default: return nil
        }
    }

    private mutating func combined(_ node: Int) -> [Matcher]? {
        var matchers: [Matcher] = []
        for child in children(node) {
            if let matcher = matcher(child) { matchers.append(matcher) }
        }
        return matchers.isEmpty ? nil : matchers
    }

    private mutating func phrase(_ pattern: String, _ range: ByteRange, _ node: Int) -> Matcher? {
        let phrase = Phrase(pattern)
        if phrase.words.isEmpty {
            report(.emptyWords, node)
            return nil
        }
        if pattern.dropLast().contains("*") { report(.innerStar(pattern), node) }
        return .phrase(phrase, pattern: pattern, range)
    }

    /// `/…/i`.
    private func regex(_ node: Int, _ range: ByteRange) -> Matcher {
        var pattern = text(node).dropFirst()
        var flags: Substring = ""
        if let end = pattern.lastIndex(of: "/") {
            flags = pattern[pattern.index(after: end)...]
            pattern = pattern[..<end]
        }
        return .regex(
            pattern: pattern.split(separator: "\\/", omittingEmptySubsequences: false).joined(separator: "/"),
            ignoresCase: flags.contains("i"), range)
    }

    /// `a near b near/5 c`, from the left.
    private mutating func near(_ node: Int) -> Matcher? {
        var result: Matcher?
        var distance = 10
        for child in children(node) {
            if kind(child) == .nearOperator {
                let digits = text(child).split(separator: "/").dropFirst().first
                distance = digits.map { min(Int($0) ?? 1000, 1000) } ?? 10
            } else if let matcher = matcher(child) {
                result = result.map { .near($0, matcher, distance: distance) } ?? matcher
            }
        }
        return result
    }
}
