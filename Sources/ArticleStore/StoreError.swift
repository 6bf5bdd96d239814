/// Why an archive could not be opened, read or written: which one, and what was found.
package struct StoreError: Error, Hashable, Sendable {
    /// The path of the archive; nil for one in memory.
    package let path: String?
    /// What was found.
    package let reason: Reason

    package init(path: String?, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// What can be wrong.
    package enum Reason: Hashable, Sendable {
        /// There is no such file.
        case missing
        /// There is no folder to make the file in.
        case missingFolder
        case isFolder
        /// The file has no bytes.
        case empty
        /// The file is no SQLite database.
        case notDatabase
        /// It is the database of another program.
        case foreign
        /// It was made by a later program.
        case newer(schema: Int, known: Int)
        /// The file ends before its last page.
        case truncated(bytes: Int, expected: Int)
        /// Something in it contradicts itself; `detail` is for the one who repairs it.
        case damaged(detail: String)
        /// The file, its folder or its medium cannot be written to.
        case readOnly
        /// The file cannot be opened at all.
        case unreadable(detail: String)
        /// Another program holds it.
        case busy
        /// No room is left on the disk.
        case full
        /// An article to be added contradicts itself.
        case invalidArticle(source: String, detail: String)
        /// The linking of people or statements did not answer what it was asked.
        case invalidLinking(detail: String)
        /// Somebody gave it up.
        case interrupted
        /// Anything else that the database reports.
        case database(code: Int, detail: String)
    }
}
