#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file of statements, one a line: `\n` stands for a line end and `\\` for a backslash.
///
/// Any bytes can be read: what is broken is left out or repaired. Each statement is appended by one `write` at once,
/// so that several sessions share the file and a killed one loses nothing.
package struct HistoryFile: Sendable {
    /// Where it is.
    package let path: String

    package init(path: String) { self.path = path }

    /// `$XDG_STATE_HOME/whosaid/history`, or below `~/.local/state`; nil where there is no home.
    package static func standard(environment: (String) -> String?) -> HistoryFile? {
        if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
            return HistoryFile(path: state + "/whosaid/history")
        }
        guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
        return HistoryFile(path: home + "/.local/state/whosaid/history")
    }

    /// Why the file cannot be used.
    package struct Failure: Error, Hashable, Sendable {
        package let path: String
        package let code: Int32

        /// One sentence for people.
        package var message: String {
            "the history cannot be kept in \(path): \(String(cString: strerror(code))); --no-history keeps none"
        }
    }

    /// The last statements in it, oldest first; none where the file is not there yet.
    func read() throws(Failure) -> [String] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT { return [] }
            throw Failure(path: path, code: errno)
        }
        defer { close(file) }
        let limit = 1 << 20
        let size = Int(lseek(file, 0, SEEK_END))
        let start = max(0, size - limit)
        var bytes = [UInt8](repeating: 0, count: min(max(0, size), limit))
        let count = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, off_t(start)) }
        guard count >= 0 else { throw Failure(path: path, code: errno) }
        return Self.decode(Array(bytes.prefix(count)), isCut: start > 0)
    }

    /// Writes one statement at the end.
    func append(_ statement: String) throws(Failure) {
        makeFolders()
        let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Failure(path: path, code: errno) }
        defer { close(file) }
        var last: UInt8 = UInt8(ascii: "\n")
        let size = lseek(file, 0, SEEK_END)
        if size > 0 { _ = pread(file, &last, 1, size - 1) }
        // A line that a full disk or a crash cut short must not swallow this one.
        let bytes = Array(((last == UInt8(ascii: "\n") ? "" : "\n") + Self.encode(statement)).utf8)
        guard write(file, bytes, bytes.count) == bytes.count else { throw Failure(path: path, code: errno) }
    }

    private func makeFolders() {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
        var folder = path.hasPrefix("/") ? "" : "."
        for part in parts {
            folder += "/" + part
            mkdir(folder, 0o700)
        }
    }

    /// The line of a statement: `who said "x"⏎per day` → `who said "x"\nper day` and a line end.
    static func encode(_ statement: String) -> String {
        var line = ""
        for scalar in statement.unicodeScalars {
            switch scalar {
            case "\\": line += #"\\"#
            case "\n": line += #"\n"#
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line + "\n"
    }

    /// The statements of a file's bytes; where its beginning is cut off, the first line is left out.
    static func decode(_ bytes: [UInt8], isCut: Bool = false) -> [String] {
        var lines = bytes.split(separator: UInt8(ascii: "\n"))
        if isCut { lines = Array(lines.dropFirst()) }
        return lines.compactMap { line in
            let statement = unescape(line).withoutControls(keepingLineEnds: true)
            return statement.allSatisfy(\.isWhitespace) ? nil : statement
        }
    }

    private static func unescape(_ line: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in line {
            if isEscaped {
                bytes.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
