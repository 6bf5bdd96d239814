/// The bytes of an unpacked file that were read and not yet used.
///
/// A class, because it owns an open file and the closures of a stream share it.
final class ChunkedBytes {
    private let chunks: FileChunks
    private var buffer: [UInt8] = []
    /// Where in `buffer` the bytes begin that were not used yet.
    private var index = 0
    /// Where these stand in the unpacked file.
    private(set) var offset = 0
    private var told = 0
    /// What was wrong when it was read ahead.
    private var failure: FileFailure?

    init(_ chunks: FileChunks) { self.chunks = chunks }

    /// The number of bytes that wait.
    var count: Int { buffer.count - index }

    /// The bytes that wait.
    var head: [UInt8] { index == 0 ? buffer : Array(buffer[index...]) }

    /// How many bytes wait up to the end of the first line that is not empty; nil where it is not all there.
    var firstLineEnd: Int? {
        guard let start = buffer[index...].firstIndex(where: { $0 > 0x20 }) else { return nil }
        return buffer[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 - index }
    }

    /// How many bytes wait up to the end of the first line, which is looked for after `start` of them; nil where it is not all there.
    func lineEnd(from start: Int) -> Int? {
        buffer[(index + start)...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 - index }
    }

    /// The first of the bytes that wait, after `start` of them, that is wanted.
    func firstIndex(from start: Int, where isWanted: (UInt8) -> Bool) -> Int? {
        buffer[(index + start)...].firstIndex(where: isWanted).map { $0 - index }
    }

    /// Reads ahead; what is wrong there is said when it is read on.
    /// - Returns: whether there was anything.
    func look() -> Bool {
        do throws(FileFailure) {
            return try fill()
        } catch {
            failure = error
            return false
        }
    }

    /// Reads on.
    /// - Returns: whether there was anything.
    func fill() throws(FileFailure) -> Bool {
        if let failure {
            self.failure = nil
            throw failure
        }
        let piece = try chunks.next()
        if index > 1 << 20 {
            buffer.removeFirst(index)
            index = 0
        }
        buffer += piece
        return !piece.isEmpty
    }

    /// The next bytes, which are used by this.
    func take(_ count: Int) -> [UInt8] {
        defer {
            index += count
            offset += count
        }
        return Array(buffer[index..<(index + count)])
    }

    /// All bytes that wait, or those of the next chunk.
    func takeChunk() throws(FileFailure) -> [UInt8] {
        if count == 0 { _ = try fill() }
        return take(count)
    }

    /// How many bytes of the file, packed as they are, were read since this was asked for the last time.
    func newlyRead() -> Int {
        defer { told = chunks.position }
        return chunks.position - told
    }
}
