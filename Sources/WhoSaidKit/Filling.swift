import Annotator
package import ArticleStore
package import Articles

/// The way from articles to an archive: annotate, store, link across articles.
package enum Filling {
    /// How many articles go into one transaction.
    private static let batchSize = 64

    /// Annotates articles into an archive, and links what they share.
    /// - Parameters:
    ///   - aliases: what the user tells of people, in the place of what was told before; nil leaves that as it is.
    ///   - progress: told before each article how many are done, how many there are, and which is at hand.
    package static func add(
        _ articles: [Article], aliases: [KnownSpeaker]? = nil, to store: ArticleStore,
        progress: (Archive.Progress) -> Void = { _ in }
    ) throws -> ArticleStore.Added {
        let isToldAnew = try aliases.map { try store.tell($0) } ?? false
        var total = ArticleStore.Added()
        var batch: [AnnotatedArticle] = []
        func flush() throws {
            let added = try store.add(batch)
            total.added += added.added
            total.replaced += added.replaced
            total.unchanged += added.unchanged
            batch = []
        }
        for (index, article) in articles.enumerated() {
            progress(Archive.Progress(done: index, total: articles.count, source: article.source.name))
            let source = article.source
            if try store.contains(
                source: source.name, fingerprint: source.fingerprint, annotator: Annotator.version)
            {
                total.unchanged += 1
                continue
            }
            batch.append(Annotator.annotate(article))
            if batch.count == batchSize { try flush() }
        }
        if !batch.isEmpty { try flush() }
        if isToldAnew || total.added + total.replaced > 0 {
            try store.link(Annotator.linker)
        }
        return total
    }
}

extension Annotator {
    /// How the annotator joins the articles of an archive.
    static let linker = Linker(people: { people($0, known: $1) }, statements: statements)
}

extension Archive {
    /// How far an `add` has come.
    package struct Progress: Hashable, Sendable {
        /// The articles that are done.
        package var done: Int
        /// All articles.
        package var total: Int
        /// The source at hand.
        package var source: String
    }
}
