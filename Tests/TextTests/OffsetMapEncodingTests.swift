import Testing

@testable import Text

@Suite struct OffsetMapEncodingTests {
    private static var maps: [OffsetMap] {
        var moved = OffsetMap()
        moved.append(3, at: 5000)
        moved.append(1, each: 2, at: 10, eachThere: 6)
        moved.append(70_000, at: 16)
        moved.append(1, at: 3, eachThere: 0)
        return [OffsetMap(), OffsetMap(10, at: 0), OffsetMap(300, at: 1 << 20), moved]
    }

    @Test func aMapComesBack() throws {
        let bytes = Self.maps.flatMap(\.encoded)
        var rest = bytes[...]
        for map in Self.maps { #expect(OffsetMap(decoding: &rest) == map) }
        #expect(rest.isEmpty)
        #expect(OffsetMap(decoding: &rest) == nil)
    }

    /// Whatever a stranger's archive holds there gives a map or none, and no crash.
    @Test func anythingElseIsNoneOrAMapWithinBounds() {
        let bytes = Self.maps.flatMap(\.encoded)
        for (index, change) in zip(bytes.indices, [0xFF, 0x80, 0x7F, 0x00] + bytes) {
            for count in [index, bytes.count] {
                var damaged = Array(bytes.prefix(count))
                if index < count { damaged[index] = change }
                var rest = damaged[...]
                while let map = OffsetMap(decoding: &rest), !rest.isEmpty {
                    let place = map.original(ByteRange(0, map.count))
                    #expect(place.lower >= 0 && place.upper <= Int(Int32.max))
                }
            }
        }
        var huge: ArraySlice<UInt8> = [1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 1, 1, 1]
        #expect(OffsetMap(decoding: &huge) == nil)
    }
}
