import ArgumentParser
import ArticleStore
import LineEditor
import WhoSaidKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `whosaid merge A B --into C`: archives as one.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Make one archive of several.",
        discussion: """
            The archives stay as they are. An article that is in several is taken once; where two archives disagree, the
            conflict and what was kept are told on standard error. Corrections stand in the order of their time.

            Example: whosaid merge ann.whosaid bob.whosaid --into both.whosaid
            """)

    @Argument(help: ArgumentHelp("Archives (NAME.whosaid).", valueName: "archive"))
    var archives: [String]

    @Option(help: "The archive to make; it must not be there.")
    var into: String

    func validate() throws {
        if archives.count < 2 { throw ValidationError("Name at least two archives.") }
    }

    func run() throws {
        guard access(into, F_OK) != 0 else {
            throw Failure(message: "`\(into)` is there already: name another", status: Failure.archiveStatus)
        }
        var progress = ProgressLine()
        defer { progress.clear() }
        Interrupts.catchEndings()
        let sources = try archives.map { path in try Failure.ofArchive { (name: path, archive: try Archive(at: path)) }
        }
        let total = try Failure.ofArchive { try sources.reduce(0) { $0 + (try $1.archive.store.summary().articles) } }
        // Under another name until it is whole, so that nobody ever opens half of one.
        let unfinished = "\(into).\(getpid()).new"
        defer { for ending in ["", "-wal", "-shm"] { unlink(unfinished + ending) } }
        let merged = try Failure.ofArchive {
            let archive = try Archive(at: unfinished, creating: true)
            let merged = try archive.merge(sources) { done in
                try Failure.checkInterrupts()
                progress.show("merging", done, of: total)
            }
            try archive.store.close()
            return merged
        }
        guard access(into, F_OK) != 0, rename(unfinished, into) == 0 else {
            throw Failure(
                message: "`\(into)` cannot be made: \(String(cString: strerror(errno)))", status: Failure.archiveStatus)
        }
        progress.clear()
        for conflict in merged.conflicts { Output.error.line("whosaid: \(conflict.withoutControls())") }
        let added = merged.added
        Output.standard.line(
            "\(into): \(added.added) articles, \(added.unchanged) of them in several archives, \(added.decisions) corrections, \(merged.conflicts.count) conflicts"
                .withoutControls())
    }
}
