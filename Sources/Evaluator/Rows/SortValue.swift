import Articles
import Dates
import QueryLanguage

/// A value by which rows are ordered.
enum SortValue: Comparable {
    case date(DateInterval)
    case number(Double)
    case text(String)
    case context(ContextKey)

    /// What a quote has under a field; nil where it is unknown.
    init?(_ field: Field, of quote: QuoteRecord) {
        switch field.type {
        case .date:
            guard let days = FieldValues.days(field, of: quote) else { return nil }
            self = .date(days)
        case .number:
            guard let number = FieldValues.number(field, of: quote) else { return nil }
            self = .number(number)
        default:
            guard let text = FieldValues.texts(field, of: quote).first else { return nil }
            self = .text(text)
        }
    }

    static func < (a: SortValue, b: SortValue) -> Bool {
        switch (a, b) {
        case (.date(let a), .date(let b)): a < b
        case (.number(let a), .number(let b)): a < b
        case (.text(let a), .text(let b)): Order.byBytes(a, b)
        case (.context(let a), .context(let b)): a < b
        default: false
        }
    }
}
