import QueryLanguage
import WhoSaidKit

/// The archive that a script is about.
enum ScriptArchive {
    /// The archive that a script names in a line `-- archive: PATH`, seen from the script's folder; in safe mode it must
    /// lie there.
    static func path(in text: String, at path: String, isSafe: Bool) throws -> String {
        guard let archive = ScriptHeader.archive(in: Array(text.utf8))?.path else {
            throw Failure(
                message: """
                    \(path) does not say which archive it is about: add a first line `-- archive: FOLDER`, or give \
                    --archive FOLDER
                    """,
                status: Failure.archiveStatus)
        }
        let folder = TextFile.folder(of: path)
        guard !isSafe || SafeFolder(folder).holds(archive, seenFrom: folder) else {
            throw Failure(
                message:
                    "\(path) names an archive outside of its folder; give --archive \(archive) if that is right",
                status: Failure.archiveStatus)
        }
        return TextFile.resolve(archive, in: folder)
    }
}
