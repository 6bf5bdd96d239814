/// Numbers that look random and are the same on every run: SplitMix64.
package struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    /// The numbers of a seed.
    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A number below `count`.
    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }

    /// A number below `count`, the small ones far more often than the large ones.
    mutating func lowBelow(_ count: Int) -> Int {
        let even = Double(next() >> 11) / Double(1 << 53)
        return min(count - 1, Int(even * even * even * Double(count)))
    }

    /// One of a hundred times `percent`.
    mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

    /// One of several values.
    mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }
}
