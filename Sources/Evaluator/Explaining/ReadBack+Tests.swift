import QueryLanguage
import SpeechVerbs

extension ReadBack {
    /// What one test says of a quote.
    func predication(_ test: Test, isNegated: Bool) -> Predication {
        if case .says(.not(let inner)) = test.predicate {
            return predication(Test(test.field, .says(inner), test.range), isNegated: !isNegated)
        }
        if test.predicate == .isKnown, isNegated {
            return .plain(.has, "no known " + test.field.noun, isNegated: false)
        }
        let (verb, complement) = said(test, isNegated)
        // `corrected = false` is a negation of its own.
        if test.field == .corrected, case .equals(.text(let truth, _, _)) = test.predicate {
            return .plain(verb, complement, isNegated: isNegated == (truth == "true"))
        }
        return .plain(verb, complement, isNegated: isNegated)
    }

    private func said(_ test: Test, _ isNegated: Bool) -> (Predication.Verb, String) {
        switch test.predicate {
        case .isKnown: return (.has, article("known " + test.field.noun))
        case .isNamed: return (.has, article("named " + test.field.noun))
        case .performs(let act): return (.is, "told with a word for \(act.gerund)")
        case .says(let matcher): return (.has, words(matcher, isNegated: isNegated))
        case .has(let matcher), .matches(let matcher): return words(matcher, of: test, isNegated)
        case .equals(let value): return values([value], test.field)
        case .isOneOf(let values): return self.values(values, test.field)
        case .compares(let comparison, .date(let date, _)):
            return time(dates.comparison(comparison, date), test.field)
        case .isBetween(.date(let first, _), .date(let last, _)):
            return time("from \(dates.name(first)) to \(dates.name(last))", test.field)
        case .compares(let comparison, let value):
            return number(ReadBack.amount(comparison, Wording.of(value)), value, test.field)
        case .isBetween(let low, let high):
            return number("\(Wording.of(low)) to \(Wording.of(high))", high, test.field)
        }
    }

    private func words(_ matcher: Matcher, of test: Test, _ isNegated: Bool) -> (Predication.Verb, String) {
        let isPattern = if case .matches = test.predicate { true } else { false }
        switch test.field {
        case .text: return (isPattern ? .matches : .prints, words(matcher, isNegated: isNegated))
        case .about: return (.is, "about " + words(matcher, isNegated: isNegated, isName: true))
        case .mentions: return (.mentions, words(matcher, isNegated: isNegated, isName: true))
        default:
            return (
                .stands, "\(ReadBack.place(test.field)) that \(isPattern ? "matches" : "has") \(Wording.of(matcher))"
            )
        }
    }

    private func values(_ values: [Value], _ field: Field) -> (Predication.Verb, String) {
        let plain = English.list(values.map(Wording.of), "or")
        let quoted = English.list(values.map(ReadBack.quoted), "or")
        switch field {
        case .speaker: return (.wasSaid, "by " + people(values, "or"))
        case .to: return (.wasSaid, "to " + people(values, "or", mayBeWords: true))
        case .via: return (.wasSaid, "through " + people(values, "or", mayBeWords: true))
        case .place: return (.wasSaid, "in " + plain)
        case .occasion: return (.wasSaid, "at " + quoted)
        case .medium: return (.wasSaid, "by way of " + quoted)
        case .role: return (.wasSaid, "by somebody whose role is " + quoted)
        case .organisation: return (.wasSaid, "on behalf of " + plain)
        case .said, .date, .published:
            let times = values.compactMap { value in
                if case .date(let date, _) = value { dates.time(date) } else { nil }
            }
            return time(English.list(times, "or"), field)
        case .outlet: return (.wasPrinted, "by " + outlets(values))
        case .kind: return (.is, plain)
        case .cue: return (.is, "told with " + quoted)
        case .corrected: return (.is, "corrected")
        case .text: return (.has, "no more and no less than " + quoted)
        case .about, .mentions: return (.mentions, quoted)
        case .article: return (.stands, "in the article " + quoted)
        case .title, .byline, .url: return (.stands, "\(ReadBack.place(field)) that is " + quoted)
        case .voices, .words, .paragraphs, .confidence, .version, .reports:
            return number(plain, values[values.count - 1], field)
        }
    }

    private func time(_ time: String, _ field: Field) -> (Predication.Verb, String) {
        switch field {
        case .published: (.wasPublished, time)
        default: (.wasSaid, time)
        }
    }

    /// `amount` of what the field counts; `last` is the number next to the noun.
    private func number(_ amount: String, _ last: Value, _ field: Field) -> (Predication.Verb, String) {
        let ending = if case .number(1, _) = last { "" } else { "s" }
        switch field {
        case .voices: return (.has, "\(amount) speaker\(ending)")
        case .words: return (.has, "\(amount) word\(ending)")
        case .paragraphs: return (.runs, "over \(amount) paragraph\(ending)")
        case .reports: return (.is, "carried by \(amount) outlet\(ending)")
        case .confidence: return (.has, "a confidence of \(amount)")
        case .version: return (.stands, "in version \(amount)")
        default: return (.has, "\(article(field.noun)) of \(amount)")
        }
    }

    /// Where a quote stands by a property of its article.
    private static func place(_ field: Field) -> String {
        switch field {
        case .title: "under a title"
        case .byline: "under a byline"
        case .url: "at an address"
        default: "in an article with a name"
        }
    }

    private static func amount(_ comparison: Comparison, _ number: String) -> String {
        switch comparison {
        case .less: "less than \(number)"
        case .atMost: "at most \(number)"
        case .greater: "more than \(number)"
        case .atLeast: "at least \(number)"
        }
    }

    /// A noun with its article: `a known speaker`, `an addressee`.
    func article(_ noun: String) -> String { ("aeio".contains(noun.prefix(1)) ? "an " : "a ") + noun }

    private static func quoted(_ value: Value) -> String {
        if case .text(let text, let isExact, _) = value { return (isExact ? "exactly " : "") + English.quoted(text) }
        return Wording.of(value)
    }
}

extension SpeechAct {
    /// `denying` for `deny`.
    fileprivate var gerund: String {
        SpeechVerb.all.first { $0.lemma == rawValue && $0.particle == nil }?.forms.last ?? rawValue
    }
}
