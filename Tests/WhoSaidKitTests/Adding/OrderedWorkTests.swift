import Synchronization
import Testing

@testable import WhoSaidKit

@Suite struct OrderedWorkTests {
    private struct Enough: Error {}

    private func run(
        _ count: Int, threads: Int, work: @escaping @Sendable (Int) -> Int = { $0 }, stopAt: Int? = nil
    ) throws -> [Int] {
        var (next, found) = (0, [Int]())
        try OrderedWork.run(
            threads: threads,
            next: {
                guard next < count else { return nil }
                defer { next += 1 }
                return (next, 1)
            }, work: work,
            deliver: {
                if found.count == stopAt { throw Enough() }
                found.append($0)
            })
        return found
    }

    /// Those that take long hold up nothing but their own turn.
    @Test(arguments: [1, 2, 7]) func resultsComeInOrder(threads: Int) throws {
        let found = try run(500, threads: threads) { number in
            var sum = 0
            for index in 0..<(number % 13 * 2000) { sum &+= index &* number }
            return sum == -1 ? -1 : number
        }
        #expect(found == Array(0..<500))
    }

    @Test func nothingIsNothing() throws { #expect(try run(0, threads: 2) == []) }

    @Test func anErrorEndsItAndEveryThread() {
        #expect(throws: Enough.self) { try run(500, threads: 3, stopAt: 20) }
    }

    /// No more is taken than is needed to keep every core at work.
    @Test func onlySoMuchIsAhead() throws {
        let taken = Mutex(0)
        var (delivered, furthest) = (0, 0)
        try OrderedWork.run(
            threads: 2,
            next: {
                taken.withLock {
                    $0 += 1; return $0 <= 1000 ? ($0, 1 << 20) : nil
                }
            },
            work: { $0 },
            deliver: { _ in
                delivered += 1
                furthest = max(furthest, taken.withLock(\.self) - delivered)
            })
        #expect(delivered == 1000)
        #expect(furthest <= 65)
    }
}
