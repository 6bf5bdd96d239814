import ArgumentParser
import WhoSaidKit

/// `whosaid run SCRIPT.ask…`: the statements of files, with their expectations.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run scripts of questions and expectations.",
        discussion: """
            The exit status is 0 where all is right, 1 where an expectation failed, 2 where a script is wrong,
            3 where the archive cannot be used. A script names its archive in its first lines (the path is
            seen from the script's folder):

                -- archive: ../seeds

            or --archive does. Files that it includes are seen from its folder too; with --safe neither they nor
            the archive that it names may lie outside of that folder, it corrects nothing and writes no files, and
            is ended after a minute, so that a stranger's script can be run. As an executable file it begins with: #!/usr/bin/env -S whosaid run --archive seeds
            """)

    @Argument(
        help: ArgumentHelp("Scripts, and folders of scripts (*.ask).", valueName: "script"),
        completion: .file(extensions: ["ask"]))
    var scripts: [String]

    @Option(help: "An archive (NAME.whosaid) or a folder, instead of the one that a script names.", completion: .file())
    var archive: String?

    @Flag(help: "End at the first statement that is wrong or expectation that fails.")
    var failFast = false

    @Flag(help: "Let scripts read nothing outside of their folder, write nothing, and take no more than their limits.")
    var safe = false

    @OptionGroup var limits: LimitOptions
    @OptionGroup var parameters: ParameterOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var names: AliasOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var look: LookOptions
    @OptionGroup var editor: EditorOptions

    func run() throws {
        var run = ScriptRun(command: self)
        let paths = try ScriptFiles.find(scripts)
        for (index, path) in paths.enumerated() {
            do {
                try run.run(path)
            } catch {
                run.report.fail(path, (error as? Failure)?.message ?? String(describing: error))
                try report.write(run.report)
                throw error
            }
            guard failFast, !run.tally.isFaultless else { continue }
            let rest = paths[(index + 1)...]
            for path in rest { run.report.skip(path, "--fail-fast: an earlier script has failed") }
            if !rest.isEmpty {
                Output.error.line("whosaid: \(rest.count) more script\(rest.count == 1 ? " was" : "s were") not run")
            }
            break
        }
        if run.tally.isFaultless { parameters.reportUnused(run.unusedParameters, on: look.page(for: .error)) }
        if run.tally.expectations > 0 { Output.standard.line(run.tally.sentence) }
        try report.write(run.report)
        try run.tally.finish()
    }
}

/// The scripts of one command as they are run one after the other.
private struct ScriptRun {
    let command: RunCommand
    var tally = Tally()
    var report = ScriptReport()
    /// The names that were given a value that no script has used.
    private(set) var unusedParameters: Set<String>
    private var archives: [String: Archive] = [:]

    init(command: RunCommand) {
        self.command = command
        unusedParameters = Set(command.parameters.values.keys)
    }

    /// Runs one script in a session of its own.
    mutating func run(_ path: String) throws {
        let script = try ScriptText(reading: path)
        let source = try command.archive ?? ScriptArchive.path(in: script.text, at: path, isSafe: command.safe)
        let archive = try archives[source] ?? Opening.open([source], aliases: command.names.aliases)
        archives[source] = archive
        var runner = StatementRunner(
            archive: archive, today: command.clock.day, look: command.look, editor: command.editor,
            isSafe: command.safe, limits: command.limits.limits(isSafe: command.safe),
            parameters: command.parameters.values)
        report.begin(path)
        runner.run(script, stopsAtFault: command.failFast) { report.take($0) }
        report.end()
        tally.add(runner.tally)
        unusedParameters.formIntersection(runner.unusedParameters)
    }
}
