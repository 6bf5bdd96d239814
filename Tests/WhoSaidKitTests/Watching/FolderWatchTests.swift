import Testing

@testable import WhoSaidKit

@Suite struct FolderWatchTests {
    typealias Stamp = FolderWatch.Stamp

    @Test func aFileIsReadOnceItRests() {
        var watch = FolderWatch(restSeconds: 5)
        let old = Stamp(size: 7, seconds: 10)
        #expect(watch.settled(["b": old, "a": old], now: 100) == ["a", "b"])
        #expect(watch.settled(["b": old, "a": old], now: 105) == [])
        let half = Stamp(size: 3, seconds: 104)
        #expect(watch.settled(["a": old, "b": old, "c": half], now: 105) == [])
        #expect(watch.unsettled == 1)
        #expect(watch.settled(["a": old, "b": old, "c": Stamp(size: 9, seconds: 106)], now: 106) == [])
        #expect(watch.settled(["a": old, "b": old, "c": Stamp(size: 9, seconds: 106)], now: 107) == ["c"])
        #expect(watch.unsettled == 0)
    }

    @Test func whatChangesOrComesBackIsReadAgain() {
        var watch = FolderWatch(restSeconds: 0)
        #expect(watch.settled(["a": Stamp(size: 1, seconds: 1)], now: 5) == ["a"])
        #expect(watch.settled(["a": Stamp(size: 2, seconds: 1)], now: 5) == ["a"])
        #expect(watch.settled(["a": Stamp(size: 2, seconds: 1, nanoseconds: 3)], now: 5) == ["a"])
        #expect(watch.settled([:], now: 5) == [])
        #expect(watch.settled(["a": Stamp(size: 2, seconds: 1, nanoseconds: 3)], now: 5) == ["a"])
    }

    /// A clock that is ahead of the files' own keeps nothing from being read.
    @Test func aDateInTheFutureWaitsOneRound() {
        var watch = FolderWatch(restSeconds: 5)
        let stamp = Stamp(size: 1, seconds: 9_000)
        #expect(watch.settled(["a": stamp], now: 100) == [])
        #expect(watch.settled(["a": stamp], now: 105) == ["a"])
    }
}
