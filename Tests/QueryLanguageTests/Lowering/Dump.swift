import Dates
import SpeechVerbs
import Text

@testable import QueryLanguage

/// Writes typed statements as one short line each, so that a table can hold what every example means.
enum Dump {
    static func text(_ statement: Statement?) -> String {
        switch statement {
        case nil: "nothing"
        case .question(let query): text(query)
        case .definition(let definition): "let \(definition.name): " + text(definition.value)
        case .expectation(let expectation): "expect " + text(expectation.claim)
        case .command(let command): text(command)
        }
    }

    static func text(_ value: Statement.Definition.Value) -> String {
        switch value {
        case .words(let matcher): text(matcher)
        case .condition(let condition): text(condition)
        case .value(let value): text(value)
        case .question(let query): text(query)
        }
    }

    static func text(_ claim: Statement.Expectation.Claim) -> String {
        switch claim {
        case .rows(let bound, let count): "rows \(bound) \(count)"
        case .some(let condition): "some " + text(condition)
        case .every(let condition): "every " + text(condition)
        case .no(let condition): "no " + text(condition)
        case .first(let condition): "first " + text(condition)
        }
    }

    static func text(_ command: Statement.Command) -> String {
        switch command {
        case .show(let reference): "show " + text(reference)
        case .why(let reference): "why " + text(reference)
        case .open(let reference): "open " + text(reference)
        case .explain(let query): "explain " + text(query)
        case .describe(let topic, _): "describe \(topic ?? "-")"
        case .include(let path, _): "include \(path)"
        case .edit(let edit): text(edit)
        case .corrections(let format): "corrections" + (format.map { " as \($0)" } ?? "")
        case .dot(let name, let argument, _): "dot \(name) [\(argument)]"
        }
    }

    static func text(_ edit: Statement.Edit) -> String {
        switch edit {
        case .correct(let correction):
            "correct " + text(correction.reference) + (correction.isForAll ? " all" : "")
                + " \(correction.field) = [\(correction.values.map(text).joined(separator: ", "))]"
        case .reject(let reference, let isForAll): "reject " + text(reference) + (isForAll ? " all" : "")
        case .merge(let name, let other): "merge \(text(name)) into \(text(other))"
        case .split(let name, let other): "split \(text(name)) from \(text(other))"
        case .undo(let number, _): "undo" + (number.map { " \($0)" } ?? "")
        }
    }

    static func text(_ reference: Statement.Reference) -> String {
        switch reference {
        case .row(let row, let report, _): "#\(row)" + (report.map { ".\($0)" } ?? "")
        case .quote(let id, _): "q:\(id)"
        }
    }

    static func text(_ query: Query) -> String {
        var parts: [String] = []
        parts.append(text(query.question))
        if let conditions = query.conditions { parts.append(text(conditions)) }
        parts += query.companions.map { ($0.isExcluded ? "without " : "with ") + text($0.matcher) }
        if query.inAnyVersion { parts.append("any version") }
        switch query.among {
        case .last: parts.append("among last")
        case .query(let box): parts.append("among (\(text(box.value)))")
        case nil: break
        }
        if !query.grouping.isEmpty {
            parts.append(
                "per "
                    + query.grouping.map { "\($0.field)" + ($0.unit.map { " by \($0)" } ?? "") }.joined(separator: ", ")
            )
        }
        if !query.order.isEmpty {
            parts.append("order " + query.order.map { text($0) }.joined(separator: ", "))
        }
        switch query.limit {
        case .top(let count, let ties): parts.append("top \(count)" + (ties ? " with ties" : ""))
        case .sample(let count, let seed): parts.append("sample \(count) seed \(seed)")
        case nil: break
        }
        if let format = query.format { parts.append("as \(format)") }
        return parts.joined(separator: " | ")
    }

    private static func text(_ key: Query.OrderKey) -> String {
        let name =
            switch key.field {
            case .context(let side): side.rawValue
            case .field(let field): field.rawValue
            case .count: "count"
            }
        return name + (key.isDescending ? " desc" : "")
    }

    private static func text(_ question: Query.Question) -> String {
        switch question {
        case .who: "who"
        case .what: "what"
        case .when: "when"
        case .place: "where"
        case .list(let noun): noun.rawValue
        case .howMany(let noun): "how many \(noun)"
        case .wordings: "wordings"
        case .changes(let ofQuotes): ofQuotes ? "changes of quotes" : "changes"
        }
    }

    static func text(_ condition: Condition) -> String {
        switch condition {
        case .test(let test): "\(test.field) " + text(test.predicate)
        case .not(let part): "not(\(text(part)))"
        case .all(let parts): parts.map { isAny($0) ? "(\(text($0)))" : text($0) }.joined(separator: " & ")
        case .any(let parts): parts.map { isAll($0) ? "(\(text($0)))" : text($0) }.joined(separator: " or ")
        }
    }

    private static func isAny(_ condition: Condition) -> Bool {
        if case .any = condition { true } else { false }
    }

    private static func isAll(_ condition: Condition) -> Bool {
        if case .all = condition { true } else { false }
    }

    static func text(_ predicate: Predicate) -> String {
        switch predicate {
        case .equals(let value): "= " + text(value)
        case .compares(let comparison, let value): comparison.rawValue + " " + text(value)
        case .isOneOf(let values): "in [" + values.map { text($0) }.joined(separator: ", ") + "]"
        case .isBetween(let a, let b): "between \(text(a)) and \(text(b))"
        case .says(let matcher): "says " + text(matcher)
        case .has(let matcher): "has " + text(matcher)
        case .matches(let matcher): "matches " + text(matcher)
        case .isKnown: "is known"
        case .isNamed: "is named"
        case .performs(let act): "performs \(act)"
        }
    }

    static func text(_ value: Value) -> String {
        switch value {
        case .text(let text, let isExact, _): (isExact ? "exactly " : "") + text
        case .number(let number, _): number == number.rounded() ? "\(Int(number))" : "\(number)"
        case .date(.interval(let interval), _): interval.description
        case .date(let date, _): "\(date)"
        }
    }

    static func text(_ matcher: Matcher) -> String {
        switch matcher {
        case .phrase(_, let pattern, _): "\"\(pattern)\""
        case .exactly(let text, _): "exactly \"\(text)\""
        case .quoted(_, let pattern, _): "quoted \"\(pattern)\""
        case .regex(let pattern, let ignoresCase, _): "/\(pattern)/\(ignoresCase ? "i" : "")"
        case .near(let a, let b, let distance): "(\(text(a)) near/\(distance) \(text(b)))"
        case .not(let part): "not(\(text(part)))"
        case .all(let parts): "(" + parts.map { text($0) }.joined(separator: " and ") + ")"
        case .any(let parts): "(" + parts.map { text($0) }.joined(separator: " or ") + ")"
        }
    }
}
