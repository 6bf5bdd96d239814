import Articles
import Text

/// The content words of quotes as numbers: stems without the words that every text has, each with the weight of its rarity.
///
/// A term is a stem cut to seven bytes, so that `participate` and `participation` are one; `cease-fire` is one word, and in
/// `Bashar al-Assad` the particle is none. All negations are one term.
struct StatementTerms {
    /// The terms of each quote in the order of the print.
    private let printed: FlatLists<UInt32>
    /// The different terms of each quote, the rarest first.
    private(set) var distinct = FlatLists<UInt32>()
    /// What each term tells, in sixteenths of a bit.
    private(set) var weights: [Int] = []
    /// The term of all negations.
    static let negation: UInt32 = 0

    /// - Parameters:
    ///   - printed: the terms of each quote in the order of the print, as `TermReader` numbers them.
    ///   - keys: what tells the terms apart on every machine, by number.
    init(_ printed: FlatLists<UInt32>, keys: [UInt64]) {
        let (ranks, weights) = StatementTerms.ranks(printed, keys)
        var printed = printed
        printed.map { ranks[Int($0)] }
        self.printed = printed
        self.weights = weights
        distinct.reserve(printed.count)
        var terms: [UInt32] = []
        for index in 0..<printed.count {
            terms.removeAll(keepingCapacity: true)
            terms.append(contentsOf: printed[index])
            terms.sort()
            for term in terms where distinct.openCount == 0 || distinct.values.last != term { distinct.append(term) }
            distinct.end()
        }
    }

    var count: Int { printed.count }

    /// A quote's terms in the order of the print.
    func sequence(_ index: Int) -> ArraySlice<UInt32> { printed[index] }

    /// A quote's different terms, the rarest first.
    func terms(_ index: Int) -> ArraySlice<UInt32> { distinct[index] }

    /// What all terms of a quote tell together.
    func weight(_ index: Int) -> Int {
        var weight = 0
        for place in distinct.range(index) { weight += weights[Int(distinct.values[place])] }
        return weight
    }

    /// How many of a quote's terms, from the rarest on, one at least must be in whatever has 42 hundredths of what all tell.
    func telling(_ index: Int) -> Int {
        let total = weight(index)
        var rest = total
        let range = distinct.range(index)
        for place in range {
            guard rest * 100 >= total * 42 else { return place - range.lowerBound }
            rest -= weights[Int(distinct.values[place])]
        }
        return range.count
    }

    /// The same for the same terms in the same order.
    func sequenceMark(_ index: Int) -> UInt64 {
        var mark: UInt64 = 0xCBF2_9CE4_8422_2325
        for place in printed.range(index) { mark = (mark ^ UInt64(printed.values[place])) &* 0x100_0000_01B3 }
        return mark
    }

    /// Numbers the terms anew, the rarest first, and weighs them. Equally rare ones stand in the order of their keys, so that the numbers
    /// do not depend on the order of the quotes.
    private static func ranks(
        _ printed: FlatLists<UInt32>, _ keys: [UInt64]
    ) -> (ranks: [UInt32], weights: [Int]) {
        var frequency = [UInt32](repeating: 0, count: keys.count)
        var lastSeen = [Int32](repeating: -1, count: keys.count)
        for index in 0..<printed.count {
            for place in printed.range(index) {
                let term = Int(printed.values[place])
                guard lastSeen[term] != index else { continue }
                lastSeen[term] = Int32(index)
                frequency[term] += 1
            }
        }
        let order = keys.indices.dropFirst().sorted { (frequency[$0], keys[$0]) < (frequency[$1], keys[$1]) }
        var ranks = [UInt32](repeating: negation, count: keys.count)
        for (rank, term) in order.enumerated() { ranks[term] = UInt32(rank + 1) }
        var weights = [Int](repeating: 0, count: keys.count)
        for term in keys.indices {
            weights[Int(ranks[term])] = bits((printed.count + otherQuotes) / max(1, Int(frequency[term])))
        }
        return (ranks, weights)
    }

    /// As many quotes are thought to be in every archive besides, so that in a small one a word that two reports share does not count
    /// for less than one that stands in one of them alone.
    private static let otherQuotes = 1024

    /// The logarithm to the base of two in sixteenths, between the powers of two by a straight line: the same on every machine.
    private static func bits(_ number: Int) -> Int {
        let power = Int.bitWidth - 1 - number.leadingZeroBitCount
        return 16 * power + ((number - 1 << power) * 16) >> power
    }
}

