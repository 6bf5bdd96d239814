import WhoSaidKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension TextFile {
    /// Puts a new text in a file's place: whole, or not at all.
    static func replace(_ path: String, with text: String) throws {
        var status = stat()
        let mode = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
        let unfinished = path + ".new"
        let file = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw Failure(unwritten: unfinished, String(cString: strerror(errno))) }
        let problem = writeAll(text, to: file)
        close(file)
        if let problem {
            unlink(unfinished)
            throw Failure(unwritten: path, String(cString: strerror(problem)))
        }
        guard rename(unfinished, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(unfinished)
            throw Failure(unwritten: path, reason)
        }
    }
}

extension Failure {
    fileprivate init(unwritten path: String, _ reason: String) {
        self.init(message: "`\(path)` cannot be written: \(reason)", status: Failure.scriptStatus)
    }
}
