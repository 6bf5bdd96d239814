#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Random numbers that are the same for the same seed on every machine: Steele, Lea and Flood's SplitMix64.
package struct Dice: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A number below `count`, each as likely as any other.
    package mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }

    /// Whether one case in `count` is at hand.
    package mutating func one(in count: Int) -> Bool { below(count) == 0 }

    package mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// A number below `count` by Zipf's law: the chance of `k` goes with 1 / (k + 1).
    package mutating func zipf(_ count: Int) -> Int {
        let uniform = Double(next() >> 11) / Double(1 << 53)
        return min(count - 1, Int(pow(Double(count + 1), uniform)) - 1)
    }
}
