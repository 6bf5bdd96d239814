#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How large files are.
enum FileSize {
    /// The bytes of a file; 0 where there is none.
    static func of(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// A size for eyes: `372 KiB`.
    static func words(_ bytes: Int) -> String {
        if bytes < 10 << 10 { return "\(bytes) bytes" }
        if bytes < 10 << 20 { return "\(bytes >> 10) KiB" }
        return "\(bytes >> 20) MiB"
    }
}
