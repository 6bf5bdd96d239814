import QueryLanguage
import WhoSaidKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that takes answers in the place of the terminal. What is there already is not written over unless that was asked for.
struct AnswerFile {
    let path: String
    /// Whether only the next answer goes there.
    let isForOne: Bool
    private let file: Int32

    /// Opens the file that `.output` and `.once` name.
    /// - Parameter replaces: whether a file that is there may be written over.
    init(_ path: String, isForOne: Bool, replaces: Bool) throws {
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (replaces ? O_TRUNC : O_EXCL)
        file = open(path, flags, 0o644)
        guard file >= 0 else {
            let command = isForOne ? ".once" : ".output"
            throw Failure(
                message: errno == EEXIST
                    ? "`\(path)` is there already: name another file, or write `\(command)! \(path)` to replace it"
                    : "`\(path)` cannot be written: \(String(cString: strerror(errno)))", status: Failure.scriptStatus)
        }
        self.path = path
        self.isForOne = isForOne
    }

    /// The format that the file's ending asks for; nil where it asks for none.
    var format: OutputFormat? {
        let endings: [String: OutputFormat] = [
            "csv": .csv, "json": .json, "jsonl": .jsonl, "md": .markdown, "html": .html, "htm": .html,
        ]
        guard let dot = path.lastIndex(of: ".") else { return nil }
        return endings[path[path.index(after: dot)...].lowercased()]
    }

    /// Writes a text at the end.
    func write(_ text: String) throws {
        guard let problem = writeAll(text, to: file) else { return }
        throw Failure(
            message: "`\(path)` could not be written to its end: \(String(cString: strerror(problem)))",
            status: Failure.scriptStatus)
    }

    /// Lets go of the file.
    func close() { platformClose(file) }
}

private func platformClose(_ file: Int32) {
    #if canImport(Glibc)
        _ = Glibc.close(file)
    #else
        _ = Darwin.close(file)
    #endif
}
