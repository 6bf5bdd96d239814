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

    /// What tells each term from every other one on every machine: see `TermReader.key`.
    private(set) var keys: [UInt64] = []

    /// - Parameters:
    ///   - printed: the terms of each quote in the order of the print, as `TermReader` numbers them.
    ///   - keys: what tells the terms apart on every machine, by number.
    ///   - frequencies: how many quotes of the archive have each.
    ///   - quotes: how many quotes the archive has.
    init(_ printed: FlatLists<UInt32>, keys: [UInt64], frequencies: [Int], quotes: Int) {
        let weighing = TermWeighing(quotes: quotes)
        let weightOf = frequencies.map { weighing.weight(ofTermIn: $0) }
        // Equally telling terms stand in the order of their keys, so that the numbers do not depend on the order of the quotes.
        let order = keys.indices.dropFirst().sorted { (-weightOf[$0], keys[$0]) < (-weightOf[$1], keys[$1]) }
        var ranks = [UInt32](repeating: StatementTerms.negation, count: keys.count)
        for (rank, term) in order.enumerated() { ranks[term] = UInt32(rank + 1) }
        weights = [Int](repeating: 0, count: keys.count)
        self.keys = keys
        for term in keys.indices {
            weights[Int(ranks[term])] = weightOf[term]
            self.keys[Int(ranks[term])] = keys[term]
        }
        var printed = printed
        printed.map { ranks[Int($0)] }
        self.printed = printed
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

    /// How many of some quotes have each term, by number.
    static func frequencies(_ printed: FlatLists<UInt32>, terms: Int) -> [Int] {
        var frequencies = [Int](repeating: 0, count: terms)
        var lastSeen = [Int32](repeating: -1, count: terms)
        for index in 0..<printed.count {
            for place in printed.range(index) {
                let term = Int(printed.values[place])
                guard lastSeen[term] != index else { continue }
                lastSeen[term] = Int32(index)
                frequencies[term] += 1
            }
        }
        return frequencies
    }
}

/// How much terms tell, by how many quotes of an archive have them, in sixteenths of a bit.
///
/// Only powers of two count, so that an archive that grows a little has the same weights as before; and all terms that are rare enough tell
/// equally much, since nobody says ten words that one quote in a thousand has by chance.
struct TermWeighing: Hashable {
    private let power: Int

    init(quotes: Int) { power = TermWeighing.power(quotes + TermWeighing.otherQuotes) }

    func weight(ofTermIn quotes: Int) -> Int {
        16 * min(TermWeighing.mostBits, max(0, power - TermWeighing.power(max(1, quotes))))
    }

    /// As many quotes are thought to be in every archive besides, so that in a small one a word that two reports share does not count
    /// for less than one that stands in one of them alone.
    private static let otherQuotes = 1024
    private static let mostBits = 10

    private static func power(_ number: Int) -> Int { Int.bitWidth - 1 - number.leadingZeroBitCount }
}

/// Turns texts into numbered terms; each run of letters between blanks is folded once, however often it is printed.
struct TermReader {
    /// The key of each term that was found.
    private(set) var keys: [UInt64] = [0]
    private var numbers: [UInt64: UInt32] = [:]
    private var chunks = ChunkTable()
    private var terms: [UInt32] = []

    /// The key of a term: its bytes, seven at most, so that an index over words can be asked for it; 0 for that of all negations.
    private static func key(_ stem: String) -> UInt64 {
        var key: UInt64 = 0
        for byte in stem.utf8.prefix(7) { key = key << 8 | UInt64(byte) }
        return key
    }

    /// How the words begin that a term stands for; empty for that of all negations.
    static func beginning(of key: UInt64) -> String {
        var bytes = (0..<8).map { UInt8(truncatingIfNeeded: key >> (56 - 8 * $0)) }.drop { $0 == 0 }
        // The last letter may be cut into.
        while !bytes.isEmpty {
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            bytes.removeLast()
        }
        return ""
    }

    /// Reads the words of a quote, or where these tell nothing, as `it should`, what they stand for.
    /// - Returns: a fingerprint of the text.
    mutating func read(_ quote: LinkableQuote, into sequence: inout FlatLists<UInt32>) -> UInt64 {
        let mark = read(quote.text, into: &sequence)
        if sequence.openCount == 0, let antecedent = quote.antecedent { read(antecedent, into: &sequence) }
        sequence.end()
        return mark
    }

    /// The keys of the different terms of a quote.
    mutating func keys(of quote: LinkableQuote) -> Set<UInt64> {
        var sequence = FlatLists<UInt32>()
        _ = read(quote, into: &sequence)
        return Set(sequence[0].map { keys[Int($0)] })
    }

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
        let key = Self.key(stem)
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
