import ArgumentParser
import Evaluator
import LineEditor
import Presentation
import WhoSaidKit

/// `whosaid [SOURCE…]`: the prompt; without a terminal, the statements of standard input.
struct PromptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prompt", abstract: "Open a prompt over an archive, a folder or files.")

    @Argument(
        help: "An archive (NAME.whosaid), folders of articles, or text files; without any, WHOSAID_ARCHIVE.",
        completion: .file())
    var sources: [String] = []

    @Option(name: .customShort("c"), help: ArgumentHelp("Answer this and leave.", valueName: "question"))
    var question: String?

    @Flag(help: "Keep no history of what is typed.")
    var noHistory = false

    @Flag(help: "Do not run ~/.config/whosaid/init.ask first.")
    var noInit = false

    @OptionGroup var names: AliasOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var look: LookOptions
    @OptionGroup var editor: EditorOptions

    func validate() throws {
        if sources.contains(where: { $0.hasSuffix(".ask") }) {
            throw ValidationError("A script is run by: whosaid run \(sources.joined(separator: " "))")
        }
        guard named.isEmpty else { return }
        throw ValidationError(
            "Name what to ask: an archive, a folder of articles, or text files (or set WHOSAID_ARCHIVE): whosaid seeds")
    }

    /// What to ask: as named, or else as the environment says.
    private var named: [String] {
        guard sources.isEmpty, let archive = Terminal.environment("WHOSAID_ARCHIVE"), !archive.isEmpty else {
            return sources
        }
        return [archive]
    }

    func run() throws {
        let archive = try Opening.open(named, aliases: names.aliases)
        var runner = StatementRunner(archive: archive, today: clock.day, look: look, editor: editor)
        if let question {
            runner.run(ScriptText(question, .commandLine))
        } else if Shell.isPossible {
            var shell = Shell(
                runner: runner, title: Opening.title(of: named), keepsHistory: !noHistory,
                readsStartScript: !noInit,
                isColored: look.page.isColored)
            return shell.run()
        } else {
            let text = String(decoding: try TextFile.standardInput(), as: UTF8.self)
            runner.run(ScriptText(text, .standardInput, name: "standard input"))
        }
        try runner.finish()
    }
}
