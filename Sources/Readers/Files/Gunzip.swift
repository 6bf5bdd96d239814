import CZlib

/// Unpacks gzip, one member after the other, as its bytes come in.
///
/// A class, because zlib keeps the address of its state.
final class Gunzip {
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let isReady: Bool
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)
    /// Whether it stands behind the end of a member.
    private var isBetween = false
    /// The number of packed bytes before those that come in next.
    private var position = 0
    /// Why nothing more is unpacked.
    private var failure: Failure?

    /// Why something was not unpacked.
    enum Failure: Error, Hashable {
        case tooLarge
        case broken(atByte: Int)
        case truncated
    }

    init() {
        stream.initialize(to: z_stream())
        isReady = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Whether bytes begin as gzip does.
    static func isPacked(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

    /// The unpacked bytes, at most `limit` of them; zeros after the last member count for nothing.
    static func unpack(_ packed: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
        let gunzip = Gunzip()
        var result: [UInt8] = []
        for start in stride(from: 0, to: packed.count, by: 1 << 16) {
            result += try gunzip.unpack(packed[start..<min(packed.count, start + 1 << 16)], limit: limit - result.count)
        }
        try gunzip.finish()
        return result
    }

    /// What the next packed bytes unpack to, at most `limit` bytes of it; where something is wrong with them, what comes before that, and
    /// the failure when it is asked for more.
    func unpack(_ packed: ArraySlice<UInt8>, limit: Int) throws(Failure) -> [UInt8] {
        guard isReady else { throw .tooLarge }
        if let failure { throw failure }
        var result: [UInt8] = []
        do throws(Failure) {
            try unpack(packed, limit: limit, into: &result)
        } catch {
            failure = error
            guard case .broken = error, !result.isEmpty else { throw error }
        }
        return result
    }

    private func unpack(_ packed: ArraySlice<UInt8>, limit: Int, into result: inout [UInt8]) throws(Failure) {
        var packed = packed
        while !packed.isEmpty {
            if isBetween {
                // A new member begins, or only zeros are left.
                if packed.first == 0 {
                    packed.removeFirst()
                    position += 1
                    continue
                }
                guard packed.first == 0x1F else { throw .broken(atByte: position) }
                inflateReset(stream)
                isBetween = false
            }
            let (status, taken, given) = step(&packed)
            position += taken
            packed.removeFirst(taken)
            result += chunk[..<given]
            if result.count > limit { throw .tooLarge }
            switch status {
            case Z_OK: continue
            case Z_STREAM_END: isBetween = true
            case Z_BUF_ERROR where taken > 0 || given > 0: continue
            case Z_BUF_ERROR: return
            default: throw .broken(atByte: position)
            }
        }
        // What fits into no chunk any more still waits within zlib.
        while !isBetween {
            var none: ArraySlice<UInt8> = []
            let (status, _, given) = step(&none)
            result += chunk[..<given]
            if result.count > limit { throw .tooLarge }
            if status == Z_STREAM_END { isBetween = true }
            if given == 0 { break }
        }
    }

    /// Says whether the packed bytes ended where a member ends.
    func finish() throws(Failure) {
        if let failure { throw failure }
        if !isBetween { throw .truncated }
    }

    private func step(_ packed: inout ArraySlice<UInt8>) -> (status: Int32, taken: Int, given: Int) {
        packed.withUnsafeMutableBufferPointer { input in
            chunk.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_in = input.baseAddress
                stream.pointee.avail_in = UInt32(input.count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(output.count)
                let status = inflate(stream, Z_NO_FLUSH)
                return (
                    status, input.count - Int(stream.pointee.avail_in), output.count - Int(stream.pointee.avail_out)
                )
            }
        }
    }
}
