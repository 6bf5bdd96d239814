import Annotator
package import ArticleStore
package import Articles

/// The way from articles to an archive: annotate, store, link across articles.
package enum Filling {
    /// How many articles go into one transaction.
    private static let batchSize = 64

    /// Annotates articles into an archive, and links what they share.
    /// - Parameters:
    ///   - decisions: what people decided about them elsewhere.
    ///   - aliases: what the user tells of people, in the place of what was told before; nil leaves that as it is.
    ///   - progress: told before each article how many are done, how many there are, and which is at hand.
    package static func add(
        _ articles: [Article], decisions: [DecisionRecord] = [], aliases: [KnownSpeaker]? = nil, to store: ArticleStore,
        progress: (Archive.Progress) -> Void = { _ in }
    ) throws -> ArticleStore.Added {
        let isToldAnew = try aliases.map { try store.tell($0) } ?? false
        var total = ArticleStore.Added()
        var batch: [AnnotatedArticle] = []
        func flush() throws {
            total.count(try store.add(batch))
            batch = []
        }
        for (index, article) in articles.enumerated() {
            progress(Archive.Progress(done: index, total: articles.count, source: article.source.name))
            let source = article.source
            // What people marked may have changed where the text has not: the archive sees to that.
            let annotator = article.found?.annotator ?? Annotator.version
            if annotator != Findings.byHand,
                try store.contains(source: source.name, fingerprint: source.fingerprint, annotator: annotator)
            {
                total.unchanged += 1
                continue
            }
            batch.append(article.annotated)
            if batch.count == batchSize { try flush() }
        }
        if !batch.isEmpty { try flush() }
        if !decisions.isEmpty { total.decisions = try store.keep(decisions) }
        if isToldAnew || total.added + total.replaced + total.decisions > 0 {
            try store.link(Annotator.linker)
        }
        return total
    }
}

extension Article {
    /// The article with what is found in it: by those who marked it, else by the annotator.
    var annotated: AnnotatedArticle {
        guard let found else { return Annotator.annotate(self) }
        return AnnotatedArticle(article: self, annotations: found.annotations, annotator: found.annotator)
    }
}

extension Annotator {
    /// How the annotator joins the articles of an archive.
    static let linker = Linker(
        people: { people($0, known: $1) }, statements: statements, publications: publications,
        dates: { annotate($0).annotations.map { $0.quotes.map(\.said) } })
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
