import ArgumentParser
import Presentation
import QueryLanguage

/// `whosaid check SCRIPT.ask…`: what is wrong in scripts, without asking any archive.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what is wrong in scripts, without running them.",
        discussion:
            "The exit status is 0 where nothing is wrong, and 2 otherwise. Warnings are shown and count for nothing.")

    @Argument(help: ArgumentHelp("Scripts.", valueName: "script"))
    var scripts: [String]

    @OptionGroup var look: LookOptions

    func run() throws {
        var mistakes = 0
        for path in scripts {
            let text = String(decoding: try TextFile.read(path), as: UTF8.self)
            for diagnostic in Script(parsing: text).diagnostics {
                Output.standard.write(look.page.render(diagnostic, in: text, name: path))
                if diagnostic.severity == .error { mistakes += 1 }
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
