import Annotator
package import ArticleStore
package import Articles
import Readers

/// The way from articles to an archive: read, annotate, store, link across articles.
package enum Filling {
    /// How many articles go into one transaction, and how many bytes of text.
    private static let batchSize = 64
    private static let batchBytes = 8 << 20

    /// Annotates articles into an archive, and links what they share.
    /// - Parameters:
    ///   - decisions: what people decided about them elsewhere.
    ///   - aliases: what the user tells of people, in the place of what was told before; nil leaves that as it is.
    ///   - progress: told after each article how many are done.
    package static func add(
        _ articles: [Article], decisions: [DecisionRecord] = [], aliases: [KnownSpeaker]? = nil, to store: ArticleStore,
        progress: (Archive.Progress) -> Void = { _ in }
    ) throws -> ArticleStore.Added {
        var waiting = articles[...]
        let size = articles.reduce(0) { $0 + $1.source.bytes.count }
        return try add(
            pieces: {
                guard let article = waiting.popFirst() else { return nil }
                return Reading.Piece(file: article.source.name, size: article.source.bytes.count) {
                    Reading.Result(articles: [article])
                }
            }, decisions: decisions, aliases: aliases, of: Archive.Progress(pieces: articles.count, bytes: size),
            to: store, progress: progress
        ).added
    }

    /// Reads and annotates pieces into an archive on all cores, and links what they share.
    /// - Parameters:
    ///   - pieces: the next piece; nil after the last one.
    ///   - decisions: what people decided elsewhere, besides what the pieces tell.
    ///   - aliases: what the user tells of people, in the place of what was told before; nil leaves that as it is.
    ///   - whole: how many pieces there are, as far as that is known.
    ///   - progress: told after each piece.
    static func add(
        pieces next: () -> Reading.Piece?, decisions: [DecisionRecord] = [], aliases: [KnownSpeaker]? = nil,
        of whole: Archive.Progress, to store: ArticleStore, settings: AddingSettings = AddingSettings(),
        progress: (Archive.Progress) -> Void
    ) throws -> Addition {
        if let aliases { try store.tell(aliases) }
        var addition = Addition()
        var decisions = decisions
        var told: [KnownSpeaker] = []
        var batch: [AnnotatedArticle] = []
        var batchCount = 0
        func flush() throws {
            guard !batch.isEmpty else { return }
            addition.added.add(try store.add(batch, keepsOriginals: settings.keepsOriginals))
            batch = []
            batchCount = 0
        }
        // In an empty archive there is nothing that could be there already.
        let known = try store.isEmpty ? nil : store
        var state = whole
        try OrderedWork.run(
            next: {
                if settings.isCancelled() { addition.isCancelled = true }
                return addition.isCancelled ? nil : next().map { ($0, $0.size) }
            }, work: { ReadPiece($0, knownTo: known) },
            deliver: { piece in
                addition.take(piece.problems)
                addition.added.unchanged += piece.unchanged
                decisions += piece.decisions
                told += piece.told
                for article in piece.articles {
                    batch.append(article)
                    batchCount += article.article.source.bytes.count
                    if batch.count == batchSize || batchCount > batchBytes { try flush() }
                }
                state.advance(by: piece)
                progress(state)
            })
        try flush()
        if !told.isEmpty {
            try store.tell(
                aliases.map { KnownSpeaker.joined(told, with: $0) }
                    ?? KnownSpeaker.joined(try store.knownSpeakers(), with: told))
        }
        if !decisions.isEmpty { addition.added.decisions = try store.keep(decisions) }
        if try store.needsLinking {
            state.isLinking = true
            progress(state)
            do { try store.link(Annotator.linker) } catch let error as StoreError where error.reason == .interrupted {
                guard settings.isCancelled() else { throw error }
                addition.isCancelled = true
            }
        }
        return addition
    }
}

extension Annotator {
    /// How the annotator joins the articles of an archive.
    static let linker = Linker(
        people: { people($0, known: $1) }, quotes: link, changedQuotes: relink,
        dates: { annotate($0).annotations.map { $0.quotes.map(\.said) } })
}

extension Article {
    /// The article with what is found in it: by those who marked it, else by the annotator.
    var annotated: AnnotatedArticle {
        guard let found else { return Annotator.annotate(self) }
        return AnnotatedArticle(article: self, annotations: found.annotations, annotator: found.annotator)
    }
}

/// What became of a piece before it is stored.
struct ReadPiece: Sendable {
    let size: Int
    /// What is new, annotated.
    private(set) var articles: [AnnotatedArticle] = []
    /// The number of articles that an archive has already.
    private(set) var unchanged = 0
    /// What people decided about articles.
    let decisions: [DecisionRecord]
    /// What another archive tells of people.
    let told: [KnownSpeaker]
    let problems: [Reading.Problem]

    /// Reads a piece, and annotates what `store` does not know.
    init(_ piece: Reading.Piece, knownTo store: ArticleStore?) {
        size = piece.size
        let result = piece.read()
        decisions = result.decisions
        told = result.aliases ?? []
        problems = result.problems
        for article in result.articles {
            // Whatever goes wrong here goes wrong once more, and is told, where the article is stored. Of what was found before, the
            // archive itself sees whether it is new: the text may have other marks, or be an earlier one.
            let isKnown =
                article.found == nil
                ? try? store?.contains(
                    source: article.source.name, fingerprint: article.source.fingerprint, annotator: Annotator.version)
                : nil
            if isKnown == true { unchanged += 1 } else { articles.append(article.annotated) }
        }
    }
}
