package import ArticleStore

/// An archive of annotated articles that can be asked who said what.
public final class Archive: Sendable {
    package let store: ArticleStore

    package init(store: ArticleStore) { self.store = store }

    /// Opens what a user named on the command line: an archive file, or folders and files, which are read and annotated into a cached
    /// archive (kept under the user's cache folder and brought up to date when the sources change).
    package static func open(_ paths: [String], progress: @Sendable (Progress) -> Void = { _ in }) throws -> Archive {
        fatalError("contract")
    }

    /// How far an `add` has come.
    package struct Progress: Hashable, Sendable {
        package var done: Int
        package var total: Int
        /// The source at hand.
        package var source: String
    }
}
