import Text

/// The name of a quote for ever: `q:` and sixteen hexadecimal digits, from the source's checksum, the version, and the
/// spans of its words.
func quoteReference(source: Fingerprint, version: Int, segments: [ByteRange]) -> String {
    var fingerprint = Fingerprint()
    let numbers = [source.value, UInt64(version)] + segments.flatMap { [UInt64($0.lower), UInt64($0.upper)] }
    for number in numbers {
        for shift in 0..<8 { fingerprint.combine(UInt8(truncatingIfNeeded: number >> (shift * 8))) }
    }
    return "q:" + fingerprint.hex
}
