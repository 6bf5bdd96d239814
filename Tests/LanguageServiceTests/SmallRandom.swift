/// A generator of numbers that are the same on every run.
struct SmallRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A number from 0 up to, and not including, `limit`, which is at least 1.
    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
