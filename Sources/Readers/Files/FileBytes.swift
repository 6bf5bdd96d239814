#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reading whole files, within bounds.
enum FileBytes {
    /// No larger file is read.
    static let limit = 64 << 20

    /// The bytes of the file at `path`.
    static func read(_ path: String) -> Result<[UInt8], Reading.Problem> {
        guard let file = fopen(path, "rb") else {
            return .failure(problem(path, "this file cannot be opened: \(lastError())"))
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
            if bytes.count > limit {
                return .failure(problem(path, "this file is larger than \(limit >> 20) MiB: cut it into articles"))
            }
        }
        if ferror(file) != 0 { return .failure(problem(path, "this file cannot be read: \(lastError())")) }
        return .success(bytes)
    }

    /// What the system says of the last call that failed.
    static func lastError() -> String { String(cString: strerror(errno)) }

    private static func problem(_ path: String, _ message: String) -> Reading.Problem {
        Reading.Problem(source: path, message: message)
    }
}
