/// The fullest reports of utterances, found by speaker, term and days.
///
/// A list is followed to its end only where it is short: among the terms of a quote, taken from the rarest on, those that a speaker uses
/// everywhere find nothing that the rarer ones do not.
///
/// Hardly any list is ever looked for: most of what somebody says in a week is said once. So every quote first tells what it will look for,
/// and what no other quote will look for is not kept.
struct LeaderIndex {
    private var wanted: WantedKeys
    /// What is in the table, by a few bits of the keys: little enough to be at hand, where the table is not.
    private var present = [UInt64](repeating: 0, count: 1 << 18)
    private var slots: [Slot]
    private var used = 0
    private var leaders: [Int32] = []
    private var next: [Int32] = []
    /// The longest list that is followed for a term.
    private static let longestList = 2048

    /// What leads to a list.
    struct Key: Hashable {
        let speaker: UInt32
        let term: UInt32
        let days: Int32

        /// The same on every run, and different for neighbours.
        fileprivate var mark: UInt64 {
            var mark = UInt64(speaker) << 32 | UInt64(term)
            mark = (mark ^ UInt64(UInt32(bitPattern: days)) &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
            mark ^= mark >> 29
            mark = mark &* 0x94D0_49BB_1331_11EB
            return mark ^ mark >> 32
        }
    }

    /// A place of the table; empty where the entry is negative.
    private struct Slot {
        var key = Key(speaker: 0, term: 0, days: 0)
        var entry: Int32 = -1
    }

    /// - Parameter looks: about how often something will be looked for.
    init(looks: Int) {
        wanted = WantedKeys(count: looks)
        slots = Array(repeating: Slot(), count: 1024)
    }

    /// Tells that a quote will look for a key; each quote tells it once, before anything is inserted.
    mutating func want(_ key: Key) { wanted.insert(key.mark) }

    /// Inserts a leader, unless nobody looks for it but, where `isWanted` says so, the leader itself.
    mutating func insert(_ leader: Int, _ key: Key, isWanted: Bool) {
        let mark = key.mark
        guard wanted.contains(mark, atLeast: isWanted ? 2 : 1) else { return }
        if used * 2 >= slots.count { grow() }
        let slot = place(of: key, mark)
        if slots[slot].entry < 0 {
            slots[slot].key = key
            used += 1
        }
        present[Int(truncatingIfNeeded: mark >> 40) & (present.count - 1)] |= 1 << (mark >> 34 & 63)
        leaders.append(Int32(leader))
        next.append(slots[slot].entry)
        slots[slot].entry = Int32(leaders.count - 1)
    }

    /// Appends to `found` each leader of a key, unless these are too many.
    func find(_ key: Key, into found: inout [Int32]) {
        let mark = key.mark
        guard present[Int(truncatingIfNeeded: mark >> 40) & (present.count - 1)] & 1 << (mark >> 34 & 63) != 0 else {
            return
        }
        var entry = slots[place(of: key, mark)].entry
        let start = found.count
        while entry >= 0 {
            guard found.count - start < Self.longestList else {
                found.removeLast(found.count - start)
                return
            }
            found.append(leaders[Int(entry)])
            entry = next[Int(entry)]
        }
    }

    private func place(of key: Key, _ mark: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: mark) & (slots.count - 1)
        while slots[slot].entry >= 0, slots[slot].key != key { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for slot in old where slot.entry >= 0 { slots[place(of: slot.key, slot.key.mark)] = slot }
    }
}

/// Which keys are wanted once, and which twice: at times one more than was told, never one less.
private struct WantedKeys {
    private var once: [UInt64]
    private var twice: [UInt64]

    init(count: Int) {
        // Four bits for each key make one in four a false alarm, which costs an entry and changes nothing.
        var words = 64
        while words * 16 < count { words *= 2 }
        once = Array(repeating: 0, count: words)
        twice = once
    }

    mutating func insert(_ mark: UInt64) {
        let (word, bit) = place(of: mark)
        if once[word] & bit == 0 { once[word] |= bit } else { twice[word] |= bit }
    }

    func contains(_ mark: UInt64, atLeast count: Int) -> Bool {
        let (word, bit) = place(of: mark)
        return (count > 1 ? twice : once)[word] & bit != 0
    }

    private func place(of mark: UInt64) -> (word: Int, bit: UInt64) {
        (Int(truncatingIfNeeded: mark >> 6) & (once.count - 1), 1 << (mark & 63))
    }
}
