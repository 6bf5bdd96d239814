import Articles
import Text

/// The content words of quotes as numbers: stems without the words that every text has, each with the weight of its rarity.
///
/// A term is a stem cut to seven bytes, so that `participate` and `participation` are one; `cease-fire` is one word, and in
/// `Bashar al-Assad` the particle is none. All negations are one term.
struct StatementTerms {
    /// The terms of each quote in the order of the print, one after the other; `sequence(_:)` cuts them apart.
    private var printed: [UInt32] = []
    private var printedEnds: [Int] = []
    /// The different terms of each quote, the rarest first.
    private var distinct: [UInt32] = []
    private var distinctEnds: [Int] = []
    /// What each term tells, in sixteenths of a bit.
    private(set) var weights: [Int] = []
    /// The term of all negations.
    static let negation: UInt32 = 0

    init(_ quotes: [LinkableQuote]) {
        var reader = TermReader()
        printedEnds.reserveCapacity(quotes.count)
        for quote in quotes {
            reader.read(quote.text, into: &printed)
            // Of `it should` remains nothing; then what it stands for is what was said.
            if printed.count == printedEnds.last ?? 0, let antecedent = quote.antecedent {
                reader.read(antecedent, into: &printed)
            }
            printedEnds.append(printed.count)
        }
        rank(reader.keys)
    }

    var count: Int { printedEnds.count }

    /// A quote's terms in the order of the print.
    func sequence(_ index: Int) -> ArraySlice<UInt32> {
        printed[(index == 0 ? 0 : printedEnds[index - 1])..<printedEnds[index]]
    }

    /// A quote's different terms, the rarest first.
    func terms(_ index: Int) -> ArraySlice<UInt32> {
        distinct[(index == 0 ? 0 : distinctEnds[index - 1])..<distinctEnds[index]]
    }

    /// What all terms of a quote tell together.
    func weight(_ index: Int) -> Int { terms(index).reduce(0) { $0 + weights[Int($1)] } }

    /// Numbers the terms anew, the rarest first, and weighs them. Equally rare ones stand in the order of their keys, so that the numbers
    /// do not depend on the order of the quotes.
    private mutating func rank(_ keys: [UInt64]) {
        var frequency = [UInt32](repeating: 0, count: keys.count)
        var lastSeen = [Int32](repeating: -1, count: keys.count)
        for index in 0..<count {
            for term in sequence(index) where lastSeen[Int(term)] != index {
                lastSeen[Int(term)] = Int32(index)
                frequency[Int(term)] += 1
            }
        }
        let order = keys.indices.dropFirst().sorted { (frequency[$0], keys[$0]) < (frequency[$1], keys[$1]) }
        var ranks = [UInt32](repeating: Self.negation, count: keys.count)
        for (rank, term) in order.enumerated() { ranks[term] = UInt32(rank + 1) }
        weights = [Int](repeating: 0, count: keys.count)
        for term in keys.indices {
            weights[Int(ranks[term])] = Self.bits((count + Self.otherQuotes) / max(1, Int(frequency[term])))
        }
        for index in printed.indices { printed[index] = ranks[Int(printed[index])] }
        distinct.reserveCapacity(printed.count)
        var terms: [UInt32] = []
        for index in 0..<count {
            terms.removeAll(keepingCapacity: true)
            terms.append(contentsOf: sequence(index))
            terms.sort()
            for term in terms where distinct.count == distinctEnds.last ?? 0 || distinct.last != term {
                distinct.append(term)
            }
            distinctEnds.append(distinct.count)
        }
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
private struct TermReader {
    /// A fingerprint of each term that was found.
    private(set) var keys: [UInt64] = [0]
    private var numbers: [UInt64: UInt32] = [:]
    private var chunks: [UInt64: Range<Int>] = [:]
    private var terms: [UInt32] = []

    mutating func read(_ text: String, into sequence: inout [UInt32]) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                var end = start
                var hash = Self.hashStart
                while end < bytes.count, bytes[end] > 0x20 {
                    hash = (hash ^ UInt64(bytes[end])) &* Self.hashFactor
                    end += 1
                }
                if end > start {
                    let range: Range<Int>
                    if let known = chunks[hash] {
                        range = known
                    } else {
                        range = fold(Array(bytes[start..<end]))
                        chunks[hash] = range
                    }
                    sequence.append(contentsOf: terms[range])
                }
                start = end + 1
            }
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
