package import Text

/// A question as it was understood: the typed form of a parsed statement, with the ranges it came from.
///
/// All that restricts the quotes, whatever clause it was written in, is in `conditions`; a query knows nothing of any
/// archive, of the clock, or of how its answer will look.
package struct Query: Hashable, Sendable {
    /// What the rows are.
    package var question: Question
    /// What every quote of a row must pass; nil where nothing restricts it.
    package var conditions: Condition?
    /// `with` and `without`: words that another quote of the row must, or none may, hold.
    package var companions: [Companion] = []
    /// Whether superseded versions are searched too.
    package var inAnyVersion = false
    /// The earlier answer to which the rows are narrowed.
    package var among: Among?
    /// `per`: the fields by which rows are counted.
    package var grouping: [Grouping] = []
    /// `order by`: the keys, first first; empty for the order of `Question`.
    package var order: [OrderKey] = []
    /// `top` or `sample`.
    package var limit: Limit?
    /// `as`.
    package var format: OutputFormat?
    /// The bytes of the whole question.
    package var range: ByteRange

    package init(question: Question, range: ByteRange) {
        self.question = question
        self.range = range
    }

    /// What the rows of an answer are.
    package enum Question: Hashable, Sendable {
        /// Statements, speaker first. The verb, the words and the people are in `conditions`.
        case who
        /// Statements, words first.
        case what
        /// Statements, date first.
        case when
        /// Statements, place first.
        case place
        /// A list of things.
        case list(Noun)
        /// Their number.
        case howMany(Noun)
        /// All reports of each matching statement.
        case wordings
        /// Paragraphs, or quotes, that differ between versions.
        case changes(ofQuotes: Bool)
    }

    /// The things that can be listed and counted.
    package enum Noun: String, CaseIterable, Hashable, Sendable {
        case quotes, statements, articles, speakers, outlets
    }

    /// Words that the other quotes of a row must hold, or must not.
    package struct Companion: Hashable, Sendable {
        package var matcher: Matcher
        /// Whether it was `without`.
        package var isExcluded: Bool

        package init(matcher: Matcher, isExcluded: Bool) {
            self.matcher = matcher
            self.isExcluded = isExcluded
        }
    }

    /// An earlier answer.
    package enum Among: Hashable, Sendable {
        /// `_`: the last one.
        case last
        /// `$q`: the answer to a defined question.
        case query(Box<Query>)
    }

    /// A field after `per`; dates are grouped by a unit.
    package struct Grouping: Hashable, Sendable {
        package var field: Field
        /// The unit of a date field, from `per month`, which groups `date`.
        package var unit: DateUnit?
        package var range: ByteRange

        package init(field: Field, unit: DateUnit? = nil, range: ByteRange) {
            self.field = field
            self.unit = unit
            self.range = range
        }
    }

    /// A key after `order by`.
    package struct OrderKey: Hashable, Sendable {
        package var field: Key
        package var isDescending: Bool

        package init(field: Key, isDescending: Bool) {
            self.field = field
            self.isDescending = isDescending
        }

        /// What rows are ordered by.
        package enum Key: Hashable, Sendable {
            case field(Field)
            /// The number of a counted row.
            case count
            /// The words beside what matched.
            case context(Side)
        }

        /// Where words stand that are beside others.
        package enum Side: String, CaseIterable, Hashable, Sendable {
            /// Those before, the nearest first.
            case left
            /// Those after.
            case right
        }
    }

    /// How many rows are wanted.
    package enum Limit: Hashable, Sendable {
        case top(Int, withTies: Bool)
        case sample(Int, seed: UInt64)
    }
}

/// A value stored out of line, so that a struct can hold another of its own type.
package final class Box<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value. (A class, because a struct cannot contain itself.)
    package let value: Value
    package init(_ value: Value) { self.value = value }
    package static func == (a: Box, b: Box) -> Bool { a.value == b.value }
    package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// The units by which dates are grouped.
package enum DateUnit: String, CaseIterable, Hashable, Sendable {
    case day, week, month, year
}

/// The shapes in which an answer can be written.
package enum OutputFormat: String, CaseIterable, Hashable, Sendable {
    case table, lines, kwic, json, jsonl, csv, markdown, html
}
