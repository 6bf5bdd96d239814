import GRDB

/// The quotes of which something is decided.
struct DecidedQuotes {
    let rejected: Set<Int64>
    /// Each quote with each decision about it.
    private let decided: Set<Pair>
    /// Those over which something is laid.
    private let laidOver: Set<Int64>
    /// Those of versions in which somebody speaks whom only a decision names.
    private let named: Set<Int64>

    private struct Pair: Hashable { let quote, decision: Int64 }

    init(_ db: Database) throws {
        rejected = try db.rejectedQuotes()
        decided = Set(
            try db.rows("SELECT quote_id, decision_id FROM decided_quotes") {
                Pair(quote: try $0.id(), decision: try $0.id())
            })
        laidOver = try db.ids("SELECT quote_id FROM automatic_quotes")
        named = try db.ids(
            """
            SELECT id FROM quote_rows
            WHERE version_id IN (SELECT article_speaker_id >> \(Schema.speakerBits) FROM editorial_speakers)
            """)
    }

    var all: Set<Int64> { laidOver.union(decided.map(\.quote)).union(rejected).union(named) }

    /// The quotes of which other things are decided than in another state, or perhaps so.
    func differences(from other: DecidedQuotes) -> Set<Int64> {
        Set(decided.symmetricDifference(other.decided).map(\.quote))
            .union(laidOver.symmetricDifference(other.laidOver)).union(named).union(other.named)
            .union(rejected.symmetricDifference(other.rejected))
    }
}
