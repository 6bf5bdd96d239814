import ArticleStore
import Articles
import QueryLanguage
import Text

extension ColumnRun {
    /// Where the print of each of some rows stands among that of all of them; -1 for all other rows.
    ///
    /// Only the print of the rows is read, and none of it becomes a string, since that takes longer than all else together.
    func textRanks(_ rows: [Int32]) throws -> [Int32] {
        try ranks(rows, quoted: false, anaphors: RowSet(of: table.count)) { $1.bytes }
    }

    /// Where the words beside the first match in each of some rows stand among those of all of them; -1 for rows in which nothing matches.
    /// Nil where the places of matches hang on more than the words.
    func contextRanks(_ rows: [Int32], _ side: Query.OrderKey.Side) throws -> [Int32]? {
        guard plan.fold == .quotes, let marked = runner.filter.markedWords else { return nil }
        let kinds = try table.column(.kinds)
        let direct = Quote.Kind.allCases.firstIndex(of: .direct).map(Int32.init)
        let anaphors = try table.rows(with: .hasAntecedent)
        return try ranks(
            rows, quoted: marked.contains { $0.test.asksForQuotationMarks }, anaphors: anaphors
        ) { row, words in
            let text = QuoteText(words, isQuoted: kinds[row] == direct)
            let behind = words.antecedent.map { QuoteText($0) }
            let found = marked.flatMap { $0.test.find(in: text, behind: $0.seesBehind ? behind : nil).ranges }
            for (piece, ranges) in zip(words.pieces, text.perSegment(found)) {
                guard let range = ranges.first else { continue }
                let beside = text.words.filter { piece.contains($0.range) }
                return ContextKey(of: beside[...], around: range.shifted(by: piece.lower), side).bytes
            }
            return nil
        }
    }

    /// The place of what `key` tells of each row; what is told of it is compared by bytes.
    private func ranks(
        _ rows: [Int32], quoted: Bool, anaphors: RowSet, key: (Int, PrintedWords) -> [UInt8]?
    ) throws -> [Int32] {
        let ids = try table.ids()
        let wanted = rows.map { (id: Int64(ids[Int($0)]), row: Int($0)) }.sorted { $0.id < $1.id }
        var texts = Texts()
        for start in stride(from: 0, to: wanted.count, by: ColumnSource.batch) {
            try GivingUp.check()
            let batch = wanted[start..<min(start + ColumnSource.batch, wanted.count)]
            let behind = batch.filter { anaphors.contains($0.row) }.map(\.id)
            for words in try source.words(batch.map(\.id), quoted, behind) {
                guard let row = try table.row(ofQuote: words.id), let key = key(row, words) else { continue }
                texts.append(key, of: Int32(row))
            }
        }
        var ranks = [Int32](repeating: -1, count: table.count)
        for (row, rank) in texts.ranks() { ranks[Int(row)] = rank }
        return ranks
    }
}

/// Texts in one stretch of bytes.
private struct Texts {
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []

    private struct Entry {
        let row: Int32
        let range: ByteRange
        /// The first bytes as one number, by which most texts are told apart.
        let beginning: UInt64
    }

    mutating func append(_ text: [UInt8], of row: Int32) {
        let start = bytes.count
        bytes += text
        let beginning = (0..<8).reduce(UInt64(0)) { $0 << 8 | ($1 < text.count ? UInt64(text[$1]) : 0) }
        entries.append(Entry(row: row, range: ByteRange(start, bytes.count), beginning: beginning))
    }

    /// The place of each text in the order of their bytes; equal ones stand in one place.
    func ranks() -> [(row: Int32, rank: Int32)] {
        let sorted = entries.sorted { a, b in
            a.beginning != b.beginning ? a.beginning < b.beginning : compare(a.range, b.range) < 0
        }
        var rank: Int32 = 0
        return sorted.indices.map { place in
            if place > 0, !areEqual(sorted[place - 1].range, sorted[place].range) { rank += 1 }
            return (sorted[place].row, rank)
        }
    }

    private func compare(_ a: ByteRange, _ b: ByteRange) -> Int {
        bytes.withUnsafeBytes { bytes in
            let (first, second) = (bytes[a.lower..<a.upper], bytes[b.lower..<b.upper])
            for (x, y) in zip(first, second) where x != y { return x < y ? -1 : 1 }
            return a.count - b.count
        }
    }

    /// As strings are, which may spell one letter in several ways.
    private func areEqual(_ a: ByteRange, _ b: ByteRange) -> Bool {
        if compare(a, b) == 0 { return true }
        guard (bytes[a.lower..<a.upper].contains { $0 >= 0x80 }) else { return false }
        return bytes.text(a) == bytes.text(b)
    }
}
