package import Articles
import GRDB

extension ArticleStore {
    /// Gives each article as it was added, with what was found in it before anybody corrected that, in the order of the sources' names;
    /// one whose source has changed comes once for each text that it had, the present one last. One text is in memory at a time, and
    /// all are of one state of the archive.
    /// - Parameters:
    ///   - ids: the articles; nil for all.
    ///   - withOrigins: whether to tell from what bytes the texts were made, where that is kept.
    package func forEachAnnotatedArticle(
        _ ids: Set<Int64>? = nil, withOrigins: Bool = false, _ body: (AnnotatedArticle) throws -> Void
    ) throws {
        try read { db in
            for id in try db.articlesBySource() where ids?.contains(id) ?? true {
                for text in try db.texts(ofArticle: id) {
                    var item = try db.annotatedArticle(text)
                    if withOrigins, let version = item.article.versions.first?.number {
                        let source = item.article.source
                        item.article.source = Source(
                            name: source.name, bytes: source.bytes,
                            origin: try db.origin(ofArticle: id, version: version))
                    }
                    try body(item)
                }
            }
        }
    }

    /// The checksums of the texts that each source had, oldest first, by the name of the source.
    package func fingerprints() throws -> [String: [String]] {
        try read { db in
            var texts: [String: [String]] = [:]
            let found = try db.rows(
                """
                SELECT s.name, t.fingerprint, 0, t.id FROM earlier_texts t JOIN articles a ON a.id = t.article_id
                JOIN sources s ON s.id = a.source_id
                UNION ALL SELECT name, fingerprint, 1, id FROM sources ORDER BY 3, 4
                """
            ) { (try $0.text(), try $0.text()) }
            for (name, fingerprint) in found { texts[name, default: []].append(fingerprint) }
            return texts
        }
    }

    /// Gives each article with its quotes, corrected as people decided, in the order of the sources' names; one whose source has changed
    /// comes once for each text that prints some of the quotes, with these. One text is in memory at a time, and all are of one state of
    /// the archive.
    /// - Parameter wanted: the quotes, by the number of their article; nil for those of latest versions.
    package func forEachReportedArticle(
        _ wanted: [Int64: Set<Int64>]? = nil, _ body: (ReportedArticle) throws -> Void
    ) throws {
        try read { db in
            for id in try db.articlesBySource() where wanted == nil || wanted?[id] != nil {
                var lookup = QuoteLookup()
                lookup.articles = [id]
                lookup.inAnyVersion = wanted != nil
                let quotes = try db.quotes(lookup).filter { wanted?[id]?.contains($0.id) ?? true }
                guard let record = try quotes.first?.article ?? db.articles(idList([id])).first else { continue }
                for text in try db.texts(ofArticle: id) {
                    let printed = try db.quotes(of: text)
                    let quotes = quotes.filter { printed.contains($0.id) }
                    // An article without quotes leaves too, as it is now.
                    guard !quotes.isEmpty || wanted == nil && text.earlier == nil else { continue }
                    try body(ReportedArticle(record: record, bytes: try db.bytes(of: text), quotes: quotes))
                }
            }
        }
    }

    /// Adds decisions that were made elsewhere at the end of the log, in their order; one that is there already is not added again.
    /// Linking is not redone: see `link`.
    /// - Returns: how many were added.
    package func keep(_ decisions: [DecisionRecord]) throws -> Int {
        try write { db in
            var known = Set(try db.decisions(withUndone: true).map(KnownDecision.init))
            var added = 0
            for record in decisions where known.insert(KnownDecision(record)).inserted {
                let id = try db.insert(record.decision, record.made)
                if let undone = record.undone {
                    try db.run(
                        "UPDATE decisions SET undone_by = ?, undone_at = ? WHERE id = ?",
                        [undone.editor, undone.time, id])
                }
                added += 1
            }
            if added > 0 { try db.setSetting(Database.isUnlinked, "1") }
            return added
        }
    }

    /// What makes two decisions one: what was decided, by whom, when.
    private struct KnownDecision: Hashable {
        let decision: Decision
        let made: DecisionRecord.Mark

        init(_ record: DecisionRecord) {
            decision = record.decision
            made = record.made
        }
    }
}
