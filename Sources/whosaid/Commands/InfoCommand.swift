import ArgumentParser
import LineEditor
import WhoSaidKit

/// `whosaid info ARCHIVE`: what is in it.
struct InfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "info", abstract: "Tell what is in an archive.")

    @Argument(help: "An archive (NAME.whosaid) or a folder of articles.")
    var archive: String

    @OptionGroup var names: AliasOptions

    func run() throws {
        let archive = try Opening.open([archive], aliases: names.aliases)
        let contents = try Failure.ofArchive { try ArchiveContents(archive) }
        for line in contents.lines { Output.standard.line(line.withoutControls()) }
    }
}
