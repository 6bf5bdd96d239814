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

    @Argument(help: ArgumentHelp("Scripts.", valueName: "script"), completion: .file(extensions: ["ask"]))
    var scripts: [String]

    @OptionGroup var look: LookOptions

    func run() throws {
        var mistakes = 0
        for path in scripts {
            var runner = ScriptRunner.checking()
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
                    "\(mistakes) mistake\(mistakes == 1 ? "" : "s") in \(scripts.count) script\(scripts.count == 1 ? "" : "s")",
                status: Failure.scriptStatus)
        }
    }
}
