import Articles
import GRDB
package import Text

/// All of a quote that questions for words look at.
package struct PrintedWords: Sendable {
    /// The row in the archive.
    package let id: Int64
    /// The printed words of each segment, and where it stands.
    package var texts: [String] = []
    package var segments: [ByteRange] = []
    package var quotedParts: [ByteRange] = []
    package var antecedent: String?
}

extension ArticleStore {
    /// The printed words of quotes, in the order of their numbers in the archive.
    /// - Parameters:
    ///   - quoted: whether the parts between quotation marks are read too.
    ///   - anaphors: those of the quotes of which is read what they stand for.
    package func words(ofQuotes ids: [Int64], quoted: Bool, anaphors: [Int64]) throws -> [PrintedWords] {
        try read { try $0.words(ofQuotes: ids, quoted: quoted, anaphors: anaphors) }
    }
}

extension Database {
    fileprivate func words(ofQuotes ids: [Int64], quoted: Bool, anaphors: [Int64]) throws -> [PrintedWords] {
        let (list, isWanted) = (idList(ids), "IN (SELECT value FROM json_each(?)) ORDER BY")
        var found: [PrintedWords] = []
        found.reserveCapacity(ids.count)
        let cursor = try Row.fetchCursor(
            cachedStatement(
                sql:
                    "SELECT quote_id, text, start_byte, end_byte FROM segments WHERE quote_id \(isWanted) quote_id, position"
            ),
            arguments: [list])
        while let row = try cursor.next() {
            var cells = Cells(row)
            let id = try cells.id()
            if found.last?.id != id { found.append(PrintedWords(id: id)) }
            found[found.count - 1].texts.append(try cells.text())
            if quoted { found[found.count - 1].segments.append(try cells.range(in: Source.limit)) }
        }
        guard quoted || !anaphors.isEmpty else { return found }
        let places = Dictionary(found.indices.map { (found[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        if quoted {
            let parts = try rows(
                "SELECT quote_id, start_byte, end_byte FROM quoted_parts WHERE quote_id \(isWanted) quote_id, position",
                [list]
            ) { (try $0.id(), try $0.range(in: Source.limit)) }
            for (quote, part) in parts { if let place = places[quote] { found[place].quotedParts.append(part) } }
        }
        if !anaphors.isEmpty {
            let texts = try rows("SELECT id, antecedent FROM quotes WHERE id \(isWanted) id", [idList(anaphors)]) {
                (try $0.id(), try $0.optionalText())
            }
            for (quote, text) in texts { if let place = places[quote] { found[place].antecedent = text } }
        }
        return found
    }
}
