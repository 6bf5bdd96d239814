package import ArticleStore
package import Articles

/// Where a plan's quotes come from: an archive, or anything that answers look-ups.
package struct QuoteSource {
    /// At least the quotes that pass a look-up.
    package var quotes: (QuoteLookup) throws -> [QuoteRecord]
    /// The bytes of an article's source and the zones of one of its versions.
    package var text: (_ article: Int64, _ version: Int) throws -> (bytes: [UInt8], version: Version)?
    /// Whether reading all its quotes takes no time worth saving, as is so up to some ten thousand.
    package var isSmall: Bool

    package init(
        isSmall: Bool = true, quotes: @escaping (QuoteLookup) throws -> [QuoteRecord],
        text: @escaping (_ article: Int64, _ version: Int) throws -> (bytes: [UInt8], version: Version)? = { _, _ in nil
        }
    ) {
        self.isSmall = isSmall
        self.quotes = quotes
        self.text = text
    }

    /// An archive.
    package init(_ store: ArticleStore) throws {
        let isSmall = try store.summary().quotes <= 20_000
        self.init(isSmall: isSmall, quotes: store.quotes, text: store.text)
    }
}
