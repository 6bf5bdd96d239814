import Articles
import CZlib

/// Sources as they are kept: compressed with zlib.
enum Compression {
    /// The bytes, compressed; nil only where memory ends.
    static func deflate(_ bytes: [UInt8]) -> [UInt8]? {
        var size = compressBound(uLong(bytes.count))
        let result = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            count = compress2(buffer.baseAddress, &size, bytes, uLong(bytes.count), 6) == Z_OK ? Int(size) : 0
        }
        return result.isEmpty ? nil : result
    }

    /// The bytes again; nil where they are not exactly `count`, or more than any source has.
    static func inflate(_ compressed: [UInt8], count expected: Int) -> [UInt8]? {
        // A byte never stands for more than 1032, so a small blob cannot make us ask for much memory.
        guard (0...Source.limit).contains(expected), expected <= compressed.count * 1032 + 64 else { return nil }
        if expected == 0 { return [] }
        var size = uLong(expected)
        let result = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
            let status = uncompress(buffer.baseAddress, &size, compressed, uLong(compressed.count))
            count = status == Z_OK ? Int(size) : 0
        }
        return result.count == expected ? result : nil
    }
}
