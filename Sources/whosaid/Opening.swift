import LineEditor
import WhoSaidKit

/// Opens what the command line names.
enum Opening {
    /// The archive of some paths, with progress on standard error where that is a terminal, and what could not be
    /// read.
    static func open(_ paths: [String], aliases: String? = nil) throws -> Archive {
        var progress = ProgressLine()
        defer { progress.clear() }
        let archive = try Failure.ofArchive { try Archive.open(paths, aliases: aliases) { progress.show($0) } }
        progress.clear()
        for problem in archive.problems { Output.error.line("whosaid: \(problem.withoutControls())") }
        return archive
    }

    /// What a prompt calls them: the last parts of the paths.
    static func title(of paths: [String]) -> String {
        paths.map { path in
            path.split(separator: "/").last.map(String.init) ?? path
        }.joined(separator: ", ").withoutControls()
    }
}
