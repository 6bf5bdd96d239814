import Testing

@testable import Evaluator

/// Of the texts that stand first, or last, the places are in the order in which they have them among all.
@Suite struct TextsTests {
    private static let texts: [String] = (0..<9_000).map { number in
        let rest = number * 7_919 % 3_001
        return ["é", "e\u{301}", "", "a", "ab", "the aid ", "the aide "][rest % 7] + String(rest, radix: 7)
    }

    private static func ranks(_ wanted: Texts.Wanted) -> [Int: Int32] {
        var texts = Texts(wanted)
        for (row, text) in Self.texts.enumerated() { texts.append(Array(text.utf8), of: row) }
        return Dictionary(texts.ranks().map { ($0.row, $0.rank) }, uniquingKeysWith: { first, _ in first })
    }

    @Test(arguments: [1, 5, 300], [true, false]) func ofTheFirstOrTheLast(count: Int, isFromTheEnd: Bool) {
        let all = Self.ranks(.all)
        let some = Self.ranks(isFromTheEnd ? .last(count) : .first(count))
        let order = all.sorted { isFromTheEnd ? $0.value > $1.value : $0.value < $1.value }
        let limit = order[count - 1].value
        // With all that are equal to the last one.
        for (row, rank) in all where isFromTheEnd ? rank >= limit : rank <= limit {
            #expect(some[row] != nil, "\(Self.texts[row])")
        }
        let pairs = some.sorted { $0.value < $1.value }.map { (all[$0.key] ?? 0, $0.value) }
        for (a, b) in zip(pairs, pairs.dropFirst()) { #expect((a.0 < b.0) == (a.1 < b.1)) }
    }
}
