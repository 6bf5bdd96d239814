import LineEditor
import WhoSaidKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The user's own folder: what runs first, and the questions that were saved under a name.
enum UserFolder {
    /// `$XDG_CONFIG_HOME/whosaid`, or `~/.config/whosaid`; nil where there is no home.
    static var path: String? {
        if let folder = Terminal.environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return folder + "/whosaid" }
        return Terminal.environment("HOME").flatMap { $0.hasPrefix("/") ? $0 + "/.config/whosaid" : nil }
    }

    /// The script that a prompt runs before anything else; nil where there is none.
    static var startScript: String? {
        path.map { $0 + "/init.ask" }.flatMap { access($0, F_OK) == 0 ? $0 : nil }
    }

    /// Where a question of this name is saved; nil for what is no name.
    static func savedQuery(_ name: String) -> String? {
        guard let path, !name.isEmpty, !name.hasPrefix("."), name.utf8.count < 100,
            name.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) })
        else { return nil }
        return "\(path)/queries/\(name).ask"
    }

    /// Saves a question under a name.
    static func save(_ text: String, as name: String) throws {
        guard let file = savedQuery(name) else {
            throw Failure(
                message: "`\(name)` is no name for a question: use letters, digits, `-` and `_`",
                status: Failure.scriptStatus)
        }
        var folder = ""
        for part in file.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o755)
        }
        try TextFile.replace(file, with: text.hasSuffix("\n") ? text : text + "\n")
    }
}
