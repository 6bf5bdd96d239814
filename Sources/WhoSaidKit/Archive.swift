import Annotator
package import ArticleStore
import Articles
import Readers

/// An archive of annotated articles that can be asked who said what.
///
///     let archive = try Archive(texts: [.init(name: "a.txt", text: "“It rains,” Ann Lee said Monday.", outlet: "The Paper")])
///     try archive.ask("who said \"rain\"").rows.first?.speakers   // ["Ann Lee"]
///
/// A class, because it owns an open file; it can be used from several tasks at once.
public final class Archive: Sendable {
    /// Where everything is kept.
    package let store: ArticleStore
    /// What could not be read when the archive was opened or made; each entry says what, where and what to do.
    public let problems: [String]

    /// Whether it is only a reading of files that is made anew when they change, so that nothing should be corrected in it.
    let isMadeAnew: Bool

    package init(store: ArticleStore, problems: [String] = [], isMadeAnew: Bool = false) {
        self.store = store
        self.problems = problems
        self.isMadeAnew = isMadeAnew
    }

    /// Opens an archive file.
    /// - Parameters:
    ///   - path: the file; `NAME.whosaid` by custom.
    ///   - creating: whether a missing file is made.
    /// - Throws: an error whose description says what is wrong with the file and what to do.
    public convenience init(at path: String, creating: Bool = false) throws {
        let store = try ArticleStore.open(at: path, creating: creating)
        self.init(store: store, problems: try store.needsLinking ? [Archive.unlinked(path)] : [])
    }

    private static func unlinked(_ path: String) -> String {
        """
        \(path): its articles were not linked yet, so that people and statements may count twice: an `add` is still running, or was \
        ended; run it again
        """
    }

    /// Reads and annotates texts into an archive in memory, on the caller's thread.
    /// - Parameters:
    ///   - texts: articles with what is known of them; the order does not matter.
    ///   - aliases: the path of a table of names that belong together; what is wrong in it is told by `problems`.
    public convenience init(texts: [Text], aliases: String? = nil) throws {
        let store = try ArticleStore.inMemory()
        let names = aliases.map { AliasFiles.read($0) }
        _ = try Filling.add(texts.map(\.article), aliases: names?.told, to: store)
        self.init(store: store, problems: (names?.problems ?? []).map(\.sentence))
    }

    /// Reads and annotates files, and folders with all that is below them, into an archive in memory.
    /// - Parameters:
    ///   - paths: files and folders; a folder's `manifest.json` or `manifest.tsv` tells of its files, its `aliases.tsv` of the people in
    ///     them.
    ///   - aliases: a table of names in the place of those in the folders.
    public convenience init(reading paths: [String], aliases: String? = nil) throws {
        let reading = Reading.read(paths: paths, aliases: aliases)
        let store = try ArticleStore.inMemory()
        _ = try Filling.add(reading.articles, decisions: reading.decisions, aliases: reading.aliases, to: store)
        self.init(store: store, problems: reading.problems.map(\.sentence))
    }
}

extension Reading.Problem {
    /// The problem in one line: where, and what is wrong.
    package var sentence: String { line.map { "\(source):\($0): \(message)" } ?? "\(source): \(message)" }
}
