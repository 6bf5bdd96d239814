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
        /// A line that begins with a dot: `.help cue`, name and argument; for the shell.
        case dot(name: String, argument: String, ByteRange)
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
