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
            the archive that it names may lie outside of that folder, so that a stranger's script can be run. As an executable file it begins with: #!/usr/bin/env -S whosaid run --archive seeds
            """)

    @Argument(help: ArgumentHelp("Scripts.", valueName: "script"))
    var scripts: [String]

    @Option(help: "An archive (NAME.whosaid) or a folder, instead of the one that a script names.")
    var archive: String?

    @Flag(help: "Let scripts read nothing outside of their folder.")
    var safe = false

    @OptionGroup var names: AliasOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var look: LookOptions
    @OptionGroup var editor: EditorOptions

    func run() throws {
        var archives: [String: Archive] = [:]
        var tally = Tally()
        for path in scripts {
            let script = try ScriptText(reading: path)
            let source = try self.archive ?? ScriptArchive.path(in: script.text, at: path, isSafe: safe)
            let archive = try archives[source] ?? Opening.open([source], aliases: names.aliases)
            archives[source] = archive
            var runner = StatementRunner(archive: archive, today: clock.day, look: look, editor: editor, isSafe: safe)
            runner.run(script)
            tally.add(runner.tally)
        }
        if tally.expectations > 0 { Output.standard.line(tally.sentence) }
        try tally.finish()
    }
}
