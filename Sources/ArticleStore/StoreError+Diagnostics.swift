extension StoreError: CustomStringConvertible {
    /// The archive, what is wrong with it, and what to do, in one or two sentences.
    package var description: String {
        let name = path.map { "`\(printable($0))`" } ?? "the archive in memory"
        return switch reason {
        case .missing: "\(name) does not exist: check the path, or make it with `whosaid add`"
        case .missingFolder: "\(name) cannot be made: the folder it should lie in does not exist"
        case .isFolder: "\(name) is a folder, not an archive: name the file in it"
        case .empty: "\(name) is empty: it is no archive; delete it, or name another"
        case .notDatabase: "\(name) is not an archive: its bytes are not those of a database; name another file"
        case .foreign: "\(name) is the database of another program, and is left alone: name another file"
        case .newer(let schema, let known):
            "\(name) was made by a newer whosaid (format \(schema), this one knows \(known)): update whosaid"
        case .truncated(let bytes, let expected):
            "\(name) is cut off (\(bytes) of \(expected) bytes): copy it anew, or build it again from its sources"
        case .damaged(let detail):
            "\(name) is damaged (\(printable(detail))): use a copy, or build it again from its sources"
        case .readOnly: "\(name) cannot be written to: change its permissions, or work on a copy"
        case .unreadable(let detail):
            "\(name) cannot be opened (\(printable(detail))): check its permissions"
        case .busy: "\(name) is being written by another program: try again when that is done"
        case .full: "\(name) could not grow: the disk is full; nothing of this step was kept"
        case .interrupted: "the work on \(name) was given up; nothing of this step was kept"
        case .invalidArticle(let source, let detail):
            "`\(printable(source))` was not added to \(name): \(printable(detail))"
        case .invalidLinking(let detail): "the articles of \(name) could not be linked: \(printable(detail))"
        case .database(let code, let detail):
            "\(name) could not be used: the database reports \(printable(detail)) (code \(code))"
        }
    }

    /// A text without control characters, and not too long for a sentence.
    private func printable(_ text: String) -> String {
        let safe = text.unicodeScalars.map { scalar -> Character in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: "\u{FFFD}"
            default: Character(scalar)
            }
        }
        return safe.count <= 300 ? String(safe) : String(safe.prefix(300)) + "…"
    }
}
