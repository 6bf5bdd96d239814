import ArgumentParser
import LanguageServer
import WhoSaidKit

/// `whosaid lsp`: the language server, on standard input and output.
struct LSPCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp", abstract: "Serve editors: completion, diagnostics, answers (the Language Server Protocol).",
        discussion: """
            An editor starts this and talks to it on standard input and output. A script names its archive in its
            first lines (`-- archive: ../seeds`), or --archive does; without one, all works that needs none.
            """)

    @Option(help: "An archive (NAME.whosaid) or a folder, instead of the one that a script names.", completion: .file())
    var archive: String?

    @Option(
        help: ArgumentHelp(
            "The address of a message's page in the manual, with {code} in the place of its code.", valueName: "address"
        ))
    var manual: String?

    @OptionGroup var clock: ClockOptions

    func run() throws {
        let day = clock.today?.value
        let settings = ServerSettings(archive: archive, manual: manual, cache: ArchiveCache.userFolder) {
            day ?? Clock.today
        }
        let status = serve(settings)
        if status != 0 { throw ExitCode(status) }
    }
}
