import Articles
import GRDB
import Text

/// One look at all of an archive.
struct Verification {
    let db: Database

    /// So many flaws are told; a ruin has no use for more.
    private static let limit = 200

    /// All that is wrong.
    func flaws(progress: (Int) throws -> Void) throws -> [Flaw] {
        var flaws: [Flaw] = []
        try collect(&flaws, "the database") { try databaseFlaws() }
        try collect(&flaws, "the database") { try orphans() }
        let articles = try attempt(&flaws, "the list of articles") { try db.articlesBySource() } ?? []
        for (index, id) in articles.enumerated() where flaws.count < Verification.limit {
            try progress(index + 1)
            flaws += articleFlaws(id)
        }
        try collect(&flaws, "the index over the words") { try indexFlaws() }
        try collect(&flaws, "the counts") { try countFlaws() }
        try collect(&flaws, "the columns") { try columnFlaws() }
        try collect(&flaws, "what copies of a text are found by") { try bandFlaws() }
        try collect(&flaws, "the decisions") { try decisionFlaws() }
        return Array(flaws.prefix(Verification.limit))
    }

    /// Adds what a look finds; what keeps it from looking is a flaw too.
    private func collect(_ flaws: inout [Flaw], _ what: String, _ look: () throws -> [Flaw]) throws {
        guard flaws.count < Verification.limit else { return }
        flaws += try attempt(&flaws, what, look) ?? []
    }

    private func attempt<Value>(_ flaws: inout [Flaw], _ what: String, _ look: () throws -> Value) throws -> Value? {
        do {
            return try look()
        } catch let error as DatabaseError where error.resultCode != .SQLITE_INTERRUPT {
            flaws.append(Flaw("\(what) cannot be read: \(error.message ?? "no reason")", .elsewhere))
        } catch let damage as Damage {
            flaws.append(Flaw("\(what) cannot be read: \(damage.detail)", .elsewhere))
        }
        return nil
    }

    // MARK: - The database

    private func databaseFlaws() throws -> [Flaw] {
        try db.rows("PRAGMA integrity_check(50)") { try $0.text() }.flatMap {
            $0.split(separator: "\n").map(String.init)
        }
        .filter { $0 != "ok" }
        .map { line in
            // Only what an index says of its table can be made anew.
            let isIndex = line.contains("missing from index") || line.contains("wrong # of entries in index")
            return Flaw("the database is damaged: \(line)", isIndex ? .reindexing : .elsewhere)
        }
    }

    /// What a column of a table tells, which must be the value of a row in another one.
    private struct Reference: Hashable {
        let table: String
        let value: String
        let parent: String
        let key: String

        var condition: String {
            "\(value) IS NOT NULL AND \(value) NOT IN (SELECT \(key.quotedDatabaseIdentifier) FROM \(parent.quotedDatabaseIdentifier))"
        }

        /// Whether linking writes it anew.
        var isLinked: Bool {
            ["speakers", "statement_rows"].contains(parent) && ["article_speaker_rows", "quote_rows"].contains(table)
        }
    }

    private func references() throws -> [Reference] {
        let tables = try db.rows(
            "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'quote_words%' ORDER BY name"
        ) { try $0.text() }
        return try tables.flatMap { table in
            try db.rows("SELECT \"from\", \"table\", coalesce(\"to\", 'id') FROM pragma_foreign_key_list(?)", [table]) {
                Reference(
                    table: table, value: try $0.text().quotedDatabaseIdentifier, parent: try $0.text(),
                    key: try $0.text())
            }
        } + [
            Reference(
                table: "article_speaker_rows", value: "id >> \(Schema.speakerBits)", parent: "versions", key: "id")
        ]
    }

    private func orphans() throws -> [Flaw] {
        try references().compactMap { reference in
            let table = reference.table.quotedDatabaseIdentifier
            let count =
                try db.rows("SELECT count(*) FROM \(table) WHERE \(reference.condition)") { try $0.count() }.first ?? 0
            guard count > 0 else { return nil }
            return Flaw(
                "\(count) row\(count == 1 ? "" : "s") of `\(reference.table)` lead\(count == 1 ? "s" : "") to no row of `\(reference.parent)`",
                reference.isLinked ? .rebuilding : .removing)
        }
    }

