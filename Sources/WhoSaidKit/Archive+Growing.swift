import ArticleStore
import Readers

extension Archive {
    /// What became of articles that were to be added.
    public struct Growth: Sendable, Hashable {
        /// Those that are new.
        public let added: Int
        /// Those that were there with another text, and have a new version.
        public let changed: Int
        /// Those that were there as they are.
        public let unchanged: Int
        /// What could not be read or was read on an assumption; each entry says what, where and what to do.
        public let problems: [String]

        init(_ added: ArticleStore.Added, problems: [String] = []) {
            self.added = added.added
            changed = added.versions
            unchanged = added.unchanged + added.replaced
            self.problems = problems
        }

        init(_ addition: Addition) { self.init(addition.added, problems: addition.problems.map(\.sentence)) }
    }

    /// Annotates texts into this archive; one of a name that is there with other words is a new version of it.
    /// - Throws: an error of the archive, as where its file can only be read.
    @discardableResult
    public func add(_ texts: [Text]) throws -> Growth {
        Growth(try Filling.add(texts.map(\.article), to: store))
    }

    /// Reads and annotates files, and folders with all that is below them, into this archive.
    /// - Parameter paths: files and folders; a folder's `manifest.json` or `manifest.tsv` tells of its files.
    /// - Throws: an error of the archive; what cannot be read is left out, and told in the result.
    @discardableResult
    public func add(reading paths: [String]) throws -> Growth {
        Growth(try add(paths: paths))
    }

    /// Opens an archive file, or reads and annotates files and folders into an archive in memory, off the caller's actor.
    /// - Parameter paths: one archive file, `NAME.whosaid`, or files and folders of articles.
    /// - Throws: `CancellationError` where the task is cancelled before it begins; an error whose description says what is
    ///   wrong and what to do.
    @concurrent
    public static func opening(_ paths: [String]) async throws -> Archive {
        try Task.checkCancellation()
        return try open(paths, cache: nil)
    }

    /// Annotates texts into this archive, off the caller's actor; what has begun is done to its end.
    @concurrent @discardableResult
    public func add(_ texts: [Text]) async throws -> Growth {
        try Task.checkCancellation()
        return Growth(try Filling.add(texts.map(\.article), to: store))
    }

    /// Reads and annotates files and folders into this archive, off the caller's actor; what has begun is done to its end.
    @concurrent @discardableResult
    public func add(reading paths: [String]) async throws -> Growth {
        try Task.checkCancellation()
        return Growth(try add(paths: paths))
    }
}
