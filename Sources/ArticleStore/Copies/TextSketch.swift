/// The smallest hash of a text's shingles in each of some bins (one-permutation MinHash): two texts agree in about as many bins as their
/// shingles agree.
struct TextSketch {
    private(set) var bins: [UInt32]

    private static let count = 62
    private static let none = UInt32.max
    /// A text with fewer shingles is like too many others.
    private static let fewest = 30
    /// The bands of a sketch: of texts that share a third of their shingles, nineteen in twenty agree in at least one.
    static let bands = count / 2

    /// The sketch of a text; nil where it is too short.
    init?(_ shingles: Shingles) {
        guard shingles.hashes.count >= TextSketch.fewest else { return nil }
        bins = [UInt32](repeating: TextSketch.none, count: TextSketch.count)
        for hash in shingles.hashes {
            let bin = Int(hash >> 32) % TextSketch.count
            bins[bin] = min(bins[bin], UInt32(truncatingIfNeeded: hash))
        }
    }

    /// A sketch as the third format of archives kept it; nil where it is none.
    init?(bytes: [UInt8]) {
        guard bytes.count == TextSketch.count * 4 else { return nil }
        bins = (0..<TextSketch.count).map { bin in
            (0..<4).reduce(0) { $0 | UInt32(bytes[bin * 4 + $1]) << (8 * UInt32($1)) }
        }
    }

    /// The bands of two bins each, as short hashes: few texts that have nothing in common agree in one. `TextBands.none` where a bin is empty.
    var bands: [UInt16] {
        stride(from: 0, to: bins.count, by: 2).map { start in
            guard !bins[start..<(start + 2)].contains(TextSketch.none) else { return TextBands.none }
            var hash = UInt64(start)
            for bin in bins[start..<(start + 2)] { hash = (hash ^ UInt64(bin)) &* 0x9E37_79B9_7F4A_7C15 }
            return TextBands.band(hash ^ (hash >> 31))
        }
    }
}
