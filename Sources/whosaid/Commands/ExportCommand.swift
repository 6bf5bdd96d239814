import ArgumentParser
import ArticleStore
import Exchange
import LineEditor
import WhoSaidKit

/// `whosaid export ARCHIVE --as FORMAT`: an archive for other programs.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write an archive for other programs, or as lines that make an equal one.",
        discussion: """
            jsonl          whole articles with all that was found and decided; `whosaid add` makes an equal archive of it
            csv            one row a quote, for spreadsheets
            brat           a folder of texts with annotations, for the annotation tool brat
            webannotation  annotations of the W3C's model (JSON-LD)
            markdown       a report, article by article

            Example: whosaid export syria.whosaid --as csv --where 'outlet = Reuters' --output reuters.csv
            """)

    @Argument(help: "An archive (NAME.whosaid) or a folder of articles.")
    var archive: String

    @Option(name: .customLong("as"), help: ArgumentHelp("The form.", valueName: "format"))
    var format: ExportChoice

    @Option(help: "The file or, for brat, the folder to make; without it, standard output.")
    var output: String?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp("A question or a condition: only quotes that answer it are written.", valueName: "question"))
    var question: String?

    @Flag(help: "Write over a file that is there.")
    var replace = false

    @OptionGroup var clock: ClockOptions

    func validate() throws {
        if format.value.isFolder, output == nil { throw ValidationError("Name the folder to make: --output FOLDER") }
        if format.value.isFolder, replace {
            throw ValidationError("A folder is not written over: name one that is not there.")
        }
    }

    func run() throws {
        let archive = try Opening.open([archive])
        let selection = try question.map { question in
            do {
                return try Failure.ofArchive { try archive.selection(question, today: clock.day) }
            } catch let error as QuestionError {
                Output.error.write(error.description)
                throw ExitCode(Failure.scriptStatus)
            }
        }
        let total = try Failure.ofArchive { try archive.store.summary().articles }
        var progress = ProgressLine()
        defer { progress.clear() }
        Interrupts.catchEndings()
        let file = try output.map { try NewFile(at: $0, isFolder: format.value.isFolder, replaces: replace) }
        do {
            try Failure.ofArchive {
                try archive.export(
                    selection ?? .everything, as: format.value,
                    progress: { done in
                        try Failure.checkInterrupts()
                        if file != nil { progress.show("writing", done, of: total) }
                    },
                    write: { name, text in
                        if let file { try file.append(text, to: name) } else { Output.standard.write(text) }
                    })
            }
            try file?.finish()
        } catch {
            file?.remove()
            throw error
        }
    }
}

/// A form on the command line.
struct ExportChoice: ExpressibleByArgument {
    let value: ExportFormat

    init?(argument: String) {
        guard let format = ExportFormat(rawValue: argument) else { return nil }
        value = format
    }

    static var allValueStrings: [String] { ExportFormat.allCases.map(\.rawValue) }
}
