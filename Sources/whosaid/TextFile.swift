#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads whole texts from files and from standard input, within limits.
enum TextFile {
    /// A script is not larger.
    private static let limit = 16 << 20

    /// The bytes of an ordinary file.
    static func read(_ path: String) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw problem(path, String(cString: strerror(errno))) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw problem(path, "it is not a file")
        }
        return try readAll(file, name: path)
    }

    /// All of standard input.
    static func standardInput() throws -> [UInt8] { try readAll(STDIN_FILENO, name: "standard input") }

    private static func readAll(_ file: Int32, name: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { platformRead(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw problem(name, String(cString: strerror(errno))) }
            if count == 0 { return bytes }
            bytes += chunk.prefix(count)
            guard bytes.count <= limit else { throw problem(name, "it is larger than 16 MB") }
        }
    }

    private static func problem(_ path: String, _ reason: String) -> Failure {
        Failure(message: "`\(path)` cannot be read: \(reason)", status: Failure.scriptStatus)
    }

    /// The folder part of a path: `a/b.ask` → `a`, `b.ask` → `.`.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A path as written in a file of `folder`.
    static func resolve(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") || folder == "." ? path : folder + "/" + path
    }
}

private func platformRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
        Glibc.read(file, bytes, count)
    #else
        Darwin.read(file, bytes, count)
    #endif
}
