package import Text

/// One statement of the language, typed.
package enum Statement: Hashable, Sendable {
    case question(Query)
    case definition(Definition)
    case expectation(Expectation)
    case command(Command)

    /// `let NAME = …`.
    package struct Definition: Hashable, Sendable {
        package var name: String
        package var nameRange: ByteRange
        package var value: Value

        package init(name: String, nameRange: ByteRange, value: Value) {
            self.name = name
            self.nameRange = nameRange
            self.value = value
        }

        /// What a name can stand for.
        package enum Value: Hashable, Sendable {
            case words(Matcher)
            case condition(Condition)
            case value(QueryLanguage.Value)
            case question(Query)
        }
    }

    /// `expect …`: what the last answer must be.
    package struct Expectation: Hashable, Sendable {
        package var claim: Claim
        package var range: ByteRange

        package init(claim: Claim, range: ByteRange) {
            self.claim = claim
            self.range = range
        }

        /// What is claimed of the rows.
        package enum Claim: Hashable, Sendable {
            case rows(Bound, Int)
            case some(Condition)
            case every(Condition)
            case no(Condition)
            /// `first row where …`.
            case first(Condition)
        }

        /// How a number of rows is bounded.
        package enum Bound: Hashable, Sendable {
            case exactly, atLeast, atMost
        }
    }

    /// What is neither a question nor a definition.
    package enum Command: Hashable, Sendable {
        /// `show #2`.
        case show(Reference)
        case why(Reference)
        case open(Reference)
        case explain(Query)
        /// `describe [FIELD|NAME]`.
        case describe(String?, ByteRange)
        /// `include "file.ask"`.
        case include(path: String, ByteRange)
        /// A change of the editorial layer.
        case edit(Edit)
        /// `corrections [as FORMAT]`: what was changed, by whom and when.
        case corrections(OutputFormat?)
        /// A line that begins with a dot: `.help cue`, name and argument; for the shell.
        case dot(name: String, argument: String, ByteRange)
    }

    /// What a person knows better than the annotator did.
    package enum Edit: Hashable, Sendable {
        case correct(Correction)
        /// `reject #3 [all]`: this is no quote.
        case reject(Reference, isForAll: Bool)
        /// `merge NAME into NAME`: two names of one speaker; both values are texts.
        case merge(Value, into: Value)
        /// `split NAME from NAME`: a name that belongs to somebody else; both values are texts.
        case split(Value, from: Value)
        /// `undo [NUMBER]`: takes back the latest correction, or the numbered one.
        case undo(Int?, ByteRange)

        /// The bytes that it is about.
        package var range: ByteRange {
            switch self {
            case .correct(let correction): correction.reference.range
            case .reject(let reference, _): reference.range
            case .merge(let name, let other), .split(let name, let other): name.range.union(other.range)
            case .undo(_, let range): range
            }
        }
    }

    /// `correct REF [all] FIELD = VALUE`.
    package struct Correction: Hashable, Sendable {
        package var reference: Reference
        /// Whether all quotes of the row are meant.
        package var isForAll: Bool
        /// One of `Field.correctable`.
        package var field: Field
        /// The values, several for joint speakers; none for `is unknown`.
        package var values: [Value]
        package var range: ByteRange

        package init(reference: Reference, isForAll: Bool, field: Field, values: [Value], range: ByteRange) {
            self.reference = reference
            self.isForAll = isForAll
            self.field = field
            self.values = values
            self.range = range
        }
    }

    /// Something that was answered before.
    package enum Reference: Hashable, Sendable {
        /// `#3`, or `#3.2` for its second report.
        case row(Int, report: Int?, ByteRange)
        /// `q:7f3a91…`: a quote for ever.
        case quote(String, ByteRange)

        /// The bytes that it was written with.
        package var range: ByteRange {
            switch self {
            case .row(_, _, let range), .quote(_, let range): range
            }
        }
    }
}
