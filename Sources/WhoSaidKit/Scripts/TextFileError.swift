/// Why a text could not be read.
package struct TextFileError: Error, Hashable, Sendable {
    /// The path, or what else it is called.
    package let path: String
    /// What is in the way.
    package let reason: Reason

    init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// What keeps a text from being read.
    package enum Reason: Hashable, Sendable {
        case missing
        case isFolder
        /// A folder in which scripts were looked for.
        case holdsNoScript
        /// A pipe, a device or the like.
        case notOrdinary
        /// What the system says.
        case unreadable(String)
        /// The first line that is not.
        case notUTF8(line: Int)
        /// In bytes.
        case tooLarge(limit: Int)
    }
}

extension TextFileError: CustomStringConvertible {
    /// One sentence: what is wrong, and what to do.
    package var description: String {
        switch reason {
        case .missing: "there is no file `\(path)`"
        case .isFolder: "`\(path)` is a folder; name one of its files"
        case .holdsNoScript: "there is no script in `\(path)`; scripts are called `NAME.ask`"
        case .notOrdinary: "`\(path)` is no ordinary file"
        case .unreadable(let detail): "`\(path)` cannot be read: \(detail)"
        case .notUTF8(let line): "line \(line) of `\(path)` is not UTF-8; save the file as UTF-8"
        case .tooLarge(let limit): "`\(path)` is larger than \(limit >> 20) MB"
        }
    }
}
