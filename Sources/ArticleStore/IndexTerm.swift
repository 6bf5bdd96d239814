/// A term of the index over the words, and how many quotes have it.
package struct IndexTerm: Hashable, Sendable {
    /// A folded form (`ceasefires`), or the stem of some forms (`ceasefir`).
    package let term: String
    package let quotes: Int

    package init(term: String, quotes: Int) {
        self.term = term
        self.quotes = quotes
    }
}
