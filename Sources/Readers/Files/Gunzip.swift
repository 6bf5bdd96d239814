import CZlib

/// Unpacks gzip, one member after the other, as its bytes come in. Where one is damaged, it goes on at the next.
///
/// A class, because zlib keeps the address of its state.
final class Gunzip {
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let isReady: Bool
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)
    private var state = State.between
    /// The number of packed bytes before those that come in next.
    private var position = 0
    /// The packed bytes that came in and were not used.
    private var rest: [UInt8] = []
    /// What is wrong and was not said yet, or why nothing more is unpacked.
    private var failure: FileFailure?
    private var damages = 0

    /// A file that is damaged in more places is read no further.
    private static let damageLimit = 100
    /// The length of what every member begins with.
    private static let headLength = 10

    private enum State {
        /// In a member.
        case within
        /// Behind the end of a member.
        case between
        /// Behind damage.
        case lost
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
    static func unpack(_ packed: [UInt8], limit: Int) throws(FileFailure) -> [UInt8] {
        let gunzip = Gunzip()
        var result: [UInt8] = []
        for start in stride(from: 0, to: packed.count, by: 1 << 16) {
            result += try gunzip.unpack(packed[start..<min(packed.count, start + 1 << 16)], limit: limit - result.count)
        }
        try gunzip.finish()
        return result
    }

    /// What the next packed bytes unpack to, at most `limit` bytes of it; where a member is damaged in them, what the members before it give,
    /// and the failure when it is asked for more. What stands in the next member comes when it is asked once more.
    func unpack(_ packed: ArraySlice<UInt8>, limit: Int) throws(FileFailure) -> [UInt8] {
        guard isReady else { throw .tooLarge }
        rest += packed
        try throwFailure()
        var result: [UInt8] = []
        do throws(FileFailure) {
            try unpackRest(limit: limit, into: &result)
        } catch {
            // Damage is said once, behind what comes before it.
            if error.isLast || !result.isEmpty { failure = error }
            if error.isLast || result.isEmpty { throw error }
        }
        return result
    }

    /// Says what has not been said of what is wrong; damage is said once.
    private func throwFailure() throws(FileFailure) {
        guard let failure else { return }
        if !failure.isLast { self.failure = nil }
        throw failure
    }

    private func unpackRest(limit: Int, into result: inout [UInt8]) throws(FileFailure) {
        let packed = rest
        rest = []
        var index = 0
        // From where on another member is looked for if this one is damaged, which may have been read on far beyond its end.
        var retry = 0
        // What was unpacked of whole members; the rest of what these bytes give is wrong if the member at hand is.
        var whole = 0
        while index < packed.count {
            switch state {
            case .lost:
                guard damages < Gunzip.damageLimit, let head = Gunzip.head(in: packed, from: index) else {
                    // One may begin at the end of these bytes.
                    return keep(packed, from: max(index, packed.count - Gunzip.headLength + 1))
                }
                index = head
            case .between where packed[index] == 0:
                // Only zeros may be left.
                index += 1
                continue
            case .between:
                guard packed[index] == 0x1F else { throw damage(at: index, in: packed, retry: index + 1) }
            case .within:
                let (status, taken, given) = step(packed, from: index)
                index += taken
                result += chunk[..<given]
                if result.count > limit { throw .tooLarge }
                switch status {
                case Z_STREAM_END: (state, whole) = (.between, result.count)
                case Z_OK: break
                case Z_BUF_ERROR where taken > 0 || given > 0: break
                default:
                    result.removeLast(result.count - whole)
                    throw damage(at: index, in: packed, retry: retry)
                }
                continue
            }
            inflateReset(stream)
            state = .within
            retry = index + 1
        }
        position += packed.count
        // What fits into no chunk any more still waits within zlib.
        while state == .within {
            let (status, _, given) = step([], from: 0)
            result += chunk[..<given]
            if result.count > limit { throw .tooLarge }
            if status == Z_STREAM_END { state = .between }
            if given == 0 { break }
        }
    }

    private func damage(at index: Int, in packed: [UInt8], retry: Int) -> FileFailure {
        let failure = FileFailure.broken(atByte: position + index)
        damages += 1
        state = .lost
        keep(packed, from: retry)
        return failure
    }

    private func keep(_ packed: [UInt8], from index: Int) {
        rest = Array(packed[index...])
        position += index
    }

    /// Where a member begins: its mark, flags that there are, and what packers tell of themselves and the system.
    private static func head(in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count - start >= headLength else { return nil }
        return (start...(bytes.count - headLength)).first { index in
            bytes[index] == 0x1F && isPacked(bytes[index...]) && bytes[index + 3] < 0x20
                && [0, 2, 4].contains(bytes[index + 8]) && (bytes[index + 9] < 20 || bytes[index + 9] == 255)
        }
    }

    /// Says whether the packed bytes ended where a member ends.
    func finish() throws(FileFailure) {
        try throwFailure()
        if state == .within { throw .truncated }
    }

    private func step(_ packed: [UInt8], from index: Int) -> (status: Int32, taken: Int, given: Int) {
        packed[index...].withUnsafeBufferPointer { input in
            chunk.withUnsafeMutableBufferPointer { output in
                // zlib reads there and does not write.
                stream.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0) }
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
