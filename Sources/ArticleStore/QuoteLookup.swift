package import Dates

/// What the archive can find by an index: every quote that passes all of these is found, and perhaps more, so the
/// evaluator tests what it gets once more. An empty look-up finds all quotes.
package struct QuoteLookup: Hashable, Sendable {
    /// Groups of index terms, from `Phrase.requiredStems`: a quote must hold one term of each group. `abc*` is a prefix.
    package var terms: [[String]] = []
    /// Speakers of whom one must have said it; nil for any.
    package var speakers: [Int64]?
    /// Articles of which one must carry it; nil for any.
    package var articles: [Int64]?
    /// Days of which one must be among those of the said date or the publication date; nil for any.
    package var days: DateInterval?
    /// Rows of the archive; nil for any.
    package var ids: [Int64]?
    /// Names of quotes for ever, `q:…`; nil for any.
    package var references: [String]?
    /// Statements of which it must report one; nil for any.
    package var statements: [Int64]?
    /// Whether superseded versions are searched too.
    package var inAnyVersion = false

    package init() {}
}
