import QueryLanguage
import Text

extension Matcher {
    /// The words that it demands one by one: no groups, and nothing that is negated.
    var demands: [Matcher] {
        switch self {
        case .phrase, .exactly, .quoted: [self]
        case .regex, .not: []
        case .near(let a, let b, _): a.demands + b.demands + [self]
        case .all(let parts), .any(let parts): parts.flatMap(\.demands)
        }
    }

    /// What stands between the quotation marks; nil for what is no string.
    var pattern: String? {
        switch self {
        case .phrase(_, let pattern, _), .quoted(_, let pattern, _): pattern
        case .exactly(let text, _): text
        default: nil
        }
    }

    /// The bytes that it was written with.
    var range: ByteRange? {
        switch self {
        case .phrase(_, _, let range), .quoted(_, _, let range), .exactly(_, let range), .regex(_, _, let range): range
        case .near(let a, let b, _): a.range.flatMap { first in b.range.map(first.union) }
        case .not(let inner): inner.range
        case .all(let parts), .any(let parts):
            parts.compactMap(\.range).reduce(nil) { whole, part in whole?.union(part) ?? part }
        }
    }

    /// How it is written with another text between its quotation marks.
    func written(_ text: String) -> String {
        switch self {
        case .quoted: "quoted " + quotation(text)
        case .exactly: "exactly " + quotation(text)
        default: quotation(text)
        }
    }
}

extension Condition {
    /// The condition with one of its matchers changed for another, wherever it stands.
    func replacing(_ old: Matcher, by new: Matcher) -> Condition {
        switch self {
        case .not(let inner): return .not(inner.replacing(old, by: new))
        case .all(let parts): return .all(parts.map { $0.replacing(old, by: new) })
        case .any(let parts): return .any(parts.map { $0.replacing(old, by: new) })
        case .test(var test):
            switch test.predicate {
            case .says(let matcher): test.predicate = .says(matcher.replacing(old, by: new))
            case .has(let matcher): test.predicate = .has(matcher.replacing(old, by: new))
            default: break
            }
            return .test(test)
        }
    }
}

extension Matcher {
    fileprivate func replacing(_ old: Matcher, by new: Matcher) -> Matcher {
        if self == old { return new }
        switch self {
        case .phrase, .exactly, .quoted, .regex: return self
        case .not(let inner): return .not(inner.replacing(old, by: new))
        case .all(let parts): return .all(parts.map { $0.replacing(old, by: new) })
        case .any(let parts): return .any(parts.map { $0.replacing(old, by: new) })
        case .near(let a, let b, let distance):
            return .near(a.replacing(old, by: new), b.replacing(old, by: new), distance: distance)
        }
    }
}
