import ArgumentParser
import ArticleStore
import WhoSaidKit

/// `whosaid add SOURCE… --to ARCHIVE`: reads and annotates into an archive file.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Read articles into an archive.",
        discussion: "Example: whosaid add stories --to syria.whosaid")

    @Argument(help: ArgumentHelp("Folders and files of articles.", valueName: "source"))
    var sources: [String]

    @Option(help: "The archive, NAME.whosaid; it is made where there is none.")
    var to: String

    @Option(help: "A manifest (JSON or TSV) that tells outlet and date of each file.")
    var manifest: String?

    func run() throws {
        let progress = ProgressLine()
        let result = try Failure.ofArchive {
            let archive = try Archive(at: to, creating: true)
            return try archive.add(paths: sources, manifest: manifest, progress: progress.show)
        }
        progress.clear()
        for problem in result.problems { Output.error.line("whosaid: \(problem.sentence)") }
        let added = result.added
        Output.standard.line(
            "\(to): \(added.added) added, \(added.replaced) replaced, \(added.unchanged) unchanged")
        guard result.problems.isEmpty else {
            throw Failure(
                message: "\(result.problems.count) of the sources could not be read; the rest is in \(to)",
                status: Failure.archiveStatus)
        }
    }
}
