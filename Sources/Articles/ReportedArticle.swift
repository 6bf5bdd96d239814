/// An article of the archive with its text and the quotes that somebody asked for: what is written for other programs and for people.
package struct ReportedArticle: Hashable, Sendable {
    package var record: ArticleRecord
    /// The text of its source.
    package var bytes: [UInt8]
    /// In the order of the text.
    package var quotes: [QuoteRecord]

    package init(record: ArticleRecord, bytes: [UInt8], quotes: [QuoteRecord]) {
        self.record = record
        self.bytes = bytes
        self.quotes = quotes
    }
}