    /// Takes away the rows that lead nowhere, save those that linking writes anew.
    func removeOrphans() throws {
        let references = try references().filter { !$0.isLinked }
        // A row that goes may leave others behind.
        for _ in 0..<8 {
            var removed = 0
            for reference in references {
                try db.run("DELETE FROM \(reference.table.quotedDatabaseIdentifier) WHERE \(reference.condition)")
                removed += db.changesCount
            }
            if removed == 0 { break }
        }
    }

    // MARK: - Articles

    private func articleFlaws(_ id: Int64) -> [Flaw] {
        let name =
            (try? db.rows("SELECT s.name FROM articles a JOIN sources s ON s.id = a.source_id WHERE a.id = ?", [id]) {
                try $0.text()
            }.first).flatMap { $0 } ?? "article \(id)"
        do {
            let texts = try db.texts(ofArticle: id)
            let flaws = try texts.flatMap { text in try textFlaws(text, among: texts, named: name) }
            if !flaws.isEmpty { return flaws }
            if versionsFollow(texts) { return [] }
            let remedy = remedy(for: try db.annotator(ofArticle: id), id)
            return [Flaw("\(name): its versions are not in the order of its texts", remedy)]
        } catch {
            return [Flaw("\(name): its versions cannot be read", .elsewhere)]
        }
    }

    /// What is wrong with a text and with what was read from it.
    private func textFlaws(_ text: ArticleText, among texts: [ArticleText], named name: String) throws -> [Flaw] {
        let versions = try text.earlier.map { _ in try db.versionNumbers(of: text).map(String.init) }
        let place = versions.map {
            $0.isEmpty ? "\(name), an earlier text" : "\(name), version \($0.joined(separator: ", "))"
        }
        if let loss = loss(of: text) {
            let advice = place == nil ? "add its file again" : "only a copy of the archive has it"
            return [Flaw("\(place ?? name): \(loss); \(advice)", .elsewhere)]
        }
        guard let (what, remedy) = error(in: text) else { return [] }
        // Earlier versions are written anew only together with all others.
        let canBeWritten = text.earlier == nil || texts.allSatisfy { loss(of: $0) == nil }
        return [Flaw("\(place ?? name): \(what)", canBeWritten ? remedy : .elsewhere)]
    }

    /// Why the bytes of a text are not those that were added; nil where they are.
    func loss(of text: ArticleText) -> String? {
        guard let (bytes, fingerprint) = try? db.unpacked(text) else { return "its text cannot be unpacked" }
        return Fingerprint(bytes).hex == fingerprint
            ? nil : "its text is not the one that was added (its checksum differs)"
    }

    /// What is wrong with that which was read from a text; nil where nothing is.
    func error(in text: ArticleText) -> (what: String, remedy: Flaw.Remedy)? {
        do {
            let item = try db.annotatedArticle(text)
            let contradiction = try item.contradiction ?? disorder(in: item) ?? disagreement(item, text)
            return contradiction.map { ($0, remedy(for: item.annotator, text.article)) }
        } catch let damage as Damage {
            return (damage.detail, remedy(for: try? db.annotator(ofArticle: text.article), text.article))
        } catch let error as DatabaseError {
            return ("it cannot be read: \(error.message ?? "no reason")", .elsewhere)
        } catch {
            return ("it cannot be read", .elsewhere)
        }
    }

    /// Whether the versions of an article stand in the order of its texts, and the last of them is the latest.
    func versionsFollow(_ texts: [ArticleText]) -> Bool {
        guard let id = texts.first?.article else { return true }
        let versions = try? db.rows(
            """
            SELECT b.text_id, v.is_latest FROM versions v LEFT JOIN earlier_versions b ON b.version_id = v.id
            WHERE v.article_id = ? ORDER BY v.position
            """, [id]
        ) { (text: ArticleText(article: id, earlier: try $0.optionalID()), isLatest: try $0.count() != 0) }
        guard let versions else { return false }
        let places = versions.compactMap { texts.firstIndex(of: $0.text) }
        return places.count == versions.count && places == places.sorted()
            && versions.last?.isLatest == true && versions.count(where: \.isLatest) == 1
    }

    /// What the annotator found can be found again; what people marked can only be added again.
    private func remedy(for annotator: Int?, _ id: Int64) -> Flaw.Remedy {
        annotator == Findings.byHand ? .elsewhere : .annotating(article: id)
    }

