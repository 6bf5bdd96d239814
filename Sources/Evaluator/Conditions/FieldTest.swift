import Articles
import Dates
import QueryLanguage
import SpeechVerbs
import Text

/// One test of one field, made ready.
struct FieldTest: Sendable {
    let field: Field
    private let check: Check

    private enum Check: Sendable {
        /// One of these values.
        case values([ValueTest])
        case days(Comparison, DateInterval)
        case daysBetween(DateInterval, DateInterval)
        case number(Comparison, Double)
        case numberBetween(Double, Double)
        /// Words; `seesBehind` where they may be in what an anaphor stands for.
        case words(WordTest, seesBehind: Bool)
        case isKnown
        case isNamed
        case performs(SpeechAct)
        case never
    }

    init(_ test: Test, _ context: FilterContext) throws(PlanningError) {
        field = test.field
        switch test.predicate {
        case .equals(let value):
            check = .values([try ValueTest(test.field, value, context)])
        case .isOneOf(let values):
            var tests: [ValueTest] = []
            for value in values { tests.append(try ValueTest(test.field, value, context)) }
            check = .values(tests)
        case .compares(let comparison, .date(let date, _)):
            check = .days(comparison, date.interval(today: context.today))
        case .compares(let comparison, .number(let number, _)): check = .number(comparison, number)
        case .compares: check = .never
        case .isBetween(.date(let first, _), .date(let last, _)):
            check = .daysBetween(first.interval(today: context.today), last.interval(today: context.today))
        case .isBetween(.number(let low, _), .number(let high, _)): check = .numberBetween(low, high)
        case .isBetween: check = .never
        case .says(let matcher): check = .words(try WordTest(matcher), seesBehind: true)
        case .has(let matcher):
            let names = context.names
            let isName = test.field == .about || test.field == .mentions
            check = .words(
                try WordTest(matcher, expand: isName ? { names.otherForms(of: $0) } : { _ in [] }),
                seesBehind: test.field == .about)
        case .matches(let matcher): check = .words(try WordTest(matcher), seesBehind: false)
        case .isKnown: check = .isKnown
        case .isNamed: check = .isNamed
        case .performs(let act): check = .performs(act)
        }
    }

    /// Whether a quote passes; false where the field is unknown.
    func passes(_ quote: ReadQuote) -> Bool {
        let record = quote.record
        switch check {
        case .values(let tests):
            return tests.contains { $0.passes(quote) }
        case .days, .daysBetween:
            return FieldValues.days(field, of: record).flatMap(passes) ?? false
        case .number(let comparison, let literal):
            guard let number = FieldValues.number(field, of: record) else { return false }
            switch comparison {
            case .less: return number < literal
            case .atMost: return number <= literal
            case .greater: return number > literal
            case .atLeast: return number >= literal
            }
        case .numberBetween(let low, let high):
            guard let number = FieldValues.number(field, of: record) else { return false }
            return low <= number && number <= high
        case .words(let test, let seesBehind):
            return finding(test, seesBehind, quote).holds
        case .isKnown:
            return FieldValues.isKnown(field, of: record)
        case .isNamed:
            switch field {
            case .to: return record.addressee?.speaker.isNamed ?? false
            case .via: return record.via.contains(where: \.speaker.isNamed)
            default: return record.speakers.contains(where: \.speaker.isNamed)
            }
        case .performs(let act):
            return record.quote.cue?.act == act
        case .never:
            return false
        }
    }

    /// Whether a date passes; nil where the test is about more than the date.
    func passes(_ days: DateInterval) -> Bool? {
        switch check {
        case .days(.less, let literal): days.last < literal.first
        case .days(.atMost, let literal): days.last <= literal.last
        case .days(.greater, let literal): days.first > literal.last
        case .days(.atLeast, let literal): days.first >= literal.first
        case .daysBetween(let first, let last): days.first >= first.first && days.last <= last.last
        case .values(let values):
            values.contains { $0.days == nil } ? nil : values.contains { $0.days?.contains(days) ?? false }
        case .isKnown where field.type == .date: true
        default: nil
        }
    }

    /// The words that the test looks for in what was said, and whether they may be in what an anaphor stands for; nil for any other test.
    var wordTest: (test: WordTest, seesBehind: Bool)? {
        guard isAboutWords else { return nil }
        switch check {
        case .words(let test, let seesBehind): return (test, seesBehind)
        case .values(let values):
            let tests = values.compactMap(\.wordTest)
            return tests.count == values.count ? (.any(tests), field == .about) : nil
        default: return nil
        }
    }

    /// The words whose places `matches` tells, and whether they may be in what an anaphor stands for; nil for a test without any.
    var markedWords: (test: WordTest, seesBehind: Bool)? {
        if isAboutWords, case .words(let test, let seesBehind) = check { (test, seesBehind) } else { nil }
    }

    /// The speakers of whom one must have said it; nil for any other test.
    var speakers: Set<Int64>? {
        guard field == .speaker, case .values(let values) = check else { return nil }
        let sets = values.compactMap(\.people)
        return sets.count == values.count ? sets.reduce(into: []) { $0.formUnion($1) } : nil
    }

    /// Whether the outcome is certain: the field is known, or the test asks just that.
    func isDecided(_ quote: ReadQuote) -> Bool {
        switch check {
        case .isKnown, .isNamed, .never: true
        default: FieldValues.isKnown(field, of: quote.record)
        }
    }

    /// Where the words that the test asks for stand in the joined text.
    func matches(_ quote: ReadQuote) -> [ByteRange] {
        guard case .words(let test, let seesBehind) = check, isAboutWords else { return [] }
        return finding(test, seesBehind, quote).ranges
    }

    private var isAboutWords: Bool { field == .text || field == .about || field == .mentions }

    private func finding(_ test: WordTest, _ seesBehind: Bool, _ quote: ReadQuote) -> WordTest.Finding {
        if isAboutWords { return test.find(in: quote.text, behind: seesBehind ? quote.behind : nil) }
        for text in FieldValues.texts(field, of: quote.record) {
            let finding = test.find(in: QuoteText(text))
            if finding.holds { return finding }
        }
        return WordTest.Finding(holds: false)
    }
}
