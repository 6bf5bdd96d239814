import ArgumentParser
import LineEditor
import WhoSaidKit

/// `whosaid watch SCRIPT… --source FOLDER`: adds what appears in a folder, and tells what is new in the answers.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Add what appears in a folder, and tell what is new in the answers of scripts.",
        discussion: """
            Rows that were in the archive before the watch began are not new. A file is read once it has been left
            alone for as long as --every says, and again when it changes; one that cannot be read is told once.
            Without --archive, all that is in the folder when the watch begins is new. Ctrl-C ends the watch.

            Example: whosaid watch morning.ask --source inbox --archive news.whosaid
            """)

    @Argument(help: ArgumentHelp("Scripts, and folders of scripts (*.ask).", valueName: "script"))
    var scripts: [String]

    @Option(help: ArgumentHelp("The folder in which articles appear.", valueName: "folder"))
    var source: String

    @Option(help: "The archive, NAME.whosaid, which is made where there is none; without it nothing is kept.")
    var archive: String?

    @Option(
        help: ArgumentHelp("How often to look (5), and how long a file rests before it is read.", valueName: "seconds"))
    var every: Int = 5

    @Flag(help: "Look once, and end.")
    var once = false

    @Option(name: .customLong("as"), help: ArgumentHelp("The shape of the answers.", valueName: "format"))
    var format: FormatChoice?

    @OptionGroup var parameters: ParameterOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var look: LookOptions

    func validate() throws {
        guard (0...86_400).contains(every), every > 0 || once else {
            throw ValidationError("--every is a number of seconds from 1 on, or 0 with --once")
        }
    }

    func run() throws {
        guard TextFile.realPath(source) != nil else {
            throw Failure(
                message: "there is no folder \(source); make it, or name the one in which articles appear",
                status: Failure.archiveStatus)
        }
        let opened = try Failure.ofArchive {
            try archive.map { try Archive(at: $0, creating: true) } ?? Archive(texts: [])
        }
        var watcher = Watcher(command: self, archive: opened, scripts: try ScriptFiles.find(scripts))
        Interrupts.catchAll()
        watcher.begin()
        try watcher.tally.finish()
        while !Interrupts.isPending {
            try watcher.look()
            if once { break }
            Pause.seconds(every) { Interrupts.isPending }
        }
        if once { try watcher.tally.finish() }
    }
}
