import Articles
import Dates
import QueryLanguage

/// How the rows of a list are ordered.
enum RowOrder {
    /// Orders rows by the question's keys, and where these tie or there are none by the order of rule 3.
    static func sort(_ rows: [Answer.Row], _ query: Query) -> [Answer.Row] {
        let keyed = rows.enumerated().map { (offset: $0.offset, row: $0.element) }
        return keyed.sorted { a, b in
            let byKeys = compare(a.row, b.row, query.order)
            if byKeys != 0 { return byKeys < 0 }
            let byDefault = compareByDefault(a.row, b.row)
            return byDefault != 0 ? byDefault < 0 : a.offset < b.offset
        }.map(\.row)
    }

    /// Compares two rows by the keys that were asked for; 0 where they tie.
    static func compare(_ a: Answer.Row, _ b: Answer.Row, _ keys: [Query.OrderKey]) -> Int {
        for key in keys {
            let order =
                switch key.field {
                case .count: directed(Order.number(a.count, b.count), key)
                case .field(let field): compare(a, b, field, key)
                case .context(let side): known(a.context(side), b.context(side), key)
                }
            if order != 0 { return order }
        }
        return 0
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

    private static func compare(_ a: Answer.Row, _ b: Answer.Row, _ field: Field, _ key: Query.OrderKey) -> Int {
        guard let first = a.quotes.first?.record, let second = b.quotes.first?.record else { return 0 }
        switch field.type {
        case .date:
            return known(FieldValues.days(field, of: first), FieldValues.days(field, of: second), key)
        case .number:
            return known(FieldValues.number(field, of: first), FieldValues.number(field, of: second), key)
        default:
            return known(a.text(field).map(Bytes.init), b.text(field).map(Bytes.init), key)
        }
    }

    /// Unknown last, in either direction.
    private static func known<T: Comparable>(_ a: T?, _ b: T?, _ key: Query.OrderKey) -> Int {
        guard a != nil, b != nil else { return Order.knownFirst(a, b) }
        return directed(Order.knownFirst(a, b), key)
    }

    private static func directed(_ order: Int, _ key: Query.OrderKey) -> Int { key.isDescending ? -order : order }

    private struct Bytes: Comparable {
        var text: String
        static func < (a: Bytes, b: Bytes) -> Bool { Order.byBytes(a.text, b.text) }
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

    fileprivate func text(_ field: Field) -> String? {
        switch (subject, field) {
        case (.speaker(let record), .speaker): record.speaker.name
        case (.outlet(let name), .outlet): name
        default: quotes.first.flatMap { FieldValues.texts(field, of: $0.record).first }
        }
    }
}
