import Articles
import GRDB
package import Text

/// All of a quote that questions for words look at.
package struct PrintedWords: Sendable {
    /// The row in the archive.
    package private(set) var id: Int64
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

    /// Takes all words away for those of another quote, but not the room that they had.
    fileprivate mutating func begin(_ id: Int64) {
        self.id = id
        bytes.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        segments.removeAll(keepingCapacity: true)
    }
}

extension ArticleStore {
    /// Looks at the printed words of quotes, in the order of their numbers in the archive.
    /// - Parameters:
    ///   - ids: the numbers of the quotes, ascending.
    ///   - quoted: whether the parts between quotation marks are read too.
    ///   - anaphors: those of the quotes of which is read what they stand for.
    package func forEachWords(
        ofQuotes ids: [Int64], quoted: Bool, anaphors: [Int64], _ look: (PrintedWords) throws -> Void
    ) throws {
        try read { try $0.forEachWords(ofQuotes: ids, quoted: quoted, anaphors: anaphors, look) }
    }
}

extension Database {
    fileprivate func forEachWords(
        ofQuotes ids: [Int64], quoted: Bool, anaphors: [Int64], _ look: (PrintedWords) throws -> Void
    ) throws {
        guard let first = ids.first, let last = ids.last else { return }
        let list = idList(ids)
        let quotedParts = quoted ? try self.quotedParts(list) : [:]
        let antecedents = anaphors.isEmpty ? [:] : try self.antecedents(idList(anaphors))
        // To step over a few quotes is less work than to look each one up.
        let areNeighbours = last - first < 4 * Int64(ids.count)
        let columns = "SELECT quote_id, text, start_byte, end_byte, position FROM segments WHERE quote_id"
        let reader =
            areNeighbours
            ? try reader("\(columns) BETWEEN ? AND ? ORDER BY quote_id, position", [first, last])
            : try reader("\(columns) IN (SELECT value FROM json_each(?)) ORDER BY quote_id, position", [list])
        var words = PrintedWords(id: first)
        func end() throws {
            if words.pieces.isEmpty { return }
            words.quotedParts = quotedParts[words.id] ?? []
            words.antecedent = antecedents[words.id]
            try look(words)
        }
        var next = 0
        while var cells = try reader.next() {
            let id = try cells.id()
            while next < ids.count, ids[next] < id { next += 1 }
            guard next < ids.count, ids[next] == id else { continue }
            if words.id != id {
                try end()
                words.begin(id)
            }
            // The bytes alone: to make a string of them takes as long as the search in them.
            try cells.withBytes { words.append($0) }
            if quoted { words.segments.append(try cells.range(in: Source.limit)) }
        }
        try end()
    }

    private func quotedParts(_ list: String) throws -> [Int64: [ByteRange]] {
        let parts = try rows(
            """
            SELECT quote_id, start_byte, end_byte FROM quoted_parts WHERE quote_id IN (SELECT value FROM json_each(?))
            ORDER BY quote_id, position
            """, [list]
        ) { (try $0.id(), try $0.range(in: Source.limit)) }
        return Dictionary(grouping: parts, by: \.0).mapValues { $0.map(\.1) }
    }

    /// What quotes stand for.
    private func antecedents(_ list: String) throws -> [Int64: String] {
        let texts = try rows(
            "SELECT id, antecedent FROM quote_rows WHERE id IN (SELECT value FROM json_each(?))", [list]
        ) {
            (try $0.id(), try $0.optionalText())
        }
        return Dictionary(texts, uniquingKeysWith: { first, _ in first }).compactMapValues(\.self)
    }
}
