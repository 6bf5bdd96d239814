package import ArticleStore
package import Readers

extension Archive {
    /// Reads files and folders into this archive; sources that have not changed are left as they are.
    /// - Parameters:
    ///   - paths: files and folders.
    ///   - manifest: a file that tells of them; nil to use a `manifest.json` or `manifest.tsv` beside them.
    ///   - progress: told how far it has come.
    /// - Returns: what was added, and what could not be read.
    package func add(
        paths: [String], manifest: String? = nil, progress: (Progress) -> Void = { _ in }
    ) throws -> (added: ArticleStore.Added, problems: [Reading.Problem]) {
        let reading = Reading.read(paths: paths, manifest: manifest)
        return (try Filling.add(reading.articles, to: store, progress: progress), reading.problems)
    }
}
