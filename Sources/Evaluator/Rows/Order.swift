package import Articles
import Dates
import Text

/// The total order of rule 3: date, published, outlet, article, place in the text; unknown last.
package enum Order {
    /// Whether `a` stands before `b`.
    package static func before(_ a: QuoteRecord, _ b: QuoteRecord) -> Bool { compare(a, b) < 0 }

    /// Below 0 where `a` stands first, above where `b` does.
    static func compare(_ a: QuoteRecord, _ b: QuoteRecord) -> Int {
        first(
            knownFirst(a.date?.days, b.date?.days), compare(a.article, b.article),
            number(a.version, b.version),
            number(a.quote.segments.first?.lower ?? 0, b.quote.segments.first?.lower ?? 0),
            number(a.quote.segments.last?.upper ?? 0, b.quote.segments.last?.upper ?? 0), number(a.id, b.id))
    }

    /// Published, outlet, source, and at last the number.
    static func compare(_ a: ArticleRecord, _ b: ArticleRecord) -> Int {
        first(
            knownFirst(a.metadata.published?.value, b.metadata.published?.value),
            text(a.metadata.outlet, b.metadata.outlet), text(a.source, b.source), number(a.id, b.id))
    }

    /// Whether the UTF-8 bytes of `a` sort before those of `b`; never the collation of a place.
    package static func byBytes(_ a: String, _ b: String) -> Bool { bytes(a, b) < 0 }

    static func bytes(_ a: String, _ b: String) -> Int {
        if a == b { return 0 }
        return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
    }

    static func text(_ a: String?, _ b: String?) -> Int {
        switch (a, b) {
        case (let a?, let b?): bytes(a, b)
        case (nil, nil): 0
        case (nil, _): 1
        case (_, nil): -1
        }
    }

    static func number<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a > b ? 1 : 0 }

    static func knownFirst<T: Comparable>(_ a: T?, _ b: T?) -> Int {
        switch (a, b) {
        case (let a?, let b?): number(a, b)
        case (nil, nil): 0
        case (nil, _): 1
        case (_, nil): -1
        }
    }

    private static func first(_ comparisons: Int...) -> Int { comparisons.first { $0 != 0 } ?? 0 }
}
