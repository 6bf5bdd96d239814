import Testing

@testable import ArticleStore

@Suite struct ColumnBytesTests {
    /// Numbers, and how many bytes each of them takes.
    static let columns: [([Int32], Int)] = [
        ([], 1), ([-1], 1), ([0, 254], 1), ([255], 2), ([-1, 65_534, 3], 2), ([65_535], 3), ([16_777_214, -1], 3),
        ([16_777_215], 4), ([.max, 0], 4), ([.min], 4), ([-2, 7], 4),
    ]

    @Test(arguments: columns) func numbersComeBack(_ numbers: [Int32], _ width: Int) {
        let bytes = ColumnBytes.of(numbers)
        #expect(bytes.count == 1 + width * numbers.count)
        #expect(bytes.withUnsafeBytes(ColumnBytes.numbers) == numbers)
        #expect(ColumnBytes.count(ofBytes: bytes.count, width: bytes[0]) == numbers.count)
    }

    @Test(arguments: [[], [0], [0, 0, 0, 0], [5, 1, 2, 3, 4, 5], [2, 1], [4, 0, 0, 0]] as [[UInt8]])
    func otherBytesAreNoNumbers(_ bytes: [UInt8]) {
        #expect(bytes.withUnsafeBytes(ColumnBytes.numbers) == [])
    }

    @Test func textsComeBack() {
        let texts = ["", "Guardian", "El País", String(repeating: "x", count: 300)]
        #expect(ColumnBytes.of(texts).withUnsafeBytes(ColumnBytes.texts) == texts)
        #expect([UInt8]([200, 0, 0, 0, 1]).withUnsafeBytes(ColumnBytes.texts) == [])
        #expect([UInt8]([255, 255, 255, 255]).withUnsafeBytes(ColumnBytes.texts) == [])
    }
}