    private func disorder(in item: AnnotatedArticle) -> String? {
        for version in item.article.versions {
            let pairs = zip(version.zones, version.zones.dropFirst())
            if pairs.contains(where: { $0.range.upper > $1.range.lower }) { return "its paragraphs are not in order" }
        }
        return nil
    }

    /// Where what is kept of a quote's words, place and name is not what its spans and its text say.
    private func disagreement(_ item: AnnotatedArticle, _ text: ArticleText) throws -> String? {
        let bytes = item.article.source.bytes
        let positions = CodePointMap(bytes)
        let lines = LineTable(bytes)
        let segments = try db.rows(
            """
            SELECT q.reference, g.position, g.text, g.start_byte, g.end_byte, g.start_character, g.end_character FROM versions v
            JOIN quotes q ON q.version_id = v.id JOIN segments g ON g.quote_id = q.id
            WHERE \(ArticleText.isOfVersion)
            """, text.values
        ) { cells in
            (
                try cells.text(), try cells.count(), try cells.text(), try cells.range(in: bytes.count),
                (start: try cells.count(), end: try cells.count())
            )
        }
        for (reference, _, text, range, place) in segments {
            if bytes.storedText(range) != text {
                return "the words of \(reference) are not those that stand in the text"
            }
            if positions.codePoints(range) != place { return "the place of \(reference) is counted wrongly" }
        }
        let fingerprint = item.article.source.fingerprint
        let expected = zip(item.article.versions, item.annotations).flatMap { version, annotation in
            annotation.quotes.map { quote in
                let start = quote.segments[0].lower
                return Known(
                    reference: QuoteReference(source: fingerprint, version: version.number, segments: quote.segments)
                        .description,
                    start: start, line: lines.line(at: start), column: lines.column(at: start),
                    cue: quote.cue.map { bytes.storedText($0.range) })
            }
        }
        let found = try db.rows(
            """
            SELECT q.reference, q.start_byte, q.line, q.column_byte, q.cue FROM versions v JOIN quotes q ON q.version_id = v.id
            WHERE \(ArticleText.isOfVersion) ORDER BY v.position, q.id
            """, text.values
        ) { cells in
            Known(
                reference: try cells.text(), start: try cells.count(), line: try cells.count(),
                column: try cells.count(),
                cue: try cells.optionalText())
        }
        if let (one, _) = zip(found, expected).first(where: { $0 != $1 }) {
            return "what is kept of \(one.reference) does not fit its place in the text"
        }
        return try misidentified(in: text).map { "\($0) is not the quote of an earlier version that it is kept as" }
    }

    /// A quote of a text that is said to be one of an earlier version, and is none or prints other words.
    private func misidentified(in text: ArticleText) throws -> String? {
        func words(_ quote: String) -> String {
            "(SELECT group_concat(text, ' ') FROM (SELECT text, position FROM segments WHERE quote_id = \(quote).id ORDER BY position))"
        }
        let pairs = try db.rows(
            """
            SELECT q.reference, w.article_id = v.article_id AND w.position < v.position AND o.same_as IS NULL,
                \(words("q")), \(words("o"))
            FROM versions v JOIN quotes q ON q.version_id = v.id
            LEFT JOIN quote_rows o ON o.id = q.same_as LEFT JOIN versions w ON w.id = o.version_id
            WHERE \(ArticleText.isOfVersion) AND q.same_as <> q.id
            """, text.values
        ) { cells in
            (
                reference: try cells.text(), isEarlier: try cells.optionalID() == 1,
                words: [try cells.optionalText(), try cells.optionalText()].map { words in
                    words.map { QuoteIdentities.Key(text: $0, kind: "", speakers: []).words }
                }
            )
        }
        return pairs.first { !$0.isEarlier || $0.words[0] != $0.words[1] }?.reference
    }

    private struct Known: Hashable {
        let reference: String
        let start: Int
        let line: Int
        let column: Int
        let cue: String?
    }

    // MARK: - What is derived

