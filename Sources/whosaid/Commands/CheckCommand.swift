import ArgumentParser
import Presentation
import QueryLanguage
import WhoSaidKit

/// `whosaid check SCRIPT.ask…`: what is wrong in scripts, without asking any archive.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what is wrong in scripts, without running them.",
        discussion:
            "The exit status is 0 where nothing is wrong, and 2 otherwise. Warnings are shown and count for nothing.")

    @Argument(
        help: ArgumentHelp("Scripts, and folders of scripts (*.ask).", valueName: "script"),
        completion: .file(extensions: ["ask"]))
    var scripts: [String]

    @OptionGroup var parameters: ParameterOptions
    @OptionGroup var look: LookOptions

    func run() throws {
        var mistakes = 0
        let paths = try ScriptFiles.find(scripts)
        for path in paths {
            var runner = ScriptRunner.checking(parameters: parameters.values)
            runner.run(try ScriptText(reading: path)) { event in
                if case .diagnostic(let diagnostic) = event.happening {
                    Output.standard.write(look.page.render(diagnostic, in: event.text.text, name: event.text.name))
                    if diagnostic.severity == .error { mistakes += 1 }
                }
                return .goOn
            }
        }
        guard mistakes == 0 else {
            throw Failure(
                message:
                    "\(mistakes) mistake\(mistakes == 1 ? "" : "s") in \(paths.count) script\(paths.count == 1 ? "" : "s")",
                status: Failure.scriptStatus)
        }
    }
}
