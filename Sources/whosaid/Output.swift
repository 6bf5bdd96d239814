import LineEditor

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where text goes: standard output or standard error, at once and unbuffered, so that both keep their order.
struct Output: Sendable {
    let file: Int32

    static let standard = Output(file: STDOUT_FILENO)
    static let error = Output(file: STDERR_FILENO)

    /// Whether it is a terminal.
    var isTerminal: Bool { isatty(file) == 1 }

    /// Its width in columns; nil where it is none.
    var width: Int? {
        guard isTerminal else { return nil }
        return Terminal.columns
    }

    /// Writes text. A reader that has gone, or a full disk, ends the program.
    func write(_ text: String) {
        guard let code = writeAll(text, to: file) else { return }
        if code != EPIPE && file != STDERR_FILENO {
            Output.error.line("whosaid: the answer could not be written: \(String(cString: strerror(code)))")
        }
        exit(code == EPIPE ? 0 : 1)
    }

    /// Writes a line.
    func line(_ text: String) { write(text + "\n") }
}

/// Writes a whole text to an open file.
/// - Returns: what `errno` says where that failed; nil where all is written.
func writeAll(_ text: String, to file: Int32) -> Int32? {
    var bytes = ArraySlice(text.utf8)
    while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { platformWrite(file, $0.baseAddress, $0.count) }
        if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
        guard count > 0 else { return errno }
        bytes = bytes.dropFirst(count)
    }
    return nil
}

/// `write` of the C library.
private func platformWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
        Glibc.write(file, bytes, count)
    #else
        Darwin.write(file, bytes, count)
    #endif
}
