import WhoSaidKit

/// What a script says about itself in the comments before its first statement.
enum ScriptHeader {
    /// The archive that a script names in a line `-- archive: PATH`, seen from the script's folder; in safe mode it must
    /// lie there.
    static func archive(in text: String, at path: String, isSafe: Bool) throws -> String {
        let folder = TextFile.folder(of: path)
        for line in text.split(whereSeparator: \.isNewline) {
            let line = trimmed(line)
            if line.isEmpty || line.hasPrefix("#!") { continue }
            guard line.hasPrefix("--") else { break }
            let comment = trimmed(line.drop { $0 == "-" })
            guard comment.lowercased().hasPrefix("archive:") else { continue }
            let archive = String(trimmed(comment.dropFirst("archive:".count)))
            guard !isSafe || SafeFolder(folder).holds(archive, seenFrom: folder) else {
                throw Failure(
                    message:
                        "\(path) names an archive outside of its folder; give --archive \(archive) if that is right",
                    status: Failure.archiveStatus)
            }
            return TextFile.resolve(archive, in: folder)
        }
        throw Failure(
            message: """
                \(path) does not say which archive it is about: add a first line `-- archive: FOLDER`, or give \
                --archive FOLDER
                """,
            status: Failure.archiveStatus)
    }

    private static func trimmed(_ text: some StringProtocol) -> Substring {
        var text = Substring(text)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
