/// Turns what is seen at a place of a text into the number of a table's row.
///
/// A feature is the number of its template and up to three values; the same feature has the same row on every machine, and nobody
/// keeps a list of them. Two features may share a row: there are enough rows that this hardly costs anything.
package enum FeatureHash {
    /// The row of a feature, before it is cut to the size of a table.
    @inline(__always)
    static func row(_ template: UInt64, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0) -> UInt32 {
        var value = (template &+ 1) &* 0x9E37_79B9_7F4A_7C15 ^ first
        value = (value ^ value >> 31) &* 0xBF58_476D_1CE4_E5B9 ^ second
        value = (value ^ value >> 29) &* 0x94D0_49BB_1331_11EB ^ third
        value = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
        return UInt32(truncatingIfNeeded: value >> 32)
    }

    /// The number that stands for some letters.
    static func key(_ letters: some Sequence<UInt8>) -> UInt64 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in letters { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return value
    }
}
