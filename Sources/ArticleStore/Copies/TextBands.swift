import Text

/// The bands of some articles as one row of `text_bands` keeps them: for each article, in ascending order, its number less the first one's in
/// four bytes and its bands in two bytes each, little-endian.
///
/// One row stands for many articles, so that all of an archive are gone through in a few milliseconds.
struct TextBands {
    /// The articles and their bands, ascending.
    private(set) var entries: [(article: Int64, bands: [UInt16])] = []

    /// No band, where a text has too few words for one.
    static let none: UInt16 = 0
    /// What stands for `none` in a text that others are compared with, so that two empty bands do not agree.
    private static let other: UInt16 = 1

    private static let width = 4 + 2 * TextSketch.bands
    /// A row with more articles is not added to.
    static let limit = 480

    init() {}

    /// The band of a hash: neither `none` nor `other`.
    static func band(_ hash: UInt64) -> UInt16 { UInt16(hash % 65_534) + 2 }

    /// The entries of a row; what is no entry is left out.
    init(_ bytes: [UInt8], first: Int64) {
        entries = stride(from: 0, through: bytes.count - TextBands.width, by: TextBands.width).map { start in
            let offset = (0..<4).reduce(Int64(0)) { $0 | Int64(bytes[start + $1]) << (8 * Int64($1)) }
            let bands = (0..<TextSketch.bands).map { band in
                UInt16(bytes[start + 4 + 2 * band]) | UInt16(bytes[start + 5 + 2 * band]) << 8
            }
            return (first &+ offset, bands)
        }
    }

    /// The entries as bytes.
    func bytes(first: Int64) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.count * TextBands.width)
        for (article, bands) in entries {
            let offset = UInt32(clamping: article &- first)
            for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: offset >> (8 * UInt32(shift)))) }
            for band in bands {
                bytes.append(UInt8(truncatingIfNeeded: band))
                bytes.append(UInt8(truncatingIfNeeded: band >> 8))
            }
        }
        return bytes
    }

    /// Whether a row with this first article can keep the bands of another one: four bytes hold its number.
    func canHold(_ article: Int64, first: Int64) -> Bool { UInt32(exactly: article &- first) != nil }

    /// Puts the bands of an article in the place of those that it had; nil takes them away.
    mutating func set(_ bands: [UInt16]?, of article: Int64) {
        let place = entries.partitioningIndex { $0.article >= article }
        let isKnown = place < entries.count && entries[place].article == article
        switch (bands, isKnown) {
        case (let bands?, true): entries[place].bands = bands
        case (let bands?, false): entries.insert((article, bands), at: place)
        case (nil, true): entries.remove(at: place)
        case (nil, false): break
        }
    }

    /// Calls `body` with each article of a row that agrees with a text in some bands, and in how many.
    static func agreeing(_ bytes: [UInt8], first: Int64, with bands: [UInt16], _ body: (Int64, Int) -> Void) {
        let wanted = bands.map { ($0 == none ? other : $0).littleEndian }
        bytes.withUnsafeBytes { buffer in
            for start in stride(from: 0, through: buffer.count - width, by: width) {
                var count: UInt16 = 0
                for band in 0..<TextSketch.bands {
                    let found = buffer.loadUnaligned(fromByteOffset: start + 4 + 2 * band, as: UInt16.self)
                    count &+= found == wanted[band] ? 1 : 0
                }
                guard count > 0 else { continue }
                let offset = UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: start, as: UInt32.self))
                body(first &+ Int64(offset), Int(count))
            }
        }
    }
}
