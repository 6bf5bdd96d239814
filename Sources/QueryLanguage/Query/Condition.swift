package import Dates
package import SpeechVerbs
package import Text

/// What a quote must pass.
package indirect enum Condition: Hashable, Sendable {
    case test(Test)
    case not(Condition)
    case all([Condition])
    case any([Condition])

    /// All of some conditions, without needless nesting; nil of none.
    package static func all(of conditions: [Condition]) -> Condition? {
        guard conditions.count > 1 else { return conditions.first }
        var parts: [Condition] = []
        for condition in conditions {
            if case .all(let inner) = condition { parts += inner } else { parts.append(condition) }
        }
        return .all(parts)
    }
}

/// One test of one field.
package struct Test: Hashable, Sendable {
    package var field: Field
    package var predicate: Predicate
    /// The bytes that it was written with.
    package var range: ByteRange

    package init(_ field: Field, _ predicate: Predicate, _ range: ByteRange) {
        self.field = field
        self.predicate = predicate
        self.range = range
    }
}

/// What is asked of a field's value. A predicate on an unknown value is false; `!=` is `not` around `equals`.
package enum Predicate: Hashable, Sendable {
    /// `=` and `is VALUE`: the field is, or has among its parts, this value.
    case equals(Value)
    case compares(Comparison, Value)
    /// `in (…)`.
    case isOneOf([Value])
    case isBetween(Value, Value)
    /// Of `text`: the words of the question, which also see what an anaphor stands for (`who said W`).
    case says(Matcher)
    /// `text has W`: the print alone; of `about`: what the words or what they stand for mention, names expanded.
    case has(Matcher)
    /// `matches /…/`: the matcher is a regular expression.
    case matches(Matcher)
    /// `is known`.
    case isKnown
    /// `is named`.
    case isNamed
    /// Of `cue`: the quote performs this act (`who denied …`).
    case performs(SpeechAct)
}

/// The comparisons of dates and numbers. On intervals: `<` ends before it starts, `<=` ends by its end, `>` begins after
/// its end, `>=` begins at or after its start.
package enum Comparison: String, CaseIterable, Hashable, Sendable {
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
}

/// What a field is compared with.
package enum Value: Hashable, Sendable {
    /// A name or a word, bare or quoted; `isExact` after `exactly`.
    case text(String, isExact: Bool, ByteRange)
    case number(Double, ByteRange)
    case date(DateExpression, ByteRange)

    /// The bytes that it was written with.
    package var range: ByteRange {
        switch self {
        case .text(_, _, let range), .number(_, let range), .date(_, let range): range
        }
    }
}

/// A date as written; `interval(today:)` gives the days it stands for.
package enum DateExpression: Hashable, Sendable {
    /// `2014-01-13`, `January 2014`, `2014`.
    case interval(DateInterval)
    case today
    case yesterday
    /// `last month`: the calendar unit before the one of today.
    case last(DateUnit)
    /// `this month`.
    case this(DateUnit)
    /// `3 days ago`, that day; `2 months ago`, that month.
    case ago(Int, DateUnit)
    /// `May`: the latest one that began not after today.
    case month(Int)
    /// `13 January`: the latest one not after today.
    case monthDay(month: Int, day: Int)
    /// `Monday`: the latest one not after today.
    case weekday(Weekday)
}
