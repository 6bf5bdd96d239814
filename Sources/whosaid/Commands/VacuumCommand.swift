import ArgumentParser
import ArticleStore
import WhoSaidKit

/// `whosaid vacuum ARCHIVE`: the same archive in fewer bytes.
struct VacuumCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vacuum", abstract: "Make an archive's file as small as it can be.")

    @Argument(help: "An archive (NAME.whosaid).")
    var archive: String

    func run() throws {
        let before = FileSize.of(archive)
        let store = try Failure.ofArchive { try Archive(at: archive).store }
        try Failure.ofArchive {
            try store.vacuum()
            try store.close()
        }
        Output.standard.line(
            "\(archive): \(FileSize.words(before)) before, \(FileSize.words(FileSize.of(archive))) now")
    }
}
