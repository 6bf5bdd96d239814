import Articles
import GRDB
import Text

/// How many quotes had the terms by which quotes are compared when the archive was linked, in the order of the terms.
struct KeptTerms {
    /// The number of quotes that were counted.
    private(set) var quotes: Int
    private var terms: [UInt64]
    private var counts: [Int32]

    init(_ frequencies: TermFrequencies) {
        let sorted = frequencies.counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        quotes = frequencies.quotes
        terms = sorted.map(\.key)
        counts = sorted.map { Int32(clamping: $0.value) }
    }

    /// How many quotes had some of the terms; those that none had are left out.
    func frequencies(of wanted: Set<UInt64>) -> TermFrequencies {
        var found = TermFrequencies(quotes: quotes)
        for term in wanted {
            let place = terms.partitioningIndex { $0 >= term }
            if place < terms.count, terms[place] == term { found.counts[term] = Int(counts[place]) }
        }
        return found
    }

    /// Puts other numbers in the place of those that have changed.
    mutating func change(by changed: TermFrequencies) {
        let new = KeptTerms(changed)
        var merged: (terms: [UInt64], counts: [Int32]) = ([], [])
        merged.terms.reserveCapacity(terms.count + new.terms.count)
        merged.counts.reserveCapacity(terms.count + new.terms.count)
        var next = 0
        func take(_ term: UInt64, _ count: Int32) {
            merged.terms.append(term)
            merged.counts.append(count)
        }
        for (term, count) in zip(terms, counts) {
            while next < new.terms.count, new.terms[next] < term {
                take(new.terms[next], new.counts[next])
                next += 1
            }
            if changed.counts[term] == nil { take(term, count) }
        }
        for place in next..<new.terms.count { take(new.terms[place], new.counts[place]) }
        self = KeptTerms(quotes: changed.quotes, terms: merged.terms, counts: merged.counts)
    }

    private init(quotes: Int, terms: [UInt64], counts: [Int32]) {
        self.quotes = quotes
        self.terms = terms
        self.counts = counts
    }
}

/// What is kept of the terms, beside the columns of the quotes.
private enum TermPart: String {
    /// The upper and the lower half of what tells each term from every other one.
    case linkedTermHighs, linkedTermLows
    case linkedTermCounts
    /// One number.
    case linkedQuotes
}

extension KeptTerms {
    /// Reads what was kept of a state of the archive; nil where it is of another one, or damaged.
    init?(_ db: Database, _ stamp: TableStamp) throws {
        func numbers(_ part: TermPart) throws -> [Int32]? { try db.columnNumbers(part.rawValue, stamp) }
        guard let highs = try numbers(.linkedTermHighs), let lows = try numbers(.linkedTermLows),
            let counts = try numbers(.linkedTermCounts), let quotes = try numbers(.linkedQuotes)?.first,
            highs.count == lows.count, lows.count == counts.count
        else { return nil }
        self.init(
            quotes: Int(quotes),
            terms: zip(highs, lows).map { UInt64(UInt32(bitPattern: $0)) << 32 | UInt64(UInt32(bitPattern: $1)) },
            counts: counts)
    }

    /// Keeps it beside the columns of a state of the archive.
    func keep(in db: Database, _ stamp: TableStamp) throws {
        func keep(_ part: TermPart, _ numbers: [Int32]) throws {
            try db.keep(part.rawValue, ColumnBytes.of(numbers), stamp)
        }
        try keep(.linkedTermHighs, terms.map { Int32(bitPattern: UInt32(truncatingIfNeeded: $0 >> 32)) })
        try keep(.linkedTermLows, terms.map { Int32(bitPattern: UInt32(truncatingIfNeeded: $0)) })
        try keep(.linkedTermCounts, counts)
        try keep(.linkedQuotes, [Int32(clamping: quotes)])
    }
}
