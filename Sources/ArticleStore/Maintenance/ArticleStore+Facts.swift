import Articles

extension ArticleStore {
    /// What an archive is made of, beside what is said in it.
    package struct Facts: Sendable {
        /// The number of its format.
        package var format: Int
        /// The texts of all sources, bytes.
        package var textBytes: Int
        /// The number of articles by the version of the annotator that read them, `Findings.byHand` among them, in ascending order.
        package var annotators: [(version: Int, articles: Int)]
        /// The decisions that stand, and those that were taken back.
        package var standing: Int
        package var undone: Int
    }

    /// What the archive is made of.
    package func facts() throws -> Facts {
        try read { db in
            let numbers =
                try db.rows(
                    """
                    SELECT (SELECT user_version FROM pragma_user_version), (SELECT coalesce(sum(length), 0) FROM sources),
                        (SELECT count(*) FROM decisions WHERE undone_at IS NULL),
                        (SELECT count(*) FROM decisions WHERE undone_at IS NOT NULL)
                    """
                ) { cells in try (0..<4).map { _ in Int(try cells.id()) } }.first ?? [0, 0, 0, 0]
            let annotators = try db.rows(
                """
                SELECT coalesce(n.annotator_version, 0), count(*) FROM articles a
                LEFT JOIN annotated_articles n ON n.article_id = a.id GROUP BY 1 ORDER BY 1
                """
            ) { (version: try $0.count(), articles: try $0.count()) }
            return Facts(
                format: numbers[0], textBytes: numbers[1], annotators: annotators, standing: numbers[2],
                undone: numbers[3])
        }
    }
}
