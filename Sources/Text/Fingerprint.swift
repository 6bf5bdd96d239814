/// A 64-bit FNV-1a hash of some bytes, the same on every machine: it tells changed sources apart and names quotes.
///
/// It guards against accidents, not against an adversary.
package struct Fingerprint: Hashable, Sendable {
    /// The hash.
    package var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash of no bytes.
    package init() {}

    /// The hash of `bytes`.
    package init(_ bytes: some Sequence<UInt8>) { combine(bytes) }

    /// Goes on with further bytes.
    package mutating func combine(_ bytes: some Sequence<UInt8>) {
        // A buffer is gone through here, without asking a sequence of another module for each byte.
        let isDone: Void? = bytes.withContiguousStorageIfAvailable { buffer in
            for byte in buffer { combine(byte) }
        }
        if isDone == nil { for byte in bytes { combine(byte) } }
    }

    /// Goes on with one byte.
    @inlinable package mutating func combine(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// Sixteen hexadecimal digits.
    package var hex: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
