import GRDB
import Text

/// The index over the words of the quotes: for every quote the terms of `indexTerms`, blanks between them.
///
/// It keeps no text and no positions, so it only names candidates; which of these cannot have a phrase is told by the trails beside it. A row
/// of a quote that is no more stays in it, and is passed over because quotes' numbers are never given twice; where such rows prevail, the
/// index is made anew.
extension Database {
    /// Makes the index anew from the printed words.
    func rebuildIndex() throws {
        try execute(sql: "INSERT INTO quote_words (quote_words) VALUES ('delete-all')")
        try run("DELETE FROM stem_trails")
        let writer = RowWriter(self)
        try forEachText { quote, texts, antecedent in
            writer.index(texts, standingFor: antecedent, of: quote)
            try writer.writeWords()
        }
        try writer.finish()
        try setSetting("stale_words", "0")
        try setSetting("folding", SearchIndex.folding)
    }

    /// Makes the trails of an archive that has none yet; a damaged one has none until it is mended.
    func keepTrailsOfAll() throws {
        let writer = RowWriter(self)
        let isDone: Void? = try? forEachText { quote, texts, antecedent in
            try writer.keepTrail(SearchIndex.entry(of: texts, standingFor: antecedent).trail, of: quote)
        }
        if isDone == nil { try run("DELETE FROM stem_trails") } else { try writer.writeTrails() }
    }

    /// Looks at the printed words of every quote, segment by segment, and at what they stand for, in the order of the quotes' numbers.
    func forEachText(_ look: (_ quote: Int64, _ texts: [String], _ antecedent: String?) throws -> Void) throws {
        let texts = try GroupedRows(self, "SELECT quote_id, text, position FROM segments ORDER BY quote_id, position") {
            try $0.text()
        }
        try forEachRow("SELECT id, antecedent FROM quote_rows ORDER BY id") { cells in
            let quote = try cells.id()
            try look(quote, try texts.next(quote), try cells.optionalText())
        }
    }

    /// Makes the index anew where most of its rows lead nowhere.
    func tidyIndex() throws {
        let stale = try setting("stale_words").flatMap { Int($0) } ?? 0
        guard stale > 1000 else { return }
        let quotes = try rows("SELECT count(*) FROM quotes") { try $0.count() }.first ?? 0
        if stale > quotes + 1000 { try rebuildIndex() }
    }

    /// A value that the archive keeps about itself.
    func setting(_ name: String) throws -> String? {
        try rows("SELECT value FROM settings WHERE name = ?", [name]) { try $0.text() }.first
    }

    /// Keeps a value about the archive itself.
    func setSetting(_ name: String, _ value: String) throws {
        try run("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", [name, value])
    }
}

/// Questions to the index over the words of the quotes.
enum SearchIndex {
    /// Tells by which folding an index was made: one that folded words otherwise must be made anew.
    static let folding: String = {
        let sample =
            "The U.S.-led negotiators’ localised cease-fires, 3.5 1,000 Qa’ida denied travelling Centre défenses"
        return Fingerprint(Folding.words(in: sample).indexTerms.joined(separator: " ").utf8).hex
    }()

    /// What the index keeps of a quote: the terms of its texts, blanks between them, and the trail of its words.
    /// - Parameter antecedent: what the texts stand for.
    static func entry(of texts: [String], standingFor antecedent: String?) -> (terms: String, trail: [UInt8]) {
        var (terms, trail) = ("", [UInt8]())
        func add(_ text: String) {
            let words = Folding.words(in: text)
            for term in words.indexTerms {
                if !terms.isEmpty { terms += " " }
                terms += term
            }
            StemTrail.add(words, to: &trail)
        }
        texts.forEach(add)
        if let antecedent {
            StemTrail.end(&trail)
            add(antecedent)
        }
        return (terms, trail)
    }

    /// Groups of terms as FTS5 takes them: `("ceasefir" OR "ceas") AND "terror" *`; nil where nothing is asked for.
    static func expression(_ groups: [[String]]) -> String? {
        let parts = groups.compactMap { group -> String? in
            let terms = group.compactMap(quoted)
            // A term that holds no word could be anything, so the whole group is left to the evaluator.
            guard !terms.isEmpty, terms.count == group.count else { return nil }
            return terms.count == 1 ? terms[0] : "(" + terms.joined(separator: " OR ") + ")"
        }
        return parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }

    /// A term between quotation marks; nil for one that the index cuts otherwise than in one piece.
    private static func quoted(_ term: String) -> String? {
        let isPrefix = term.utf8.last == UInt8(ascii: "*")
        let word = isPrefix ? String(term.dropLast()) : term
        guard !word.isEmpty, word.utf8.allSatisfy(isTermByte) else { return nil }
        return isPrefix ? "\"\(word)\" *" : "\"\(word)\""
    }

    private static func isTermByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), 0x80...:
            true
        default: false
        }
    }
}
