import ArgumentParser
import ArticleStore
import Readers
import WhoSaidKit

/// `whosaid add SOURCE… --to ARCHIVE`: reads and annotates into an archive file.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Read articles into an archive.",
        discussion: """
            Reads plain text, web pages, feeds (RSS, Atom), JSON and JSON Lines, tables (CSV, TSV), web archives
            (WARC), exports of LexisNexis and Factiva, ninjs, the Global Quotation Graph, texts that were annotated
            with brat, and what `whosaid export --as jsonl` writes, each also packed with gzip; `-` is the standard input. What cannot be read is reported and left
            out, the rest goes in, and the exit status is 3.

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
        help: ArgumentHelp("A column of tables or JSON that is called otherwise: text=story.", valueName: "field=name"))
    var columns: [ColumnChoice] = []

    @Flag(help: "Add nothing at all where anything cannot be read.")
    var strict = false

    func run() throws {
        let progress = ProgressLine()
        let fields = Dictionary(columns.map { ($0.name, $0.field) }) { first, _ in first }
        let result = try Failure.ofArchive {
            let archive = try Archive(at: to, creating: true)
            return try archive.add(
                paths: sources, manifest: manifest, aliases: names.aliases, columns: fields, isStrict: strict,
                progress: progress.show)
        }
        progress.clear()
        for problem in result.problems { Output.error.line("whosaid: \(problem.sentence)") }
        let added = result.added
        let failures = result.problems.count { $0.severity == .failure }
        let decided = added.decisions == 0 ? "" : ", \(added.decisions) correction\(added.decisions == 1 ? "" : "s")"
        let missing = failures == 0 ? "" : ", \(failures) not read"
        Output.standard.line(
            "\(to): \(added.added) added, \(added.replaced) replaced, \(added.unchanged) unchanged\(decided)\(missing)")
        guard failures == 0 else {
            let rest = strict ? "nothing was added, as --strict asks" : "the rest is in \(to)"
            throw Failure(
                message: "\(failures) of the sources could not be read; \(rest)", status: Failure.archiveStatus)
        }
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
