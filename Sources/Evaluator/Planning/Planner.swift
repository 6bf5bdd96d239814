import ArticleStore
import Articles
package import Dates
package import QueryLanguage
import Text

/// Plans a question: resolves its names and finds what an index can narrow down.
///
///     who said "ceasefire" where date = 2014-01-13
///     → look up words ceasefir, days 2014-01-13; fold into statements
package func plan(_ query: Query, names: NameBook, today: CalendarDay) -> Plan {
    plan(query, names: names, today: today, notes: query.conditions.map { NameNotes.notes(on: $0, names) } ?? [])
}

/// Plans a question of which is known what is to be said about its names.
func plan(_ query: Query, names: NameBook, today: CalendarDay, notes: [Diagnostic]) -> Plan {
    var lookup = QuoteLookup()
    let condition = query.conditions
    if let condition {
        let needs = Needs.of(condition, FilterContext(names: names, today: today))
        lookup.terms = needs.terms
        lookup.speakers = needs.speakers.map { $0.sorted() }
        lookup.articles = needs.articles.map { $0.sorted() }
        lookup.days = needs.days
    }
    lookup.inAnyVersion = query.inAnyVersion || condition.map { $0.asksFor(.version) } ?? false
    return Plan(
        query: query, today: today, lookup: lookup, fold: Plan.Fold(query.question), among: nil, notes: notes)
}

extension Plan.Fold {
    init(_ question: Query.Question) {
        switch question {
        case .who, .what, .when, .place, .wordings: self = .statements
        case .list(let noun), .howMany(let noun):
            switch noun {
            case .quotes: self = .quotes
            case .statements: self = .statements
            case .articles: self = .articles
            case .speakers: self = .speakers
            case .outlets: self = .outlets
            }
        case .changes: self = .changes
        }
    }
}

extension Condition {
    /// Whether a field is tested anywhere.
    func asksFor(_ field: Field) -> Bool {
        switch self {
        case .test(let test): test.field == field
        case .not(let inner): inner.asksFor(field)
        case .all(let parts), .any(let parts): parts.contains { $0.asksFor(field) }
        }
    }
}

/// What every quote must have to pass a condition, as far as an index can tell: less than the condition, never more.
struct Needs {
    var terms: [[String]] = []
    var speakers: Set<Int64>?
    var articles: Set<Int64>?
    var days: DateInterval?
    /// The field that `days` is of, since days of two fields must not be intersected.
    private var daysField: Field?

    /// The most numbers that a look-up is given; a longer list narrows little.
    private static let limit = 500

    static func of(_ condition: Condition, _ context: FilterContext) -> Needs {
        switch condition {
        case .test(let test): return of(test, context)
        case .not: return Needs()
        case .all(let parts): return parts.map { of($0, context) }.reduce(Needs(), both)
        case .any(let parts):
            guard let first = parts.first else { return Needs() }
            return parts.dropFirst().reduce(of(first, context)) { either($0, of($1, context)) }
        }
    }

    private static func of(_ test: Test, _ context: FilterContext) -> Needs {
        var needs = Needs()
        switch (test.field, test.predicate) {
        case (.text, .says(let matcher)), (.text, .has(let matcher)):
            needs.terms = terms(matcher) { _ in [] }
        case (.about, .has(let matcher)), (.mentions, .has(let matcher)):
            needs.terms = terms(matcher, context.names.otherForms)
        case (.about, .equals(.text(let text, false, let range))),
            (.mentions, .equals(.text(let text, false, let range))):
            needs.terms = terms(.phrase(Phrase(text), pattern: text, range), context.names.otherForms)
        case (.speaker, .equals(let value)): needs.speakers = speakers([value], context)
        case (.speaker, .isOneOf(let values)): needs.speakers = speakers(values, context)
        case (.said, _), (.date, _), (.published, _):
            needs.days = days(test.predicate, context.today)
            needs.daysField = needs.days == nil ? nil : test.field
        case (.outlet, .equals(let value)): needs.articles = articles(test.field, [value], context)
        case (.outlet, .isOneOf(let values)): needs.articles = articles(test.field, values, context)
        case (.article, .equals(let value)), (.title, .equals(let value)):
            needs.articles = articles(test.field, [value], context)
        default: break
        }
        return needs
    }

    /// Both must hold. Two speakers may be joint, so the smaller list is looked up, not what is in both.
    private static func both(_ a: Needs, _ b: Needs) -> Needs {
        var needs = a
        needs.terms += b.terms.filter { !a.terms.contains($0) }
        if let other = b.speakers, other.count < a.speakers?.count ?? Int.max { needs.speakers = other }
        if let other = b.articles { needs.articles = a.articles.map { $0.intersection(other) } ?? other }
        if let other = b.days {
            if let own = a.days, a.daysField == b.daysField, own.overlaps(other) {
                needs.days = DateInterval(max(own.first, other.first), min(own.last, other.last))
            } else if a.days == nil {
                needs.days = other
                needs.daysField = b.daysField
            }
        }
        return needs
    }

