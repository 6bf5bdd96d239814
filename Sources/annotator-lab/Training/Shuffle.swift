/// An order that only a seed decides.
enum Shuffle {
    /// The numbers below `count` in an order that looks like chance.
    static func order(_ count: Int, seed: UInt64) -> [Int] {
        var state = seed
        var order = Array(0..<count)
        for index in stride(from: count - 1, to: 0, by: -1) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            order.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
        }
        return order
    }
}
