package import ArticleStore
package import Readers

/// How articles are added.
package struct AddingSettings: Sendable {
    /// A file that tells of the articles; nil to use a `manifest.json` or `manifest.tsv` beside them.
    package var manifest: String?
    /// A table of names; nil to use an `aliases.tsv` beside the articles.
    package var aliases: String?
    /// What the columns of tables and the fields of JSON are, where their own names do not tell.
    package var columns: [String: RecordField] = [:]
    /// In what the texts are written that are not UTF-8, whatever they say themselves.
    package var characterSet: String?
    /// Whether nothing is added where anything could not be read.
    package var isStrict = false
    /// Whether the archive keeps the bytes of pages and records beside the texts that were made from them.
    package var keepsOriginals = true
    /// Asked before each piece; where it says yes, what is at hand is still added, and nothing more.
    package var isCancelled: @Sendable () -> Bool = { false }

    package init() {}
}

/// What an `add` did.
package struct Addition: Sendable {
    package var added = ArticleStore.Added()
    /// What could not be read or was read on an assumption; of very many only the first ones.
    package private(set) var problems: [Reading.Problem] = []
    /// The number of problems that are not among `problems`.
    package private(set) var unlisted = 0
    /// The number of things that could not be read.
    package private(set) var failures = 0
    /// Whether it was given up before everything was read.
    package var isCancelled = false

    /// No more problems are kept.
    private static let limit = 1000

    init() {}

    /// Takes in further problems.
    mutating func take(_ more: [Reading.Problem]) {
        failures += more.count { $0.severity == .failure }
        let room = Addition.limit - problems.count
        problems += more.prefix(room)
        unlisted += max(0, more.count - room)
    }
}
