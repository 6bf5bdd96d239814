package import ArticleStore
package import Readers

extension Archive {
    /// Reads files and folders into this archive; sources that have not changed are left as they are.
    /// - Parameters:
    ///   - paths: files and folders.
    ///   - manifest: a file that tells of them; nil to use a `manifest.json` or `manifest.tsv` beside them.
    ///   - aliases: a table of names that belong together; nil to use an `aliases.tsv` beside them, or what was told before.
    ///   - columns: what the columns of tables and the fields of JSON are, where their own names do not tell.
    ///   - isStrict: whether nothing is added where anything could not be read.
    ///   - progress: told how far it has come.
    /// - Returns: what was added, and what could not be read or was read on an assumption.
    package func add(
        paths: [String], manifest: String? = nil, aliases: String? = nil, columns: [String: RecordField] = [:],
        isStrict: Bool = false, progress: (Progress) -> Void = { _ in }
    ) throws -> (added: ArticleStore.Added, problems: [Reading.Problem]) {
        let reading = Reading.read(paths: paths, manifest: manifest, aliases: aliases, columns: columns)
        if isStrict, reading.problems.contains(where: { $0.severity == .failure }) {
            return (ArticleStore.Added(), reading.problems)
        }
        let added = try Filling.add(
            reading.articles, decisions: reading.decisions, aliases: reading.aliases, to: store, progress: progress)
        return (added, reading.problems)
    }
}
