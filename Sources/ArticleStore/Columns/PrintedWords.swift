import Articles
import FoundationEssentials
import GRDB
package import Text

/// All of a quote that questions for words look at.
package struct PrintedWords: Sendable {
    /// The row in the archive.
    package let id: Int64
    /// The printed words of all segments, with one space between two of them.
    package private(set) var bytes: [UInt8] = []
    /// Where each segment stands in `bytes`.
    package private(set) var pieces: [ByteRange] = []
    /// Where each segment stands in its source, where that was asked for.
    package var segments: [ByteRange] = []
    package var quotedParts: [ByteRange] = []
    package var antecedent: String?

    package init(id: Int64) { self.id = id }

    /// The printed words of each segment.
    package var texts: [String] { pieces.map { bytes.text($0) } }

    /// Adds a segment.
    package mutating func append(_ text: some Sequence<UInt8>) {
        if !pieces.isEmpty { bytes.append(UInt8(ascii: " ")) }
        let start = bytes.count
        bytes.append(contentsOf: text)
        pieces.append(ByteRange(start, bytes.count))
    }
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
                    "SELECT quote_id, text, start_byte, end_byte, position FROM segments WHERE quote_id \(isWanted) quote_id, position"
            ),
            arguments: [list])
        while let row = try cursor.next() {
            var cells = Cells(row)
            let id = try cells.id()
            if found.last?.id != id { found.append(PrintedWords(id: id)) }
            // The bytes alone: to make a string of them takes as long as the search in them.
            try row.withUnsafeData(atIndex: 1) { text in
                guard let text else { throw Damage(detail: "a segment has no text") }
                found[found.count - 1].append(text)
            }
            if quoted {
                cells.skip()
                found[found.count - 1].segments.append(try cells.range(in: Source.limit))
            }
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
            let texts = try rows("SELECT id, antecedent FROM quote_rows WHERE id \(isWanted) id", [idList(anaphors)]) {
                (try $0.id(), try $0.optionalText())
            }
            for (quote, text) in texts { if let place = places[quote] { found[place].antecedent = text } }
        }
        return found
    }
}
