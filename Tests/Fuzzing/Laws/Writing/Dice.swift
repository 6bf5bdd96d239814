/// Where a writer's choices come from: a seed, or bytes that somebody else chose.
///
/// Bytes that are used up fall on 0 for ever, so that a writer whose first choice is always the simplest one comes to
/// an end.
package struct Dice: Sendable {
    private var bytes: ArraySlice<UInt8>
    private var state: UInt64?

    /// Choices that bytes make, one byte each.
    package init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    /// Choices that follow from a seed, the same on every run and machine (SplitMix64).
    package init(seed: UInt64) {
        bytes = []
        state = seed
    }

    /// A number from 0 up to, and not including, `sides`.
    mutating func roll(_ sides: Int) -> Int {
        if let byte = bytes.popFirst() { return Int(byte) % sides }
        guard let before = state else { return 0 }
        let next = before &+ 0x9E37_79B9_7F4A_7C15
        state = next
        var mixed = (next ^ (next >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }

    /// Whether one of `sides` falls; never with bytes that are used up.
    mutating func happens(oneIn sides: Int) -> Bool { roll(sides) == sides - 1 }

    /// One of some values, of which there is at least one; the first is the simplest.
    mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }
}