    /// One of both must hold.
    private static func either(_ a: Needs, _ b: Needs) -> Needs {
        var needs = Needs()
        if let first = a.terms.first, let second = b.terms.first {
            needs.terms = [first + second.filter { !first.contains($0) }]
        }
        if let first = a.speakers, let second = b.speakers { needs.speakers = capped(first.union(second)) }
        if let first = a.articles, let second = b.articles { needs.articles = capped(first.union(second)) }
        if let first = a.days, let second = b.days {
            needs.days = DateInterval(min(first.first, second.first), max(first.last, second.last))
        }
        return needs
    }

    private static func capped(_ ids: Set<Int64>) -> Set<Int64>? { ids.count <= limit ? ids : nil }

    /// The groups of index terms without which a matcher cannot match.
    private static func terms(_ matcher: Matcher, _ expand: (String) -> [String]) -> [[String]] {
        switch matcher {
        case .phrase(let phrase, let pattern, _):
            let forms = [phrase] + expand(pattern).map { Phrase($0) }
            if forms.count == 1 { return phrase.requiredStems }
            let groups = forms.map(\.requiredStems)
            guard !groups.contains(where: \.isEmpty) else { return [] }
            return [
                groups.compactMap(\.first).flatMap { $0 }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            ]
        case .quoted(let phrase, _, _): return phrase.requiredStems
        case .exactly, .regex, .not: return []
        case .near(let a, let b, _): return terms(a, expand) + terms(b, expand)
        case .all(let parts): return parts.flatMap { terms($0, expand) }
        case .any(let parts):
            let groups = parts.map { terms($0, expand) }
            guard !groups.isEmpty, !groups.contains(where: \.isEmpty) else { return [] }
            return [groups.compactMap(\.first).flatMap { $0 }]
        }
    }

    /// The groups of index terms without which the words of a matcher cannot be there.
    static func terms(_ matcher: Matcher) -> [[String]] { terms(matcher) { _ in [] } }

    private static func speakers(_ values: [Value], _ context: FilterContext) -> Set<Int64>? {
        var ids: Set<Int64> = []
        for value in values {
            guard case .text(let text, let isExact, _) = value else { continue }
            ids.formUnion(context.names.speakers(named: NamePattern(text, isExact: isExact)).map(\.id))
        }
        return capped(ids)
    }

    private static func articles(_ field: Field, _ values: [Value], _ context: FilterContext) -> Set<Int64>? {
        let tests = values.compactMap { value -> (NamePattern, String, Bool)? in
            guard case .text(let text, let isExact, _) = value else { return nil }
            return (NamePattern(text), text, isExact)
        }
        func isMeant(_ name: String) -> Bool {
            tests.contains { pattern, text, isExact in isExact ? name == text : pattern.isPart(of: name) }
        }
        if field == .outlet {
            let outlets = Set(context.names.outlets.filter(isMeant))
            return context.names.articles(ofOutlets: outlets, atMost: limit)
        }
        return capped(Set(context.names.articles.filter { $0.texts(field).contains(where: isMeant) }.map(\.id)))
    }

    /// The days among which a date that passes has at least one.
    private static func days(_ predicate: Predicate, _ today: CalendarDay) -> DateInterval? {
        let earliest = CalendarDay(number: -719_162)
        let latest = CalendarDay(number: 2_932_896)
        func interval(_ value: Value) -> DateInterval? {
            guard case .date(let date, _) = value else { return nil }
            return date.interval(today: today)
        }
        switch predicate {
        case .equals(let value): return interval(value)
        case .isOneOf(let values):
            let all = values.compactMap(interval)
            guard all.count == values.count, let first = all.map(\.first).min(), let last = all.map(\.last).max() else {
                return nil
            }
            return DateInterval(first, last)
        case .isBetween(let low, let high):
            guard let low = interval(low), let high = interval(high), low.first <= high.last else { return nil }
            return DateInterval(low.first, high.last)
        case .compares(let comparison, let value):
            guard let days = interval(value) else { return nil }
            switch comparison {
            case .less: return DateInterval(earliest, days.first)
            case .atMost: return DateInterval(earliest, days.last)
            case .greater: return DateInterval(days.last, latest)
            case .atLeast: return DateInterval(days.first, latest)
            }
        default: return nil
        }
    }
}

extension ArticleRecord {
    /// What a name of an outlet, an article or a title is compared with.
    func texts(_ field: Field) -> [String] {
        switch field {
        case .outlet: metadata.outlet.map { [$0] } ?? []
        case .article: [source] + (metadata.title.map { [$0] } ?? [])
        case .title: metadata.title.map { [$0] } ?? []
        default: []
        }
    }
}
