import LineEditor

/// Where files are made that are gone after use.
enum TemporaryPath {
    /// A pattern for `mkstemp` and `mkdtemp`, in the folder that the system or the user names.
    static var template: [CChar] {
        let folder = Terminal.environment("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
        return Array("\(folder)/whosaid-XXXXXX".utf8CString)
    }
}
