import Dates
import Text

/// What a name stands for is moved to the place where the name is used, so that every range lies in the text at hand.
extension Matcher {
    func moved(to range: ByteRange) -> Matcher {
        switch self {
        case .phrase(let phrase, let pattern, _): .phrase(phrase, pattern: pattern, range)
        case .exactly(let text, _): .exactly(text, range)
        case .quoted(let phrase, let pattern, _): .quoted(phrase, pattern: pattern, range)
        case .regex(let pattern, let ignoresCase, _): .regex(pattern: pattern, ignoresCase: ignoresCase, range)
        case .near(let a, let b, let distance): .near(a.moved(to: range), b.moved(to: range), distance: distance)
        case .not(let part): .not(part.moved(to: range))
        case .all(let parts): .all(parts.map { $0.moved(to: range) })
        case .any(let parts): .any(parts.map { $0.moved(to: range) })
        }
    }
}

extension Condition {
    func moved(to range: ByteRange) -> Condition {
        switch self {
        case .test(let test): .test(Test(test.field, test.predicate.moved(to: range), range))
        case .not(let part): .not(part.moved(to: range))
        case .all(let parts): .all(parts.map { $0.moved(to: range) })
        case .any(let parts): .any(parts.map { $0.moved(to: range) })
        }
    }
}

extension Predicate {
    func moved(to range: ByteRange) -> Predicate {
        switch self {
        case .equals(let value): .equals(value.moved(to: range))
        case .compares(let comparison, let value): .compares(comparison, value.moved(to: range))
        case .isOneOf(let values): .isOneOf(values.map { $0.moved(to: range) })
        case .isBetween(let a, let b): .isBetween(a.moved(to: range), b.moved(to: range))
        case .says(let matcher): .says(matcher.moved(to: range))
        case .has(let matcher): .has(matcher.moved(to: range))
        case .matches(let matcher): .matches(matcher.moved(to: range))
        case .isKnown, .isNamed, .performs: self
        }
    }
}

extension Value {
    func moved(to range: ByteRange) -> Value {
        switch self {
        case .text(let text, let isExact, _): .text(text, isExact: isExact, range)
        case .number(let number, _): .number(number, range)
        case .date(let date, _): .date(date, range)
        }
    }

    /// The value as one would write it.
    package var written: String {
        switch self {
        case .text(let text, _, _): text
        case .number(let number, _): number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
        case .date(.interval(let interval), _): interval.description
        case .date: "a date"
        }
    }
}

extension Query {
    func moved(to range: ByteRange) -> Query {
        var query = self
        query.range = range
        if case .query(let box)? = among { query.among = .query(Box(box.value.moved(to: range))) }
        query.conditions = conditions?.moved(to: range)
        query.companions = companions.map { Companion(matcher: $0.matcher.moved(to: range), isExcluded: $0.isExcluded) }
        query.grouping = grouping.map { Grouping(field: $0.field, unit: $0.unit, range: range) }
        return query
    }
}
