import Text

/// The two versions of one paragraph that are printed one after the other on a line.
///
///     "He said so.He said so."          // exact halves
///     "He said so. He said so."         // halves around one space
///     "He said so. And he said this."   // the place whose two sides are most alike
struct Halves {
    let first: ByteRange
    let second: ByteRange

    /// Divides a line; nil where no place has sides that are alike.
    init?(of range: ByteRange, in bytes: [UInt8]) {
        if let exact = Halves.exact(range, bytes) ?? Halves.mostAlike(range, bytes) {
            first = TextLines.trimmed(exact.first, in: bytes)
            second = TextLines.trimmed(exact.second, in: bytes)
            if first.isEmpty || second.isEmpty { return nil }
        } else {
            return nil
        }
    }

    private typealias Sides = (first: ByteRange, second: ByteRange)

    private static func exact(_ range: ByteRange, _ bytes: [UInt8]) -> Sides? {
        for gap in 0...1 where range.count > gap && (range.count - gap) % 2 == 0 {
            let length = (range.count - gap) / 2
            let sides = (
                ByteRange(range.lower, range.lower + length), ByteRange(range.upper - length, range.upper)
            )
            guard gap == 0 || bytes[sides.0.upper] == 0x20 else { continue }
            if bytes[sides.0.indices].elementsEqual(bytes[sides.1.indices]) { return sides }
        }
        return nil
    }

    /// Moves word after word from the second side to the first, and counts the words and the pairs of neighbours that both
    /// sides have: linear in the line, and highest where the versions meet. Among equal places the one where the first
    /// side ends like the second, and then the one nearest to the middle, is taken.
    private static func mostAlike(_ range: ByteRange, _ bytes: [UInt8]) -> Sides? {
        let words = Folding.words(in: bytes, range)
        guard words.count >= 2 else { return nil }
        var overlap = Overlap()
        for word in words { overlap.addRight(word.form) }
        for index in words.indices.dropLast() { overlap.addRight(pair(words, index)) }
        var best: (score: Int, distance: Int, sides: Sides)?
        for index in words.indices.dropLast() {
            overlap.move(words[index].form)
            if index > 0 { overlap.addLeft(pair(words, index - 1)) }
            overlap.removeRight(pair(words, index))
            let left = index + 1
            guard left * 4 >= words.count, (words.count - left) * 4 >= words.count,
                let cut = cut(between: words[index].range, words[index + 1].range, in: bytes)
            else { continue }
            let sides = (ByteRange(range.lower, cut.first), ByteRange(cut.second, range.upper))
            let score = overlap.common * 4 + (endAlike(sides, bytes) ? 3 : 0)
            let distance = abs(sides.0.count - sides.1.count)
            if best.map({ score > $0.score || (score == $0.score && distance < $0.distance) }) ?? true {
                best = (score, distance, sides)
            }
        }
        // Two versions that are the same score four points a word (half the words, and as many pairs); a third of that is
        // far below what versions of one paragraph share, and far above what its own halves share by chance.
        guard let best, best.score * 10 >= words.count * 14 else { return nil }
        return best.sides
    }

    private static func pair(_ words: [FoldedWord], _ index: Int) -> String {
        words[index].form + " " + words[index + 1].form
    }

    /// The end of the first side and the start of the second one between two words: around a space, or after the mark that
    /// ends a sentence.
    private static func cut(
        between first: ByteRange, _ second: ByteRange, in bytes: [UInt8]
    ) -> (first: Int, second: Int)? {
        let gap = first.upper..<second.lower
        if let space = gap.first(where: { bytes[$0] == 0x20 }) { return (space, space + 1) }
        guard let stop = gap.first(where: { ".?!".utf8.contains(bytes[$0]) }) else { return nil }
        // Between `.` and the next word may stand marks that close the first side, then marks that open the second.
        let closing = bytes[(stop + 1)..<second.lower].starts(with: Array("”".utf8)) ? 3 : 0
        return (stop + 1 + closing, stop + 1 + closing)
    }

    private static func endAlike(_ sides: Sides, _ bytes: [UInt8]) -> Bool {
        func isEnd(_ range: ByteRange) -> Bool {
            let last = bytes[range.lower..<range.upper].suffix(3)
            return last.last.map { ".?!".utf8.contains($0) } ?? false
                || last.contains { ".?!".utf8.contains($0) }
                    && last.last.map { $0 == UInt8(ascii: "\"") || $0 >= 0x80 } ?? false
        }
        guard !sides.first.isEmpty, !sides.second.isEmpty else { return false }
        return isEnd(sides.first) && isEnd(sides.second)
    }
}

/// How many things two sides have in common, each as often as both have it.
private struct Overlap {
    private var left: [String: Int] = [:]
    private var right: [String: Int] = [:]
    private(set) var common = 0

    mutating func addRight(_ thing: String) {
        right[thing, default: 0] += 1
        if right[thing, default: 0] <= left[thing, default: 0] { common += 1 }
    }

    mutating func removeRight(_ thing: String) {
        if right[thing, default: 0] <= left[thing, default: 0] { common -= 1 }
        right[thing, default: 0] -= 1
    }

    mutating func addLeft(_ thing: String) {
        left[thing, default: 0] += 1
        if left[thing, default: 0] <= right[thing, default: 0] { common += 1 }
    }

    mutating func move(_ thing: String) {
        removeRight(thing)
        addLeft(thing)
    }
}
