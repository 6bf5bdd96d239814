import Testing

@testable import Text

@Suite struct OffsetMapTests {
    /// `tea & čaj`, as it is written in `<p>tea &amp; <b>` in UTF-8 and `čaj` in a two-byte encoding.
    private var map: OffsetMap {
        var map = OffsetMap()
        map.append(4, at: 3)
        map.append(1, at: 7, eachThere: 5)
        map.append(1, at: 12)
        map.append(1, each: 2, at: 16, eachThere: 2)
        map.append(2, at: 18, eachThere: 2)
        return map
    }

    @Test(arguments: [
        (0, 3, 3, 6), (0, 4, 3, 7), (4, 5, 7, 12), (3, 6, 6, 13), (6, 8, 16, 18), (8, 10, 18, 22), (9, 10, 20, 22),
        (0, 10, 3, 22), (2, 2, 5, 5), (10, 10, 22, 22), (40, 50, 22, 22),
    ])
    func aRangeLeadsToWholeCharacters(lower: Int, upper: Int, first: Int, end: Int) {
        #expect(map.count == 10)
        #expect(map.original(ByteRange(lower, upper)) == ByteRange(first, end))
    }

    @Test func neighboursAreOneRunAndNothingIsLost() {
        var joined = OffsetMap()
        for offset in 0..<100 { joined.append(1, at: 7 + offset) }
        #expect(joined == OffsetMap(100, at: 7))
        #expect(joined.shifted(by: 3) == OffsetMap(100, at: 10))
        #expect(OffsetMap().original(ByteRange(0, 4)) == ByteRange(0, 0))
    }
}
