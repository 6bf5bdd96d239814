import Articles
import CZlib

/// Sources as they are kept: compressed with zlib.
enum Compression {
    /// The bytes, compressed; nil only where memory ends.
    static func deflate(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // A window much wider than the text would only have to be cleared; zlib knows 512 bytes to 32 KiB.
        let width = min(max(Int.bitWidth - bytes.count.leadingZeroBitCount + 1, 9), 15)
        guard
            deflateInit2_(
                &stream, 6, Z_DEFLATED, CInt(width), CInt(min(width - 6, 8)), Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                CInt(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        let size = deflateBound(&stream, uLong(bytes.count))
        let result = bytes.withUnsafeBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.avail_in = uInt(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = uInt(buffer.count)
                count = CZlib.deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
            }
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
