import ArgumentParser
import Evaluator
import WhoSaidKit

/// `whosaid ask ARCHIVE QUESTION`: one answer.
struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Answer one question.",
        discussion: "Example: whosaid ask seeds 'who said \"ceasefire\" since 2014-01-01' --as jsonl")

    @Argument(help: "An archive (NAME.whosaid) or a folder of articles.", completion: .file())
    var archive: String

    @Argument(help: "The question, in quotation marks for the shell.")
    var question: String

    @Option(name: .customLong("as"), help: ArgumentHelp("The shape of the answer.", valueName: "format"))
    var format: FormatChoice?

    @OptionGroup var parameters: ParameterOptions
    @OptionGroup var names: AliasOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var look: LookOptions
    @OptionGroup var editor: EditorOptions

    func run() throws {
        let archive = try Opening.open([archive], aliases: names.aliases)
        var runner = StatementRunner(
            archive: archive, today: clock.day, look: look, editor: editor, format: format?.value,
            parameters: parameters.values)
        runner.run(ScriptText(question, .commandLine))
        parameters.reportUnused(runner.unusedParameters, on: look.page(for: .error))
        try runner.finish()
    }
}
