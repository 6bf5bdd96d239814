import QueryLanguage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder of the user alone, in which answers lie that a client shows, until the server ends.
struct AnswerFolder {
    private let path: String
    private var names: Set<String> = []

    /// Makes the folder; nil where that cannot be done.
    init?() {
        let base = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
        var template = Array("\(base)/whosaid-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkdtemp($0) != nil } ?? false }
        guard made else { return nil }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Writes an answer in the place of the one before it.
    /// - Returns: the path; nil where it could not be written.
    mutating func write(_ text: String, as format: OutputFormat) -> String? {
        let name = "answer." + format.ending
        let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return nil }
        defer { close(file) }
        names.insert(name)
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Self.write(file, $0) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return nil }
            bytes = bytes.dropFirst(count)
        }
        return "\(path)/\(name)"
    }

    /// Takes the folder away with what was written into it.
    func remove() {
        for name in names { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    private static func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.write(file, bytes.baseAddress, bytes.count)
        #else
            Darwin.write(file, bytes.baseAddress, bytes.count)
        #endif
    }
}

extension OutputFormat {
    /// The ending of a file's name that editors know.
    fileprivate var ending: String {
        switch self {
        case .table, .lines, .kwic: "txt"
        case .json: "json"
        case .jsonl: "jsonl"
        case .csv: "csv"
        case .markdown: "md"
        case .html: "html"
        }
    }
}
