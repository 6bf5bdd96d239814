import Articles
import Dates
import QueryLanguage
import SpeechVerbs
import Text

/// A condition made ready to be run over many quotes: names resolved, dates counted, matchers compiled.
indirect enum Filter: Sendable {
    case test(FieldTest)
    case not(Filter)
    case all([Filter])
    case any([Filter])

    init(_ condition: Condition, _ context: FilterContext) throws(PlanningError) {
        switch condition {
        case .test(let test): self = .test(try FieldTest(test, context))
        case .not(let inner): self = .not(try Filter(inner, context))
        case .all(let parts):
            var filters: [Filter] = []
            for part in parts { filters.append(try Filter(part, context)) }
            self = .all(filters)
        case .any(let parts):
            var filters: [Filter] = []
            for part in parts { filters.append(try Filter(part, context)) }
            self = .any(filters)
        }
    }

    /// What a quote does to a condition.
    struct Verdict: Hashable, Sendable {
        /// Whether it passes, where a test on something unknown is false.
        var passes: Bool
        /// Whether the answer rests on something unknown.
        var isUncertain: Bool
    }

    /// Tests one quote.
    func verdict(_ quote: ReadQuote) -> Verdict {
        switch self {
        case .test(let test):
            return Verdict(passes: test.passes(quote), isUncertain: !test.isDecided(quote))
        case .not(let inner):
            let verdict = inner.verdict(quote)
            return Verdict(passes: !verdict.passes, isUncertain: verdict.isUncertain)
        case .all(let parts):
            let verdicts = parts.map { $0.verdict(quote) }
            // A part that is false for certain decides, whatever is unknown beside it.
            let isSure = verdicts.contains { !$0.passes && !$0.isUncertain }
            return Verdict(
                passes: verdicts.allSatisfy(\.passes), isUncertain: !isSure && verdicts.contains(where: \.isUncertain))
        case .any(let parts):
            let verdicts = parts.map { $0.verdict(quote) }
            let isSure = verdicts.contains { $0.passes && !$0.isUncertain }
            return Verdict(
                passes: verdicts.contains(where: \.passes),
                isUncertain: !isSure && verdicts.contains(where: \.isUncertain))
        }
    }

    /// Where the words that the condition asks for stand in a quote that passes it, in bytes of its joined text.
    func matches(_ quote: ReadQuote) -> [ByteRange] {
        switch self {
        case .test(let test): test.matches(quote)
        case .not: []
        case .all(let parts): parts.flatMap { $0.matches(quote) }
        case .any(let parts): parts.filter { $0.verdict(quote).passes }.flatMap { $0.matches(quote) }
        }
    }
}

extension Filter {
    /// The words whose places `matches` tells of a quote that passes; nil where it takes more than the words to say which these are.
    var markedWords: [(test: WordTest, seesBehind: Bool)]? {
        switch self {
        case .test(let test): return [test.markedWords].compactMap(\.self)
        case .not: return []
        case .all(let parts):
            let words = parts.compactMap(\.markedWords)
            return words.count == parts.count ? words.flatMap(\.self) : nil
        case .any(let parts):
            // Words that do not pass are nowhere, but a part of several tests can fail for another one.
            let areSingle = parts.allSatisfy { if case .test = $0 { true } else { false } }
            return areSingle ? parts.compactMap(\.markedWords).flatMap(\.self) : nil
        }
    }
}

/// What names and dates in a condition mean.
struct FilterContext {
    var names: NameBook
    var today: CalendarDay
}

/// A quote with its words, which are folded once however many tests look at them.
struct ReadQuote {
    let record: QuoteRecord
    let text: QuoteText
    /// What the words stand for.
    let behind: QuoteText?

    init(_ record: QuoteRecord) {
        self.record = record
        text = QuoteText(record)
        behind = record.printed.antecedent.map { QuoteText($0) }
    }
}
