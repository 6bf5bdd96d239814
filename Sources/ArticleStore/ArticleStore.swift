package import Articles
package import Text

/// An archive: one SQLite file, or one in memory, with sources, articles, annotations and the index over their words.
///
/// A class, because it owns a connection to a file.
package final class ArticleStore: Sendable {
    /// Opens the archive at `path`, and makes it where there is none and `isCreated` is set.
    /// - Throws: `StoreError`.
    package static func open(at path: String, creating: Bool) throws -> ArticleStore { fatalError("contract") }

    /// A new archive in memory.
    package static func inMemory() throws -> ArticleStore { fatalError("contract") }

    /// Adds articles in one transaction; one whose source has the same name and other bytes is replaced, one with the same bytes is
    /// left as it is. Linking is not redone: see `link`.
    /// - Returns: how many were added, replaced and left.
    package func add(_ batch: [AnnotatedArticle]) throws -> Added { fatalError("contract") }

    /// What an `add` did.
    package struct Added: Hashable, Sendable {
        package var added = 0
        package var replaced = 0
        package var unchanged = 0
        package init() {}
    }

    /// Redoes what spans articles, in one transaction: `people` gives, for every speaker as found in one article (in the order of
    /// `articleSpeakers`), the number of the person it is; `statements` joins the quotes.
    package func link(
        people: (_ speakers: [Speaker]) -> [Int],
        statements: (_ quotes: [LinkableQuote]) -> [LinkedStatement]
    ) throws { fatalError("contract") }

    /// The quotes that pass a look-up, by article and place in the text.
    package func quotes(_ lookup: QuoteLookup) throws -> [QuoteRecord] { fatalError("contract") }

    /// The speakers, by number of quotes, most first, then by name.
    package func speakers() throws -> [SpeakerRecord] { fatalError("contract") }

    /// The articles, by publication, outlet and source name.
    package func articles() throws -> [ArticleRecord] { fatalError("contract") }

    /// The bytes of an article's source and the zones of one of its versions.
    package func text(ofArticle id: Int64, version: Int) throws -> (bytes: [UInt8], version: Version)? {
        fatalError("contract")
    }

    /// Whether a source of this name and content is in the archive.
    package func contains(source name: String, fingerprint: Fingerprint) throws -> Bool { fatalError("contract") }

    /// What is in the archive, in numbers.
    package func summary() throws -> Summary { fatalError("contract") }

    /// The numbers of an archive.
    package struct Summary: Hashable, Sendable {
        package var articles = 0
        package var versions = 0
        package var quotes = 0
        package var statements = 0
        package var speakers = 0
        package var outlets = 0
        package init() {}
    }
}
