package import Articles
import GRDB

extension ArticleStore {
    /// Looks at everything in the archive: the database, every text and span, the index, the counts, the columns, the decisions.
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
            if flaws.contains(where: { $0.remedy == .comparing }) { try db.rebuildBands() }
            // What people decided is laid over anew below, over what is found then.
            try db.restoreAutomaticValues()
            try db.forgetInferredDates()
            var done: Set<Int64> = []
            for case .annotating(let id) in flaws.map(\.remedy) where done.insert(id).inserted {
                var touched = Touched()
                try db.write(anew: id, &touched, annotate)
            }
            try db.rebuildIndex()
            try db.link(linker, isWhole: true)
        }
    }
}

extension Database {
    /// Writes an article as it is read from its texts again. What was read from an earlier text stays, unless that is damaged and all
    /// texts are whole.
    fileprivate func write(
        anew id: Int64, _ touched: inout Touched,
        _ annotate: (_ source: Source, _ metadata: Metadata) -> AnnotatedArticle
    ) throws {
        // Of a text that is gone nothing can be shown.
        try run(
            """
            DELETE FROM earlier_versions WHERE version_id IN (SELECT id FROM versions WHERE article_id = ?)
                AND text_id NOT IN (SELECT id FROM earlier_texts WHERE article_id = ?)
            """, [id, id])
        let look = Verification(db: self)
        let texts = try texts(ofArticle: id)
        func read(_ text: ArticleText) throws -> AnnotatedArticle {
            let (source, metadata) = try sourceAndMetadata(of: text)
            var item = annotate(source, metadata)
            let numbers = try versionNumbers(of: text)
            if numbers.count == item.article.versions.count {
                item.article.versions = zip(numbers, item.article.versions).map { Version(number: $0, zones: $1.zones) }
            }
            return item
        }
        let isEarlierSound = texts.dropLast().allSatisfy { look.error(in: $0) == nil } && look.versionsFollow(texts)
        if !isEarlierSound, texts.allSatisfy({ look.loss(of: $0) == nil }) {
            let items = try texts.map { look.error(in: $0) == nil ? try annotatedArticle($0) : try read($0) }
            try rewrite(items, ofArticle: id, &touched)
        } else {
            let present = ArticleText(article: id, earlier: nil)
            try write(read(present), inPlaceOf: id, isSameText: true, &touched)
        }
    }

    /// The source of an article as it was with one of its texts, and what is known of it, read without what was found in it.
    private func sourceAndMetadata(of text: ArticleText) throws -> (Source, Metadata) {
        let (id, bytes) = (text.article, try bytes(of: text))
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
        guard case (let source, var metadata)? = found.first else { throw Damage(detail: "article \(id) is missing") }
        // A date that cannot be read is one that the text may tell again.
        metadata.published = try? articles(idList([id])).first?.metadata.published
        if text.earlier != nil, let published = metadata.published {
            metadata.published = DatedEvidence(published.value, published.basis)
        }
        return (source, metadata)
    }
}
