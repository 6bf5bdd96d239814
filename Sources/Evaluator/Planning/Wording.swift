import Dates
import QueryLanguage
import SpeechVerbs
import Text

/// Parts of a question in words, for `explain` and for notes. Stable: golden tests compare it.
enum Wording {
    static func of(_ condition: Condition, isNested: Bool = false) -> String {
        switch condition {
        case .test(let test): return of(test)
        case .not(.test(let test)):
            switch test.predicate {
            case .isKnown: return "\(test.field.rawValue) is unknown"
            case .isNamed: return "\(test.field.rawValue) is not named"
            case .equals(let value): return "\(test.field.rawValue) is not \(of(value))"
            default: return "not " + of(test)
            }
        case .not(let inner): return "not " + of(inner, isNested: true)
        case .all(let parts): return joined(parts.map { of($0, isNested: true) }, " and ", isNested)
        case .any(let parts): return joined(parts.map { of($0, isNested: true) }, " or ", isNested)
        }
    }

    static func of(_ test: Test) -> String {
        let field = test.field.rawValue
        switch test.predicate {
        case .equals(let value): return "\(field) is \(of(value))"
        case .compares(let comparison, let value): return "\(field) \(comparison.rawValue) \(of(value))"
        case .isOneOf(let values): return "\(field) is one of \(values.map(of).joined(separator: ", "))"
        case .isBetween(let low, let high): return "\(field) is between \(of(low)) and \(of(high))"
        case .says(let matcher): return "the words have \(of(matcher))"
        case .has(let matcher):
            switch test.field {
            case .about: return "the words are about \(of(matcher))"
            case .text: return "the print has \(of(matcher))"
            default: return "\(field) has \(of(matcher))"
            }
        case .matches(let matcher): return "\(field) matches \(of(matcher))"
        case .isKnown: return "\(field) is known"
        case .isNamed: return "\(field) is named"
        case .performs(let act): return "the act is to \(act.rawValue)"
        }
    }

    static func of(_ value: Value) -> String {
        switch value {
        case .text(let text, let isExact, _): (isExact ? "exactly " : "") + text
        case .number(let number, _): of(number)
        case .date(let date, _): of(date)
        }
    }

    /// A number without a needless `.0`.
    static func of(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? String(number) }

    static func of(_ date: DateExpression) -> String {
        switch date {
        case .interval(let interval): interval.description
        case .today: "today"
        case .yesterday: "yesterday"
        case .last(let unit): "last \(unit.rawValue)"
        case .this(let unit): "this \(unit.rawValue)"
        case .ago(let count, let unit): "\(count) \(unit.rawValue)\(count == 1 ? "" : "s") ago"
        case .month(let month): (1...12).contains(month) ? MonthName.name(month) : "month \(month)"
        case .monthDay(let month, let day): (1...12).contains(month) ? "\(day) \(MonthName.name(month))" : "day \(day)"
        case .weekday(let weekday): weekday.rawValue.prefix(1).uppercased() + weekday.rawValue.dropFirst()
        }
    }

    static func of(_ matcher: Matcher, isNested: Bool = false) -> String {
        switch matcher {
        case .phrase(_, let pattern, _): return "\"\(pattern)\""
        case .exactly(let text, _): return "exactly \"\(text)\""
        case .quoted(_, let pattern, _): return "in quotation marks \"\(pattern)\""
        case .regex(let pattern, let ignoresCase, _): return "/\(pattern)/\(ignoresCase ? "i" : "")"
        case .near(let a, let b, let distance):
            return "\(of(a, isNested: true)) at most \(distance) words from \(of(b, isNested: true))"
        case .not(let inner): return "not " + of(inner, isNested: true)
        case .all(let parts): return joined(parts.map { of($0, isNested: true) }, " and ", isNested)
        case .any(let parts): return joined(parts.map { of($0, isNested: true) }, " or ", isNested)
        }
    }

    static func of(_ grouping: Query.Grouping) -> String {
        grouping.unit.map { "\($0.rawValue) of \(grouping.field.rawValue)" } ?? grouping.field.rawValue
    }

    /// The keys by which the rows are ordered.
    static func order(_ query: Query) -> String {
        if query.order.isEmpty {
            switch query.question {
            case .howMany where query.grouping.contains(where: { $0.field.type == .date }): return "date, then count"
            case .howMany, .list(.speakers), .list(.outlets): return "count descending, then name"
            case .list(.articles): return "published, outlet, article"
            case .changes: return "article, version, place in the text"
            default: return "date, published, outlet, article, place in the text"
            }
        }
        return query.order.map { key in
            let name =
                switch key.field {
                case .field(let field): field.rawValue
                case .count: "count"
                case .context(let side): "words on the \(side.rawValue)"
                }
            return key.isDescending ? name + " descending" : name
        }.joined(separator: ", ")
    }

    private static func joined(_ parts: [String], _ word: String, _ isNested: Bool) -> String {
        let text = parts.joined(separator: word)
        return isNested && parts.count > 1 ? "(\(text))" : text
    }
}
