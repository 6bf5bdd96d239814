import QueryLanguage
import Text

/// A matcher made ready to be run over many texts: regular expressions compiled, names expanded.
indirect enum WordTest: Sendable {
    case phrase(Phrase)
    case exactly([[UInt8]])
    case quoted(Phrase)
    case regex(Regex)
    case near(WordTest, WordTest, distance: Int)
    case not(WordTest)
    case all([WordTest])
    case any([WordTest])

    /// Compiles `matcher`; `expand` gives further phrases under which a name goes.
    init(_ matcher: Matcher, expand: (String) -> [String] = { _ in [] }) throws(PlanningError) {
        switch matcher {
        case .phrase(let phrase, let pattern, _):
            let others = expand(pattern)
            self = others.isEmpty ? .phrase(phrase) : .any([.phrase(phrase)] + others.map { .phrase(Phrase($0)) })
        case .exactly(let text, _):
            self = .exactly(text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }).map(Array.init))
        case .quoted(let phrase, _, _): self = .quoted(phrase)
        case .regex(let pattern, let ignoresCase, let range):
            do {
                self = .regex(try Regex(pattern, ignoresCase: ignoresCase))
            } catch {
                throw .regex(error, range)
            }
        case .near(let a, let b, let distance):
            self = .near(try WordTest(a, expand: expand), try WordTest(b, expand: expand), distance: distance)
        case .not(let inner): self = .not(try WordTest(inner, expand: expand))
        case .all(let parts):
            var tests: [WordTest] = []
            for part in parts { tests.append(try WordTest(part, expand: expand)) }
            self = .all(tests)
        case .any(let parts):
            var tests: [WordTest] = []
            for part in parts { tests.append(try WordTest(part, expand: expand)) }
            self = .any(tests)
        }
    }

    /// What came of a test: whether it holds, and where its words are.
    struct Finding {
        var holds: Bool
        /// In the first text.
        var ranges: [ByteRange] = []
        /// In what it stands for.
        var behind: [ByteRange] = []
    }

    /// Runs the test over a text and, where given, over what the text stands for; words may be found in either.
    func find(in text: QuoteText, behind: QuoteText? = nil) -> Finding {
        switch self {
        case .phrase, .exactly, .quoted, .regex:
            let ranges = leaf(text)
            let others = behind.map(leaf) ?? []
            return Finding(holds: !ranges.isEmpty || !others.isEmpty, ranges: ranges, behind: others)
        case .near(let a, let b, let distance):
            let first = a.find(in: text, behind: behind)
            let second = b.find(in: text, behind: behind)
            let here = WordTest.neighbours(first.ranges, second.ranges, distance, text)
            let there = behind.map { WordTest.neighbours(first.behind, second.behind, distance, $0) } ?? []
            return Finding(holds: !here.isEmpty || !there.isEmpty, ranges: here, behind: there)
        case .not(let inner):
            return Finding(holds: !inner.find(in: text, behind: behind).holds)
        case .all(let parts):
            let found = parts.map { $0.find(in: text, behind: behind) }
            return WordTest.joined(found, holds: found.allSatisfy(\.holds))
        case .any(let parts):
            let found = parts.map { $0.find(in: text, behind: behind) }.filter(\.holds)
            return WordTest.joined(found, holds: !found.isEmpty)
        }
    }

    private static func joined(_ findings: [Finding], holds: Bool) -> Finding {
        guard holds else { return Finding(holds: false) }
        return Finding(holds: true, ranges: findings.flatMap(\.ranges), behind: findings.flatMap(\.behind))
    }

    private func leaf(_ text: QuoteText) -> [ByteRange] {
        switch self {
        case .phrase(let phrase):
            phrase.matches(in: text.words).map(text.bytes(of:))
        case .quoted(let phrase):
            text.quoted.flatMap { part in
                let words = text.words.filter { part.contains($0.range) }
                return phrase.matches(in: words).map {
                    ByteRange(words[$0.lowerBound].range.lower, words[$0.upperBound - 1].range.upper)
                }
            }
        case .exactly(let pieces): ExactWords.matches(of: pieces, in: text.bytes)
        case .regex(let regex): regex.matches(in: String(decoding: text.bytes, as: UTF8.self))
        case .near, .not, .all, .any: []
        }
    }

    /// The matches of either side that have one of the other side at most `distance` words away.
    private static func neighbours(
        _ first: [ByteRange], _ second: [ByteRange], _ distance: Int, _ text: QuoteText
    ) -> [ByteRange] {
        var found: Set<ByteRange> = []
        let b = second.map { ($0, text.wordIndices(of: $0)) }.sorted { $0.0 < $1.0 }
        // Both sides are in the order of the text, so what is too far before one match is so for all later ones.
        var start = 0
        for (range, words) in first.sorted().map({ ($0, text.wordIndices(of: $0)) }) {
            while start < b.count, b[start].1.upperBound + distance < words.lowerBound { start += 1 }
            for (other, otherWords) in b[start...] {
                if otherWords.lowerBound > words.upperBound + distance { break }
                let gap = max(otherWords.lowerBound - words.upperBound, words.lowerBound - otherWords.upperBound)
                if gap <= distance, !range.overlaps(other) { found.formUnion([range, other]) }
            }
        }
        return found.sorted()
    }
}

extension QuoteText {
    /// The indices of the words that a byte range touches; empty, but in the right place, where it touches none.
    fileprivate func wordIndices(of range: ByteRange) -> Range<Int> {
        let start = words.partitioningIndex { $0.range.upper > range.lower }
        var end = start
        while end < words.count, words[end].range.lower < range.upper { end += 1 }
        return start..<end
    }
}
