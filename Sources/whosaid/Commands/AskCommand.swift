import ArgumentParser
import Evaluator
import WhoSaidKit

/// `whosaid ask ARCHIVE QUESTION`: one answer.
struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Answer one question.",
        discussion: "Example: whosaid ask seeds 'who said \"ceasefire\" since 2014-01-01' --as jsonl")

    @Argument(help: "An archive (NAME.whosaid) or a folder of articles.")
    var archive: String

    @Argument(help: "The question, in quotation marks for the shell.")
    var question: String

    @Option(name: .customLong("as"), help: ArgumentHelp("The shape of the answer.", valueName: "format"))
    var format: FormatChoice?

    @OptionGroup var names: AliasOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var look: LookOptions
    @OptionGroup var editor: EditorOptions

    func run() throws {
        let archive = try Opening.open([archive], aliases: names.aliases)
        var runner = StatementRunner(
            archive: archive, today: clock.day, look: look, editor: editor, format: format?.value)
        runner.run(ScriptText(question, .commandLine))
        try runner.finish()
    }
}