/// Turns texts into numbered terms; each run of letters between blanks is folded once, however often it is printed.
struct TermReader {
    /// A fingerprint of each term that was found.
    private(set) var keys: [UInt64] = [0]
    private var numbers: [UInt64: UInt32] = [:]
    private var chunks = ChunkTable()
    private var terms: [UInt32] = []

    /// Appends the terms of a text to the list that is not yet ended.
    /// - Returns: a fingerprint of the text.
    @discardableResult
    mutating func read(_ text: String, into sequence: inout FlatLists<UInt32>) -> UInt64 {
        var text = text
        return text.withUTF8 { bytes in
            var mark = Self.hashStart
            var start = 0
            while start < bytes.count {
                var end = start
                var hash = Self.hashStart
                while end < bytes.count, bytes[end] > 0x20 {
                    hash = (hash ^ UInt64(bytes[end])) &* Self.hashFactor
                    end += 1
                }
                if end > start {
                    mark = (mark ^ hash) &* 0x9E37_79B9_7F4A_7C15
                    mark ^= mark >> 31
                    let range: Range<Int>
                    if let known = chunks[hash] {
                        range = known
                    } else {
                        range = fold(Array(bytes[start..<end]))
                        chunks.insert(range, hash)
                    }
                    for place in range { sequence.append(terms[place]) }
                }
                start = end + 1
            }
            return mark
        }
    }

    /// The terms of what stands between two blanks.
    private mutating func fold(_ chunk: [UInt8]) -> Range<Int> {
        let start = terms.count
        let words = Folding.words(in: chunk)
        var index = 0
        while index < words.count {
            var end = index + 1
            while end < words.count, words[end - 1].isHyphenatedToNext { end += 1 }
            let parts = words[index..<end].filter { end - index == 1 || !Self.particles.contains($0.form) }
            if parts.count == 2 {
                add(Folding.stem(ofForm: parts.map(\.form).joined()))
            } else {
                for word in parts { add(word) }
            }
            index = end
        }
        return start..<terms.count
    }

    private mutating func add(_ word: FoldedWord) {
        if Self.negations.contains(word.form) {
            terms.append(StatementTerms.negation)
        } else if !Self.idleWords.contains(word.form) {
            add(word.stem)
        }
    }

    private mutating func add(_ stem: String) {
        var key = Self.hashStart
        for byte in stem.utf8.prefix(7) { key = (key ^ UInt64(byte)) &* Self.hashFactor }
        let number = numbers[key] ?? UInt32(keys.count)
        if number == keys.count {
            numbers[key] = number
            keys.append(key)
        }
        terms.append(number)
    }

    // FNV-1a.
    private static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let hashFactor: UInt64 = 0x100_0000_01B3

    private static let particles: Set = ["al", "el", "ad", "an", "ar", "as", "at", "az", "bin", "ibn", "abu", "ul"]
    private static let negations = Set(
        WordClass.negations.union(["no", "nor", "none", "nobody", "nothing", "neither", "without"]).map(Folding.key)
            + WordClass.contractions.filter { $0.hasSuffix("n't") }.map(Folding.key))
    private static let idleWords = Set(
        [
            WordClass.determiners, WordClass.prepositions, WordClass.conjunctions, WordClass.auxiliaries,
            WordClass.modals, WordClass.subjectPronouns, WordClass.objectPronouns, WordClass.questionWords,
            WordClass.contractions, ["very", "there", "which", "mr", "mrs", "ms", "s", "so", "just", "also"],
        ].joined().map(Folding.key))
}

/// The terms of runs of letters, by the hashes of these.
private struct ChunkTable {
    private struct Slot {
        var hash: UInt64 = 0
        var start: Int32 = -1
        var count: Int32 = 0
    }
    private var slots = Array(repeating: Slot(), count: 4096)
    private var used = 0

    subscript(hash: UInt64) -> Range<Int>? {
        let slot = slots[place(of: hash)]
        return slot.start < 0 ? nil : Int(slot.start)..<Int(slot.start + slot.count)
    }

    mutating func insert(_ range: Range<Int>, _ hash: UInt64) {
        if used * 2 >= slots.count {
            let old = slots
            slots = Array(repeating: Slot(), count: old.count * 2)
            for slot in old where slot.start >= 0 { slots[place(of: slot.hash)] = slot }
        }
        used += 1
        slots[place(of: hash)] = Slot(hash: hash, start: Int32(range.lowerBound), count: Int32(range.count))
    }

    private func place(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
        while slots[slot].start >= 0, slots[slot].hash != hash { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }
}
