package import Evaluator

/// A text of statements, with where it comes from.
package struct ScriptText: Hashable, Sendable {
    /// The statements as they were written.
    package let text: String
    /// Who wrote them, which decides what they may do and what follows from a mistake.
    package let origin: Session.Origin
    /// What stands before line and column in messages, a file's path; nil where there is but one line.
    package let name: String?
    /// The folder from which `include` sees its paths.
    let folder: String
    /// Whether it is all of a file, which must not include itself.
    let isFile: Bool

    /// A text that is in no file.
    package init(_ text: String, _ origin: Session.Origin, name: String? = nil) {
        self.text = text
        self.origin = origin
        self.name = name
        folder = "."
        isFile = false
    }

    /// A script file.
    package init(reading path: String) throws(TextFileError) {
        text = try TextFile.text(of: path)
        origin = .script
        name = path
        folder = TextFile.folder(of: path)
        isFile = true
    }
}
