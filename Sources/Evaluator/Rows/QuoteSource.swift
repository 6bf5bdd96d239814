package import ArticleStore
package import Articles

/// Where a plan's quotes come from: an archive, or anything that answers look-ups.
package struct QuoteSource {
    /// At least the quotes that pass a look-up.
    package var quotes: (QuoteLookup) throws -> [QuoteRecord]
    /// How many quotes pass a look-up, told without reading them.
    package var count: (QuoteLookup) throws -> Int
    /// The bytes of an article's source and the zones of one of its versions.
    package var text: (_ article: Int64, _ version: Int) throws -> (bytes: [UInt8], version: Version)?
    /// What the archive can say about its own words.
    package var words = Words()
    /// The archive as columns; nil where there are only quotes.
    package var columns: ColumnSource?
    /// Whether reading all its quotes takes no time worth saving, as is so up to some ten thousand.
    package var isSmall: Bool

    package init(
        isSmall: Bool = true, quotes: @escaping (QuoteLookup) throws -> [QuoteRecord],
        count: ((QuoteLookup) throws -> Int)? = nil,
        text: @escaping (_ article: Int64, _ version: Int) throws -> (bytes: [UInt8], version: Version)? = { _, _ in nil
        }
    ) {
        self.isSmall = isSmall
        self.quotes = quotes
        self.text = text
        self.count = count ?? { try quotes($0).count }
    }

    /// An archive.
    package init(_ store: ArticleStore) throws {
        let columns = ColumnSource(store)
        let quotes = try columns.current { try $0.searched(inAnyVersion: false).count } ?? store.summary().quotes
        self.init(
            isSmall: quotes <= 20_000, quotes: store.quotes,
            count: { lookup in try columns.count(lookup) ?? store.count(lookup) }, text: store.text)
        self.columns = columns
        words = Words(terms: store.terms, texts: store.texts, values: store.values)
    }

    /// The words of an archive, for questions that find nothing; without any, nothing can be suggested.
    package struct Words {
        /// Index terms by their beginning and their length in bytes.
        package var terms: (_ beginning: String, _ bytes: ClosedRange<Int>) throws -> [String] = { _, _ in [] }
        /// Printed words of some quotes that have a term.
        package var texts: (_ term: String) throws -> [String] = { _ in [] }
        /// What quotes have as a part, most frequent first.
        package var values: (PrintedPart) throws -> [PrintedValue] = { _ in [] }
    }
}
