#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of a file, piece by piece, unpacked where it is packed; the file may be larger than memory.
///
/// A class, because it owns an open file.
final class FileChunks {
    private let file: UnsafeMutablePointer<FILE>
    private var gunzip: Gunzip?
    private var isFirst = true
    private var failure: FileFailure?
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)
    /// The bytes of the file that were read so far, packed as they are there.
    private(set) var position = 0

    /// No piece unpacks to more than this.
    private static let limit = 128 << 20

    /// Opens the file at `path`, or the standard input for `-`; nil where it cannot be opened.
    init?(_ path: String) {
        guard let file = path == "-" ? fdopen(dup(STDIN_FILENO), "rb") : fopen(path, "rb") else { return nil }
        self.file = file
    }

    deinit { fclose(file) }

    /// The next piece; empty at the end. After damage within what is packed, what stands in its next member follows.
    func next() throws(FileFailure) -> [UInt8] {
        while true {
            if let failure { throw failure }
            let count = fread(&chunk, 1, chunk.count, file)
            position += count
            if ferror(file) != 0 {
                let unreadable = FileFailure.unreadable(atByte: position, reason: FileBytes.lastError())
                failure = unreadable
                if count == 0 { throw unreadable }
            }
            if isFirst, Gunzip.isPacked(chunk[..<count]) { gunzip = Gunzip() }
            isFirst = false
            guard let gunzip else { return Array(chunk[..<count]) }
            let unpacked = try gunzip.unpack(chunk[..<count], limit: FileChunks.limit)
            if !unpacked.isEmpty { return unpacked }
            guard count > 0 else {
                try gunzip.finish()
                return []
            }
        }
    }
}
