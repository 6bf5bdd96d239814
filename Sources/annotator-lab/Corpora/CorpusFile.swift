import CZlib

/// Reads the files of corpora, packed with gzip or not.
enum CorpusFile {
    /// The bytes of a file, or of the file with `.gz` after its name.
    static func bytes(_ path: String) throws(CorpusProblem) -> [UInt8] {
        // zlib gives a file that is not packed as it is.
        guard let file = gzopen(path, "rb") ?? gzopen(path + ".gz", "rb") else { throw .unreadable(path: path) }
        defer { gzclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = gzread(file, &buffer, UInt32(buffer.count))
            if count == 0 { return bytes }
            guard count > 0 else { throw .damaged(path: path) }
            bytes += buffer[..<Int(count)]
        }
    }
}
