#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file, or a folder of files, that is made under another name until it is whole, so that nobody ever sees half of one.
///
/// A class, because it owns open files.
final class NewFile {
    private let path: String
    private let unfinished: String
    private let isFolder: Bool
    private let replaces: Bool
    private var names: Set<String> = []
    /// The one file, or the file of the folder that was written to last.
    private var open: (name: String?, file: Int32)?

    /// Makes it, under its other name.
    init(at path: String, isFolder: Bool, replaces: Bool) throws {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.path = path
        self.isFolder = isFolder
        self.replaces = replaces
        unfinished = "\(path).\(getpid()).new"
        try refuseWhatIsThere()
        if isFolder, mkdir(unfinished, 0o755) != 0 { throw unwritten() }
        if !isFolder { open = (nil, try make(unfinished)) }
    }

    /// Puts a text at the end of the one file, or of a file of the folder, whose name is no path.
    func append(_ text: String, to name: String?) throws {
        if open?.name != name || open == nil {
            if let open { close(open.file) }
            open = nil
            guard let name, !name.contains("/"), name != "..", name != "." else {
                throw unwritten("its name is no name")
            }
            open = (name, try make("\(unfinished)/\(name)", isNew: names.insert(name).inserted))
        }
        guard let open else { return }
        if let problem = writeAll(text, to: open.file) { throw unwritten(String(cString: strerror(problem))) }
    }

    /// Gives it its name.
    func finish() throws {
        if let open, close(open.file) != 0 { throw unwritten() }
        open = nil
        try refuseWhatIsThere()
        guard rename(unfinished, path) == 0 else { throw unwritten() }
    }

    /// Takes away what was made.
    func remove() {
        if let open { close(open.file) }
        open = nil
        for name in names { unlink("\(unfinished)/\(name)") }
        if isFolder { rmdir(unfinished) } else { unlink(unfinished) }
    }

    private func make(_ path: String, isNew: Bool = true) throws -> Int32 {
        let flags = O_WRONLY | O_CLOEXEC | O_APPEND | (isNew ? O_CREAT | O_EXCL : 0)
        #if canImport(Glibc)
            let file = Glibc.open(path, flags, 0o644)
        #else
            let file = Darwin.open(path, flags, 0o644)
        #endif
        guard file >= 0 else { throw unwritten() }
        return file
    }

    private func refuseWhatIsThere() throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard replaces else {
            let advice = isFolder ? "name another" : "name another, or say --replace"
            throw Failure(message: "`\(path)` is there already: \(advice)", status: Failure.scriptStatus)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(message: "`\(path)` is no file that could be replaced", status: Failure.scriptStatus)
        }
    }

    private func unwritten(_ reason: String = String(cString: strerror(errno))) -> Failure {
        Failure(message: "`\(path)` cannot be written: \(reason)", status: Failure.scriptStatus)
    }
}
