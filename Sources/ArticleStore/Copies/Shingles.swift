import Articles
import Text

/// The runs of five words of a text, as hashes; case and punctuation do not count.
struct Shingles {
    /// In ascending order, each once.
    private(set) var hashes: [UInt64] = []

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
                    word.combine(byte | 0x20)
                    isInWord = true
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                    word.combine(byte)
                    isInWord = true
                case 0xE2 where index + 1 < upper && bytes[index + 1] == 0x80:
                    // Dashes, curly marks and other punctuation.
                    end()
                    index += 2
                case 0x80...:
                    word.combine(byte)
                    isInWord = true
                default: end()
                }
                index += 1
            }
            end()
            add(words)
        }
        guard !hashes.isEmpty else { return }
        hashes.sort()
        var count = 1
        for index in 1..<hashes.count where hashes[index] != hashes[count - 1] {
            hashes[count] = hashes[index]
            count += 1
        }
        hashes.removeLast(hashes.count - count)
    }

    private mutating func add(_ words: [UInt64]) {
        guard words.count >= Shingles.length else { return }
        hashes.reserveCapacity(hashes.count + words.count)
        for start in 0...(words.count - Shingles.length) {
            var hash: UInt64 = 0
            for word in words[start..<(start + Shingles.length)] { hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15 }
            hashes.append(hash ^ (hash >> 29))
        }
    }

    /// The part of the shorter text that the longer one has too, from 0 to 1.
    func share(with other: Shingles) -> Double {
        let smaller = min(hashes.count, other.hashes.count)
        guard smaller > 0 else { return 0 }
        var (index, place, common) = (0, 0, 0)
        while index < hashes.count, place < other.hashes.count {
            let (a, b) = (hashes[index], other.hashes[place])
            if a == b { common += 1 }
            if a <= b { index += 1 }
            if b <= a { place += 1 }
        }
        return Double(common) / Double(smaller)
    }
}
