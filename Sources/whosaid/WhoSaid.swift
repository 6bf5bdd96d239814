import ArgumentParser
import LineEditor
import WhoSaidKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The program: every subcommand parses its flags, calls a room and prints.
@main
struct WhoSaid: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whosaid",
        abstract: "Who said what, when, where, to whom, and how do we know.",
        discussion: """
            whosaid seeds                             a prompt over a folder of stories
            whosaid seeds -c 'who said "ceasefire"'   the answer to one question
            whosaid run checks.ask --archive seeds    a script and its expectations
            """,
        version: "0.1.0",
        subcommands: [
            PromptCommand.self, AskCommand.self, RunCommand.self, AddCommand.self, AnnotateCommand.self,
            InfoCommand.self, ExportCommand.self, VerifyCommand.self, VacuumCommand.self, MergeCommand.self,
            CheckCommand.self, FormatCommand.self, WatchCommand.self, LSPCommand.self,
        ],
        defaultSubcommand: PromptCommand.self)

    static func main() {
        // A reader that has gone ends the program quietly, even where a parent has switched that off.
        signal(SIGPIPE, SIG_DFL)
        // A file that may not grow is a failure to write like any other.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            Output.error.line("whosaid: \(failure.message)")
            finish(failure.status)
        } catch let error as TextFileError {
            Output.error.line("whosaid: \(error.description.withoutControls())")
            finish(Failure.scriptStatus)
        } catch {
            exit(withError: error)
        }
    }
}

private func finish(_ status: Int32) -> Never {
    #if canImport(Glibc)
        Glibc.exit(status)
    #else
        Darwin.exit(status)
    #endif
}
