#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads whole texts from files and from standard input, within limits.
package enum TextFile {
    /// No larger text is read.
    static let limit = 16 << 20

    /// The bytes of an ordinary file.
    package static func bytes(of path: String) throws(TextFileError) -> [UInt8] {
        // A pipe that nobody writes to would keep an ordinary opening waiting.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            throw TextFileError(path, errno == ENOENT ? .missing : .unreadable(String(cString: strerror(errno))))
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else {
            throw TextFileError(path, .unreadable(String(cString: strerror(errno))))
        }
        if status.st_mode & S_IFMT == S_IFDIR { throw TextFileError(path, .isFolder) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw TextFileError(path, .notOrdinary) }
        return try readAll(file, path)
    }

    /// The text of an ordinary file, which must be UTF-8.
    package static func text(of path: String) throws(TextFileError) -> String {
        let bytes = try bytes(of: path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw TextFileError(path, .notUTF8(line: line(ofFirstFaultIn: bytes)))
        }
        return text
    }

    /// All of standard input.
    package static func standardInput() throws(TextFileError) -> [UInt8] {
        try readAll(STDIN_FILENO, "standard input")
    }

    /// The folder part of a path: `a/b.ask` → `a`, `b.ask` → `.`.
    package static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A path as written in a file of `folder`.
    package static func resolve(_ path: String, in folder: String) -> String {
        if path.utf8.first == UInt8(ascii: "/") || folder == "." { return path }
        return folder.utf8.last == UInt8(ascii: "/") ? folder + path : folder + "/" + path
    }

    /// The path from the root on with every link followed; nil where nothing is there.
    package static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    private static func readAll(_ file: Int32, _ name: String) throws(TextFileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { platformRead(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw TextFileError(name, .unreadable(String(cString: strerror(errno)))) }
            if count == 0 { return bytes }
            bytes += chunk.prefix(count)
            guard bytes.count <= limit else { throw TextFileError(name, .tooLarge(limit: limit)) }
        }
    }

    /// The line, from 1, of the first byte that is no UTF-8.
    private static func line(ofFirstFaultIn bytes: [UInt8]) -> Int {
        var line = 1
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            guard String(validating: part, as: UTF8.self) != nil else { return line }
            line += 1
        }
        return line
    }
}

private func platformRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
        Glibc.read(file, bytes, count)
    #else
        Darwin.read(file, bytes, count)
    #endif
}
