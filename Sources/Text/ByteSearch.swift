/// The search of many stretches of bytes for one: what stands where a match would end tells how far the next one is at least (Horspool).
package struct ByteSearch: Hashable, Sendable {
    private let part: [UInt8]
    private let shifts: [Int]

    /// - Parameter part: what is looked for, which is not empty.
    package init(_ part: [UInt8]) {
        var shifts = Array(repeating: part.count, count: 256)
        for (index, byte) in part.dropLast().enumerated() { shifts[Int(byte)] = part.count - 1 - index }
        self.part = part
        self.shifts = shifts
    }

    /// Where the first match begins that begins at `start` or behind it.
    package func first(in bytes: [UInt8], from start: Int = 0) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            part.withUnsafeBufferPointer { part in
                let last = part.count - 1
                guard last >= 0 else { return nil }
                var end = start + last
                while end < bytes.count {
                    let byte = bytes[end]
                    if byte == part[last], (0..<last).allSatisfy({ bytes[end - last + $0] == part[$0] }) {
                        return end - last
                    }
                    end += shifts[Int(byte)]
                }
                return nil
            }
        }
    }

    /// Whether there is a match.
    package func isIn(_ bytes: [UInt8]) -> Bool { first(in: bytes) != nil }
}
