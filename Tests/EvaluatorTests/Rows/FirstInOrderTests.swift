import QueryLanguage
import Testing

@testable import Evaluator

/// The first few of many are those that stand first when all are sorted.
@Suite struct FirstInOrderTests {
    static let lists: [[Int]] = [
        [], [3], Array(0..<500), Array((0..<500).reversed()), (0..<500).map { $0 * 7_919 % 500 },
    ]

    @Test(arguments: lists, [0, 1, 2, 40, 499, 500, 1_000, Int.max]) func areTheFirst(list: [Int], limit: Int) throws {
        #expect(try list.first(limit, unlessGivenUpBy: <) == Array(list.sorted().prefix(limit)))
    }

    @Test(arguments: lists, ["top 0", "top 1", "top 7", "top 7 with ties", "top 999", "sample 5 seed 3"])
    func tiesAreThoseOfAllInOrder(list: [Int], clause: String) throws {
        let statement = try #require(Script(parsing: "quotes \(clause)").statements.first?.statement)
        guard case .question(let query) = statement else { return }
        func areTied(_ a: Int, _ b: Int) -> Bool { a / 9 == b / 9 }
        let found = try Limiting.limit(list, query, isBefore: <, areTied: areTied)
        let expected = try Limiting.limit(list.sorted(), query, areTied: areTied)
        #expect(found.rows == expected.rows)
        #expect(found.ties == expected.ties)
    }
}