    /// The index keeps no text, so that it is compared by a sum over what should be in it.
    private func indexFlaws() throws -> [Flaw] {
        var expected: UInt64 = 0
        var trails = try marksOfTrails()
        try db.forEachText { quote, texts, antecedent in
            let all = texts + [antecedent].compactMap(\.self)
            for term in Set(all.flatMap { Folding.words(in: $0).indexTerms }) {
                expected &+= Self.mark(term.utf8, quote)
            }
            let trail = SearchIndex.entry(of: texts, standingFor: antecedent).trail
            if trails[quote] == Self.mark(trail, quote) { trails[quote] = nil }
        }
        var found: UInt64 = 0
        try db.forEachRow("SELECT term, doc FROM temp.quote_instances WHERE doc IN (SELECT id FROM quote_rows)") {
            cells in
            let term = try cells.text()
            found &+= Self.mark(term.utf8, try cells.id())
        }
        return found == expected && trails.isEmpty
            ? [] : [Flaw("the index over the words is not that of the quotes", .rebuilding)]
    }

    /// What tells the trail of each quote from others.
    private func marksOfTrails() throws -> [Int64: UInt64] {
        var marks: [Int64: UInt64] = [:]
        try db.forEachTrail(ofQuotes: try db.rows("SELECT id FROM quote_rows ORDER BY id") { try $0.id() }) {
            quote, trail in
            marks[quote] = Self.mark(trail, quote)
        }
        return marks
    }

    private static func mark(_ bytes: some Sequence<UInt8>, _ quote: Int64) -> UInt64 {
        var fingerprint = Fingerprint(bytes)
        fingerprint.combine((0..<8).map { UInt8(truncatingIfNeeded: quote >> ($0 * 8)) })
        return fingerprint.value
    }

    private func countFlaws() throws -> [Flaw] {
        let wrong =
            try db.rows(
                """
                SELECT (SELECT count(*) FROM speakers WHERE quotes IS NOT \(Database.quotesOfSpeaker)),
                    (SELECT count(*) FROM statement_rows WHERE reports IS NOT \(Database.outletsOfRow))
                """
            ) { [try $0.count(), try $0.count()] }.first ?? [0, 0]
        return zip(wrong, ["speaker", "statement"]).filter { $0.0 > 0 }.map { count, noun in
            Flaw("the quotes of \(count) \(noun)\(count == 1 ? " are" : "s are") counted wrongly", .rebuilding)
        }
    }

    /// Columns of another state of the archive are never read, and no flaw.
    private func columnFlaws() throws -> [Flaw] {
        let stamp = try db.tableStamp()
        guard try db.keptRows(stamp) != nil, let made = try MadeColumns(of: db) else { return [] }
        let areRight =
            try TablePart.allCases.allSatisfy {
                try db.columnBytes($0.rawValue, stamp) == ColumnBytes.of(made.numbers($0))
            }
            && TableTexts.allCases.allSatisfy {
                try db.columnBytes($0.rawValue, stamp) == ColumnBytes.of(made.texts($0))
            }
        return areRight ? [] : [Flaw("the columns that answer questions are not those of the quotes", .rebuilding)]
    }

    private func bandFlaws() throws -> [Flaw] {
        // An archive of an earlier format that can only be read has none.
        let isKept = try db.rows("SELECT 1 FROM main.sqlite_master WHERE name = 'text_bands'") { try $0.id() }.first
        let count = try isKept == nil ? 0 : db.articlesOfOtherBands().count
        guard count > 0 else { return [] }
        return [
            Flaw(
                "copies of \(count) article\(count == 1 ? "" : "s") cannot be found: what they are found by is not that of the text",
                .comparing)
        ]
    }

    private func decisionFlaws() throws -> [Flaw] {
        try db.decisions(withUndone: true).flatMap { record -> [Flaw] in
            if let contradiction = record.decision.contradiction {
                return [Flaw("correction \(record.id) cannot be followed: \(contradiction)", .elsewhere)]
            }
            guard record.undone == nil, !record.decision.anchors.isEmpty,
                try db.quotes(at: record.decision.anchors).isEmpty
            else { return [] }
            return [Flaw("correction \(record.id) speaks of a quote that is there no more", .none)]
        }
    }
}

extension Database {
    /// The version of the annotator that read an article.
    fileprivate func annotator(ofArticle id: Int64) throws -> Int? {
        try rows("SELECT annotator_version FROM annotated_articles WHERE article_id = ?", [id]) { try $0.count() }.first
    }
}
