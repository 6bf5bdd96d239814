package import Articles

/// Reads files and folders into articles.
package enum Reading {
    /// What was read of some paths: the articles, in the order of their names, and what could not be read.
    package struct Result: Sendable {
        package var articles: [Article] = []
        package var problems: [Problem] = []
        package init() {}
    }

    /// Something that was not read, and why; the rest is.
    package struct Problem: Error, Hashable, Sendable {
        /// The path.
        package var source: String
        /// The line, from 1, where there is one.
        package var line: Int?
        /// One sentence: what is wrong, and what to do.
        package var message: String

        package init(source: String, line: Int? = nil, message: String) {
            self.source = source
            self.line = line
            self.message = message
        }
    }

    /// Reads files, and folders with all that is below them; a `manifest.json` or `manifest.tsv` in a folder tells of its files.
    package static func read(paths: [String], manifest: String? = nil) -> Result { fatalError("contract") }

    /// Reads one text that is already in memory: finds its zones, or its versions where it is a revision page.
    package static func read(_ source: Source, metadata: Metadata = Metadata()) -> Article { fatalError("contract") }
}
