import ArticleStore
import Articles
import Dates
import QueryLanguage

/// How the rows of a list are ordered.
enum RowOrder {
    /// Orders rows by the question's keys, and where these tie or there are none by the order of rule 3.
    static func sort(_ rows: [Answer.Row], _ query: Query) throws -> [Answer.Row] {
        // What a row has under a key can take reading all its words, so it is told once and not at each comparison.
        let keyed = try rows.enumerated().map {
            try GivingUp.check()
            return (offset: $0.offset, row: $0.element, values: values($0.element, query.order))
        }
        return try keyed.sortedUnlessGivenUp { a, b in
            let byKeys = compare(a.values, b.values, query.order)
            if byKeys != 0 { return byKeys < 0 }
            let byDefault = compareByDefault(a.row, b.row)
            return byDefault != 0 ? byDefault < 0 : a.offset < b.offset
        }.map(\.row)
    }

    /// Compares two rows by the keys that were asked for; 0 where they tie.
    static func compare(_ a: Answer.Row, _ b: Answer.Row, _ keys: [Query.OrderKey]) -> Int {
        compare(values(a, keys), values(b, keys), keys)
    }

    private static func compare(_ a: [SortValue?], _ b: [SortValue?], _ keys: [Query.OrderKey]) -> Int {
        for (index, key) in keys.enumerated() {
            let order = Order.knownFirst(a[index], b[index])
            // Unknown last, in either direction.
            if order != 0 { return key.isDescending && a[index] != nil && b[index] != nil ? -order : order }
        }
        return 0
    }

    /// What a row has under each key; nil where it is unknown.
    private static func values(_ row: Answer.Row, _ keys: [Query.OrderKey]) -> [SortValue?] {
        keys.map { key in
            switch key.field {
            case .count: .number(Double(row.count))
            case .context(let side): row.context(side).map { .context($0) }
            case .field(let field): row.value(field)
            }
        }
    }

    /// Speakers and outlets by count, articles by publication, all else by their first quote.
    static func compareByDefault(_ a: Answer.Row, _ b: Answer.Row) -> Int {
        switch (a.subject, b.subject) {
        case (.speaker(let first), .speaker(let second)):
            if a.count != b.count { return b.count - a.count }
            let byName = Order.bytes(first.speaker.name, second.speaker.name)
            return byName != 0 ? byName : Order.number(first.id, second.id)
        case (.outlet(let first), .outlet(let second)):
            return a.count != b.count ? b.count - a.count : Order.text(first, second)
        case (.article(let first), .article(let second)):
            return Order.compare(first, second)
        default:
            guard let first = a.quotes.first?.record, let second = b.quotes.first?.record else { return 0 }
            return Order.compare(first, second)
        }
    }
}

extension Answer.Row {
    /// What `order by count` counts: the quotes of a row, or what a group counted.
    package var count: Int {
        if case .group(_, let count) = subject { return count }
        return quoteCount
    }

    /// The report that shows a statement best: direct before mixed before indirect, the earlier before the later.
    package var lead: Answer.MatchedQuote? {
        [Quote.Kind.direct, .mixed].lazy.compactMap { kind in quotes.first { $0.record.quote.kind == kind } }.first
            ?? quotes.first
    }

    /// The words beside the first match; nil where nothing matched.
    fileprivate func context(_ side: Query.OrderKey.Side) -> ContextKey? {
        for quote in quotes {
            for (text, ranges) in zip(quote.record.segmentTexts, quote.matches) {
                if let range = ranges.first { return ContextKey(of: text, around: range, side) }
            }
        }
        return nil
    }

    fileprivate func value(_ field: Field) -> SortValue? {
        guard let first = quotes.first else { return nil }
        return switch (subject, field) {
        case (.speaker(let record), .speaker): .text(record.speaker.name)
        case (.outlet(let name), .outlet): name.map { .text($0) }
        default: SortValue(field, of: first.record)
        }
    }
}
