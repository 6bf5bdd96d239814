import Articles
import Dates
import Gazetteer
import QueryLanguage
import SpeechVerbs
import Text

/// The test that a field is, or has among its parts, one value.
struct ValueTest: Sendable {
    private let field: Field
    private let check: Check

    private enum Check: Sendable {
        case name(NamePattern, Set<Int64>)
        case text(String, isExact: Bool)
        case words(WordTest)
        case days(DateInterval)
        case number(Double)
    }

    init(_ field: Field, _ value: Value, _ context: FilterContext) throws(PlanningError) {
        self.field = field
        switch value {
        case .number(let number, _): check = .number(number)
        case .date(let date, _): check = .days(date.interval(today: context.today))
        case .text(let text, let isExact, let range):
            switch field {
            case .speaker, .to, .via:
                let pattern = NamePattern(text, isExact: isExact)
                check = .name(pattern, Set(context.names.speakers(named: pattern).map(\.id)))
            case .about, .mentions:
                let matcher: Matcher =
                    isExact ? .exactly(text, range) : .phrase(Phrase(text), pattern: text, range)
                let names = context.names
                check = .words(try WordTest(matcher, expand: { names.otherForms(of: $0) }))
            default:
                check = .text(text, isExact: isExact)
            }
        }
    }

    /// The words of the value, where it is about words.
    var wordTest: WordTest? { if case .words(let test) = check { test } else { nil } }

    /// The days of the value, where it is a date.
    var days: DateInterval? { if case .days(let days) = check { days } else { nil } }

    /// The people who go by the value, where it is a name.
    var people: Set<Int64>? { if case .name(_, let ids) = check { ids } else { nil } }

    /// Whether the quote's field is this value.
    func passes(_ quote: ReadQuote) -> Bool {
        let record = quote.record
        switch check {
        case .name(let pattern, let ids):
            switch field {
            case .to:
                return record.addressee.map { ids.contains($0.id) } ?? false
                    || record.printed.addressee.map(pattern.isHead) ?? false
            case .via:
                return record.via.contains { ids.contains($0.id) }
                    || record.printed.via.contains { pattern.isPart(of: $0) }
            default:
                return record.speakers.contains { ids.contains($0.id) }
            }
        case .words(let test):
            return test.find(in: quote.text, behind: field == .about ? quote.behind : nil).holds
        case .days(let literal):
            return FieldValues.days(field, of: record).map(literal.contains) ?? false
        case .number(let number):
            return FieldValues.number(field, of: record) == number
        case .text(let text, let isExact):
            return passes(record, text, isExact)
        }
    }

    private func passes(_ record: QuoteRecord, _ text: String, _ isExact: Bool) -> Bool {
        if field == .cue { return isCue(record, text, isExact) }
        if field == .corrected {
            return FieldValues.isCorrected(record) == ["true", "yes"].contains(Folding.key(text))
        }
        let values = FieldValues.texts(field, of: record)
        if isExact { return values.contains(text) }
        let pattern = NamePattern(text)
        switch field {
        case .kind: return values.contains(Folding.key(text))
        case .text, .url: return values.contains { Folding.key($0) == Folding.key(text) }
        case .occasion, .medium: return values.contains(where: pattern.isHead)
        case .place: return values.contains { pattern.isPart(of: $0) || pattern.isHead(of: $0) }
        case .role: return values.contains { pattern.isPart(of: $0, stemmed: true) }
        case .organisation: return speaksFor(record, text, pattern)
        default: return values.contains { pattern.isPart(of: $0) }
        }
    }

    private func isCue(_ record: QuoteRecord, _ text: String, _ isExact: Bool) -> Bool {
        guard let cue = record.quote.cue else { return false }
        if isExact {
            let pieces = text.utf8.split(separator: 0x20).map(Array.init)
            return record.printed.cue.map { !ExactWords.matches(of: pieces, in: Array($0.utf8)).isEmpty } ?? false
        }
        let key = Folding.key(text)
        if Folding.key(cue.lemma) == key { return true }
        if SpeechVerb.readings(ofForm: key).contains(where: { $0.verb.lemma == cue.lemma }) { return true }
        return record.printed.cue.map { !Phrase(text).matches(in: Folding.words(in: $0)).isEmpty } ?? false
    }

    /// An organisation's own words and those of its people; a country's also by `Russian` and `Moscow`.
    private func speaksFor(_ record: QuoteRecord, _ text: String, _ pattern: NamePattern) -> Bool {
        let country = Country.named(text)
        let patterns = [pattern] + (country?.words.map { NamePattern($0) } ?? [])
        return record.speakers.contains { entry in
            let speaker = entry.speaker
            if speaker.kind == .organisation, pattern.matches(speaker) { return true }
            let roles = [speaker.organisation, speaker.role].compactMap { $0 }
            if country == nil {
                return roles.prefix(speaker.organisation == nil ? 0 : 1).contains { pattern.isPart(of: $0) }
            }
            return roles.contains { role in patterns.contains { $0.isPart(of: role) } }
        }
    }
}
