/// The fullest reports of utterances, found by speaker, term and days.
///
/// A list is followed to its end only where it is short: among the terms of a quote, taken from the rarest on, those that a speaker uses
/// everywhere find nothing that the rarer ones do not.
struct LeaderIndex {
    private var heads: [Key: Int32] = [:]
    private var leaders: [Int32] = []
    private var next: [Int32] = []
    /// The longest list that is followed for a term.
    private static let longestList = 2048

    /// What leads to a list.
    private struct Key: Hashable {
        let speaker: UInt32
        let term: UInt32
        let days: Int32
    }

    mutating func insert(_ leader: Int, speaker: UInt32, term: UInt32, days: Int32) {
        let entry = Int32(leaders.count)
        leaders.append(Int32(leader))
        next.append(heads.updateValue(entry, forKey: Key(speaker: speaker, term: term, days: days)) ?? -1)
    }

    /// Appends to `found` each leader of a speaker that has a term, unless these are too many.
    func find(speaker: UInt32, term: UInt32, days: Int32, into found: inout [Int]) {
        guard var entry = heads[Key(speaker: speaker, term: term, days: days)] else { return }
        let start = found.count
        while entry >= 0 {
            guard found.count - start < Self.longestList else {
                found.removeLast(found.count - start)
                return
            }
            found.append(Int(leaders[Int(entry)]))
            entry = next[Int(entry)]
        }
    }
}
