package import Articles
import GRDB

extension ArticleStore {
    /// Looks at everything in the archive: the database, every text and span, the index, the counts, the decisions.
    /// - Parameter progress: told after each article how many were looked at.
    /// - Returns: what is wrong, in the order in which it was found; at most some hundred entries.
    package func verify(progress: (Int) throws -> Void = { _ in }) throws -> [Flaw] {
        try read { try Verification(db: $0).flaws(progress: progress) }
    }

    /// Mends what can be made anew from what is whole, in one transaction.
    /// - Parameters:
    ///   - annotate: reads and annotates the article of a source, which has these metadata.
    ///   - flaws: what `verify` found.
    package func repair(
        _ flaws: [Flaw], _ linker: Linker, annotate: (_ source: Source, _ metadata: Metadata) -> AnnotatedArticle
    ) throws {
        guard flaws.contains(where: { ![.none, .elsewhere].contains($0.remedy) }) else { return }
        try write { db in
            if flaws.contains(where: { $0.remedy == .reindexing }) { try db.execute(sql: "REINDEX") }
            if flaws.contains(where: { $0.remedy == .removing }) { try Verification(db: db).removeOrphans() }
            // What people decided is laid over anew below, over what is found then.
            try db.restoreAutomaticValues()
            var done: Set<Int64> = []
            for case .annotating(let id) in flaws.map(\.remedy) where done.insert(id).inserted {
                var touched = Touched()
                let (source, metadata) = try db.sourceAndMetadata(ofArticle: id)
                try db.write(annotate(source, metadata), inPlaceOf: id, isSameText: true, &touched)
            }
            try db.rebuildIndex()
            try db.link(linker)
        }
    }
}

extension Database {
    /// The source of an article and what is known of it, read without what was found in it.
    fileprivate func sourceAndMetadata(ofArticle id: Int64) throws -> (Source, Metadata) {
        let bytes = try source(ofArticle: id)
        let found = try rows(
            """
            SELECT s.name, a.outlet, a.title, a.byline, a.url, a.language FROM articles a
            JOIN sources s ON s.id = a.source_id WHERE a.id = ?
            """, [id]
        ) { cells in
            (
                Source(name: try cells.text(), bytes: bytes),
                Metadata(
                    outlet: try cells.optionalText(), title: try cells.optionalText(), byline: try cells.optionalText(),
                    url: try cells.optionalText(), language: try cells.optionalText())
            )
        }
        guard var (source, metadata) = found.first else { throw Damage(detail: "article \(id) is missing") }
        // A date that cannot be read is one that the text may tell again.
        metadata.published = try? articles(idList([id])).first?.metadata.published
        source = Source(name: source.name, bytes: bytes)
        return (source, metadata)
    }
}
