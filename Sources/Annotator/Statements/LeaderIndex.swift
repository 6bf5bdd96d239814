/// The fullest reports of utterances, found by speaker and term.
///
/// A list is followed to its end only where it is short: among the terms of a quote, taken from the rarest on, those that a speaker uses
/// everywhere find nothing that the rarer ones do not.
struct LeaderIndex {
    private var heads: [UInt64: Int32] = [:]
    private var leaders: [Int32] = []
    private var next: [Int32] = []
    /// The longest list that is followed for a term.
    static let longestList = 2048

    mutating func insert(_ leader: Int, speaker: UInt32, term: UInt32) {
        let key = UInt64(speaker) << 32 | UInt64(term)
        let entry = Int32(leaders.count)
        leaders.append(Int32(leader))
        next.append(heads.updateValue(entry, forKey: key) ?? -1)
    }

    /// Calls `body` with each leader of a speaker that has a term, unless these are too many.
    func forEach(speaker: UInt32, term: UInt32, _ body: (Int) -> Void) {
        guard var entry = heads[UInt64(speaker) << 32 | UInt64(term)] else { return }
        let first = entry
        var length = 0
        while entry >= 0 {
            length += 1
            if length > Self.longestList { return }
            entry = next[Int(entry)]
        }
        entry = first
        while entry >= 0 {
            body(Int(leaders[Int(entry)]))
            entry = next[Int(entry)]
        }
    }
}
