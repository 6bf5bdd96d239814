import ArticleStore
import Articles
import QueryLanguage
import Text

extension ColumnRun {
    /// Where the print of each of some rows stands among that of all of them; -1 for all other rows.
    ///
    /// Only the print of the rows is read, and none of it becomes a string, since that takes longer than all else together.
    func textRanks(_ rows: RowSet, _ wanted: Texts.Wanted) throws -> [Int32] {
        try ranks(rows, wanted, quoted: false, anaphors: RowSet(of: table.count)) { $1.bytes }
    }

    /// Where the words beside the first match in each of some rows stand among those of all of them; -1 for rows in which nothing matches.
    /// Nil where the places of matches hang on more than the words.
    func contextRanks(_ rows: RowSet, _ side: Query.OrderKey.Side, _ wanted: Texts.Wanted) throws -> [Int32]? {
        guard plan.fold == .quotes, let marked = runner.filter.markedWords else { return nil }
        let kinds = try table.column(.kinds)
        let direct = Quote.Kind.allCases.firstIndex(of: .direct).map(Int32.init)
        let anaphors = try table.rows(with: .hasAntecedent)
        return try ranks(
            rows, wanted, quoted: marked.contains { $0.test.asksForQuotationMarks }, anaphors: anaphors
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
        _ rows: RowSet, _ wanted: Texts.Wanted, quoted: Bool, anaphors: RowSet, key: (Int, PrintedWords) -> [UInt8]?
    ) throws -> [Int32] {
        var texts = Texts(wanted)
        var unknown = rows
        try source.forEachWords(of: rows, table, quoted: quoted, anaphors: anaphors) { row, words in
            guard let key = key(row, words) else { return }
            texts.append(key, of: row)
            unknown.remove(row)
        }
        var ranks = [Int32](repeating: wanted.rankOfOthers, count: table.count)
        unknown.forEach { ranks[$0] = -1 }
        for (row, rank) in texts.ranks() { ranks[row] = rank }
        return ranks
    }
}

/// Texts in one stretch of bytes: all that are given, or those that stand first among them, with all that are equal to the last of these.
struct Texts {
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    private let wanted: Wanted
    /// The last of those that stand first of what was given until then.
    private var limit: Entry?

    /// How many texts somebody wants to know.
    enum Wanted {
        case all
        case first(Int), last(Int)

        /// The rank that stands for those of all texts that nobody wants to know.
        var rankOfOthers: Int32 {
            switch self {
            case .all: -1
            case .first: Int32.max - 1
            case .last: 0
            }
        }

        fileprivate var count: Int? {
            switch self {
            case .all: nil
            case .first(let count), .last(let count): count
            }
        }
    }

    private struct Entry {
        let row: Int
        let range: ByteRange
        /// The first bytes as one number, by which most texts are told apart.
        let beginning: UInt64
    }

    init(_ wanted: Wanted) { self.wanted = wanted }

    mutating func append(_ text: [UInt8], of row: Int) {
        let beginning = (0..<8).reduce(UInt64(0)) { $0 << 8 | ($1 < text.count ? UInt64(text[$1]) : 0) }
        // What begins otherwise is another text, but for marks, which can be spelled in several ways.
        if let limit, isFirst(limit.beginning, beginning), !hasMarks(limit.beginning | beginning) { return }
        let start = bytes.count
        bytes += text
        let entry = Entry(row: row, range: ByteRange(start, bytes.count), beginning: beginning)
        if let limit, isBefore(limit, entry), !areEqual(limit.range, entry.range) {
            bytes.removeSubrange(start...)
            return
        }
        entries.append(entry)
        if let count = wanted.count, entries.count >= 2 * count + Texts.room { keepFirst(count) }
    }

    /// So many more than twice what is wanted are gathered before those that are not wanted are put away.
    private static let room = 4096

    private mutating func keepFirst(_ count: Int) {
        entries = entries.sorted(by: isBefore)
        var end = count
        while end > 0, end < entries.count, areEqual(entries[end - 1].range, entries[end].range) { end += 1 }
        entries.removeSubrange(end...)
        var kept: [UInt8] = []
        entries = entries.map { entry in
            let start = kept.count
            kept += bytes[entry.range.lower..<entry.range.upper]
            return Entry(row: entry.row, range: ByteRange(start, kept.count), beginning: entry.beginning)
        }
        bytes = kept
        limit = entries.last
    }

    /// The place of each text in the order of their bytes, from 1 on; equal ones stand in one place.
    func ranks() -> [(row: Int, rank: Int32)] {
        let sorted = entries.sorted { a, b in
            a.beginning != b.beginning ? a.beginning < b.beginning : compare(a.range, b.range) < 0
        }
        var rank: Int32 = 1
        return sorted.indices.map { place in
            if place > 0, !areEqual(sorted[place - 1].range, sorted[place].range) { rank += 1 }
            return (sorted[place].row, rank)
        }
    }

    /// Whether one number is before another in the order that is wanted.
    private func isFirst(_ a: UInt64, _ b: UInt64) -> Bool { if case .last = wanted { a > b } else { a < b } }

    private func isBefore(_ a: Entry, _ b: Entry) -> Bool {
        if a.beginning != b.beginning { return isFirst(a.beginning, b.beginning) }
        let order = compare(a.range, b.range)
        return if case .last = wanted { order > 0 } else { order < 0 }
    }

    /// Whether some bytes are more than ASCII.
    private func hasMarks(_ bytes: UInt64) -> Bool { bytes & 0x8080_8080_8080_8080 != 0 }

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
