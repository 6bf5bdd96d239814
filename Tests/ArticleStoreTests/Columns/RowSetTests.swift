import Testing

@testable import ArticleStore

/// A set of rows says what a set of numbers says.
@Suite struct RowSetTests {
    static let lists: [[Int]] = [
        [], [0], [63], [64], [199], [0, 63, 64, 127, 128, 199], Array(0..<200), Array(stride(from: 3, to: 200, by: 7)),
    ]

    @Test(arguments: lists) func rowsOfARange(_ list: [Int]) {
        let set = RowSet(list, of: 200)
        for range in [0..<0, 0..<200, 0..<64, 63..<65, 64..<128, 5..<6, 130..<200, 199..<200] {
            #expect(set.rows(in: range).map(Int.init) == list.filter(range.contains), "\(range)")
        }
    }

    @Test(arguments: lists) func firstAndLast(_ list: [Int]) {
        let set = RowSet(list, of: 200)
        for limit in [0, 1, 2, 65, 200] { #expect(set.first(limit).map(Int.init) == Array(list.prefix(limit))) }
        for row in [0, 1, 63, 64, 65, 128, 199, 200] {
            #expect(set.last(before: row) == list.last { $0 < row }, "before \(row)")
        }
    }

    @Test(arguments: lists) func everyRowOnce(_ list: [Int]) {
        var set = RowSet(list, of: 200)
        var found: [Int] = []
        set.forEach { found.append($0) }
        #expect(found == list)
        for row in list { set.remove(row) }
        #expect(set.isEmpty)
    }

    @Test func placesByTheirGroups() {
        let grouped = GroupedNumbers([2, 0, 2, 3, 0], groups: 5)
        #expect((0..<5).map { Array(grouped[$0]) } == [[1, 4], [], [0, 2], [3], []])
        #expect(Array(GroupedNumbers([], groups: 1)[0]) == [])
    }
}
