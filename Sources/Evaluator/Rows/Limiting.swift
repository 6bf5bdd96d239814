import ArticleStore
import QueryLanguage

/// `top` and `sample`.
enum Limiting {
    /// The rows that remain, and how many more tie with the last of them.
    static func limit(_ rows: [Answer.Row], _ query: Query) throws -> (rows: [Answer.Row], ties: Int) {
        try limit(rows, query) { areTied($0, $1, query) }
    }

    /// As above, of rows of any kind.
    static func limit<Row>(
        _ rows: [Row], _ query: Query, areTied: (Row, Row) -> Bool
    ) throws -> (rows: [Row], ties: Int) {
        switch query.limit {
        case nil:
            return (rows, 0)
        case .top(let count, let withTies):
            let kept = Array(rows.prefix(max(0, count)))
            guard let last = kept.last else { return (kept, 0) }
            var givingUp = GivingUp()
            let tied = try rows.dropFirst(kept.count).prefix { row in
                try givingUp.step()
                return areTied(row, last)
            }
            return withTies ? (kept + tied, 0) : (kept, tied.count)
        case .sample(let count, let seed):
            return (try sample(rows, max(0, count), seed), 0)
        }
    }

    /// As above, of rows that are not in their order yet; of many rows only those that remain are put in it.
    /// - Parameters:
    ///   - isBefore: an order in which no two rows are equal, and in which rows that tie are neighbours.
    static func limit<Row>(
        _ rows: some Collection<Row>, _ query: Query, isBefore: (Row, Row) throws -> Bool, areTied: (Row, Row) -> Bool
    ) throws -> (rows: [Row], ties: Int) {
        guard case .top(let count, let withTies) = query.limit, count < rows.count else {
            return try limit(try rows.sortedUnlessGivenUp(by: isBefore), query, areTied: areTied)
        }
        let kept = try rows.first(max(0, count), unlessGivenUpBy: isBefore)
        guard let last = kept.last else { return (kept, 0) }
        var givingUp = GivingUp()
        let tied = try rows.filter { row in
            try givingUp.step()
            return areTied(row, last)
        }
        let others = kept.prefix { !areTied($0, last) }
        if withTies { return (others + (try tied.sortedUnlessGivenUp(by: isBefore)), 0) }
        return (kept, max(0, tied.count - (kept.count - others.count)))
    }

    /// Rows tie where the keys that were asked for are equal, or, of things in the order of their counts, the counts.
    static func areTied(_ a: Answer.Row, _ b: Answer.Row, _ query: Query) -> Bool {
        if !query.order.isEmpty { return RowOrder.compare(a, b, query.order) == 0 }
        switch a.subject {
        case .speaker, .outlet: return a.count == b.count
        case .group: return query.grouping.map(\.isDate) == [false] && a.count == b.count
        case .statement, .quote, .article, .change: return false
        }
    }

    /// The same rows for the same seed on every machine, in the order in which they stood.
    private static func sample<Row>(_ rows: [Row], _ count: Int, _ seed: UInt64) throws -> [Row] {
        guard count < rows.count else { return rows }
        var generator = SplitMix64(state: seed)
        var places = Array(rows.indices)
        var givingUp = GivingUp()
        for index in 0..<count {
            try givingUp.step()
            let rest = UInt64(places.count - index)
            places.swapAt(index, index + Int(generator.next() % rest))
        }
        return try places.prefix(count).sortedUnlessGivenUp(by: <).map { rows[$0] }
    }

    /// Steele, Lea and Flood's generator: small, and the same everywhere.
    private struct SplitMix64 {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }
}
