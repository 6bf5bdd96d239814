import Articles
import Text

/// The runs of five words of a text, as hashes; case and punctuation do not count.
struct Shingles {
    private(set) var hashes: Set<UInt64> = []

    /// The words in one run.
    private static let length = 5

    /// The runs of the body of one version of a text.
    init(_ bytes: [UInt8], _ zones: [Zone]) {
        for zone in zones where zone.kind == .body {
            var words: [UInt64] = []
            var word = Fingerprint()
            var isInWord = false
            func end() {
                if isInWord { words.append(word.value) }
                word = Fingerprint()
                isInWord = false
            }
            var index = max(0, zone.range.lower)
            let upper = min(bytes.count, zone.range.upper)
            while index < upper {
                let byte = bytes[index]
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                    word.combine(CollectionOfOne(byte | 0x20))
                    isInWord = true
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                    word.combine(CollectionOfOne(byte))
                    isInWord = true
                case 0xE2 where index + 1 < upper && bytes[index + 1] == 0x80:
                    // Dashes, curly marks and other punctuation.
                    end()
                    index += 2
                case 0x80...:
                    word.combine(CollectionOfOne(byte))
                    isInWord = true
                default: end()
                }
                index += 1
            }
            end()
            add(words)
        }
    }

    private mutating func add(_ words: [UInt64]) {
        guard words.count >= Shingles.length else { return }
        for start in 0...(words.count - Shingles.length) {
            var hash: UInt64 = 0
            for word in words[start..<(start + Shingles.length)] { hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15 }
            hashes.insert(hash ^ (hash >> 29))
        }
    }

    /// The part of the shorter text that the longer one has too, from 0 to 1.
    func share(with other: Shingles) -> Double {
        let smaller = min(hashes.count, other.hashes.count)
        return smaller == 0 ? 0 : Double(hashes.intersection(other.hashes).count) / Double(smaller)
    }
}

/// The smallest hash of a text's shingles in each of some bins (one-permutation MinHash): two texts agree in about as many bins as their
/// shingles agree.
struct TextSketch {
    private(set) var bins: [UInt32]

    private static let count = 62
    private static let none = UInt32.max
    /// A text with fewer shingles is like too many others.
    private static let fewest = 30

    /// The sketch of a text; nil where it is too short.
    init?(_ shingles: Shingles) {
        guard shingles.hashes.count >= TextSketch.fewest else { return nil }
        bins = [UInt32](repeating: TextSketch.none, count: TextSketch.count)
        for hash in shingles.hashes {
            let bin = Int(hash >> 32) % TextSketch.count
            bins[bin] = min(bins[bin], UInt32(truncatingIfNeeded: hash))
        }
    }

    /// A sketch as it is kept; nil where it is none.
    init?(bytes: [UInt8]) {
        guard bytes.count == TextSketch.count * 4 else { return nil }
        bins = (0..<TextSketch.count).map { bin in
            (0..<4).reduce(0) { $0 | UInt32(bytes[bin * 4 + $1]) << (8 * UInt32($1)) }
        }
    }

    var bytes: [UInt8] {
        bins.flatMap { bin in (0..<4).map { UInt8(truncatingIfNeeded: bin >> (8 * UInt32($0))) } }
    }

    /// The bands of two bins: of texts that share a third of their shingles, nineteen in twenty agree in at least one.
    var bands: [Int64] {
        stride(from: 0, to: bins.count, by: 2).compactMap { start in
            guard !bins[start..<(start + 2)].contains(TextSketch.none) else { return nil }
            var hash = UInt64(start)
            for bin in bins[start..<(start + 2)] { hash = (hash ^ UInt64(bin)) &* 0x9E37_79B9_7F4A_7C15 }
            return Int64(bitPattern: hash ^ (hash >> 31))
        }
    }
}
