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

    /// Puts a new text in a file's place: whole, or not at all.
    static func replace(_ path: String, with text: String) throws {
        var status = stat()
        let mode = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
        let unfinished = path + ".new"
        let file = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw problem(unfinished, String(cString: strerror(errno)), doing: "written") }
        var bytes = ArraySlice(text.utf8)
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { platformWrite(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let reason = String(cString: strerror(errno))
                close(file)
                unlink(unfinished)
                throw problem(path, reason, doing: "written")
            }
            bytes = bytes.dropFirst(count)
        }
        close(file)
        guard rename(unfinished, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(unfinished)
            throw problem(path, reason, doing: "written")
        }
    }

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

    private static func problem(_ path: String, _ reason: String, doing: String = "read") -> Failure {
        Failure(message: "`\(path)` cannot be \(doing): \(reason)", status: Failure.scriptStatus)
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
