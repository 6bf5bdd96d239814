import ArgumentParser
import LineEditor
import Readers
import WhoSaidKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `whosaid add SOURCE… --to ARCHIVE`: reads and annotates into an archive file.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Read articles into an archive.",
        discussion: """
            Reads plain text, web pages, feeds (RSS, Atom), JSON and JSON Lines, tables (CSV, TSV), web archives
            (WARC), exports of LexisNexis and Factiva, ninjs, the Global Quotation Graph, texts that were annotated
            with brat, and what `whosaid export --as jsonl` writes, each also packed with gzip; `-` is the standard input. What cannot be read is reported and left
            out, the rest goes in, and the exit status is 3.

            Sources that have not changed are left as they are; one that has changed becomes a new version of its article. So a
            command that was ended goes on where it stopped. Ctrl-C ends it after what is at hand, with the exit status 130.

            Example: whosaid add stories pages/*.html.gz --to syria.whosaid
            """)

    @Argument(help: ArgumentHelp("Folders and files of articles.", valueName: "source"), completion: .file())
    var sources: [String]

    @Option(help: "The archive, NAME.whosaid; it is made where there is none.")
    var to: String

    @Option(help: "A manifest (JSON or TSV) that tells outlet and date of each file.")
    var manifest: String?

    @OptionGroup var names: AliasOptions

    @Option(
        help: ArgumentHelp(
            "A column of tables or JSON that is called otherwise: text=story, text=fields.bodyText.",
            valueName: "field=name"))
    var columns: [ColumnChoice] = []

    @OptionGroup var encoding: EncodingOption

    @Flag(help: "Add nothing at all where anything cannot be read.")
    var strict = false

    @Flag(help: "Keep no original bytes of pages and records: quotes lead back to their text only.")
    var withoutOriginals = false

    func run() throws {
        var progress = ProgressLine()
        defer { progress.clear() }
        Interrupts.catchAll()
        let addition = try Failure.ofArchive {
            let archive = try Archive(at: to, creating: true)
            return try archive.add(paths: sources, settings: settings) {
                // What is stored is safe: nothing is lost where linking is broken off, and the next `add` makes up for it.
                if $0.isLinking { signal(SIGINT, SIG_DFL) }
                progress.show($0)
            }
        }
        progress.clear()
        addition.reportProblems()
        Output.standard.line("\(to): \(addition.summary)")
        if addition.isCancelled {
            throw Failure(
                message: "stopped; what was read so far is in \(to), and the same command goes on from there",
                status: Failure.interruptedStatus)
        }
        guard addition.failures == 0 else {
            let rest = strict ? "nothing was added, as --strict asks" : "the rest is in \(to)"
            throw Failure(
                message: "\(addition.failures) of the sources could not be read; \(rest)",
                status: Failure.archiveStatus)
        }
    }

    private var settings: AddingSettings {
        var settings = AddingSettings()
        settings.manifest = manifest
        settings.aliases = names.aliases
        settings.columns = Dictionary(columns.map { ($0.name, $0.field) }) { first, _ in first }
        settings.characterSet = encoding.characterSet
        settings.isStrict = strict
        settings.keepsOriginals = !withoutOriginals
        settings.isCancelled = {
            guard Interrupts.isPending else { return false }
            // A second Ctrl-C ends the program at once.
            signal(SIGINT, SIG_DFL)
            return true
        }
        return settings
    }
}

/// What `--columns` says: `text=story` for a column `story` that holds the text.
struct ColumnChoice: ExpressibleByArgument {
    let field: RecordField
    let name: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let field = RecordField(name: String(parts[0])) else { return nil }
        self.field = field
        name = String(parts[1])
    }
}
