import Dates
import Evaluator
import LineEditor
import Presentation
import QueryLanguage
import WhoSaidKit

/// Runs statements and prints what comes of them: answers to standard output, what is wrong to standard error.
struct StatementRunner: Sendable {
    /// What prints, and carries out the commands with a dot.
    var console: Console
    private var runner: ScriptRunner

    init(
        archive: Archive, today: CalendarDay, look: LookOptions, editor: EditorOptions, format: OutputFormat? = nil,
        isSafe: Bool = false, limits: ScriptLimits = ScriptLimits(), parameters: [String: BoundValue] = [:]
    ) {
        let name = editor.name
        @Sendable func session(_ archive: Archive) -> Session {
            let editing: Editing =
                isSafe
                ? .refused("this is run in safe mode: nothing is corrected") : archive.editing(by: name) { Clock.now }
            return archive.session(today: today, editing: editing)
        }
        console = Console(archive: archive, format: format, look: look, isSafe: isSafe, makeSession: session)
        runner = ScriptRunner(session(archive), isSafe: isSafe, limits: limits, parameters: parameters)
    }

    /// What became of the statements so far.
    var tally: Tally { console.tally }
    /// What every `$name` stands for.
    var definitions: [String: Statement.Definition.Value] { runner.definitions }

    /// The names that were given a value that no text has used.
    var unusedParameters: [String] { runner.unusedParameters }

    /// Runs all statements of a text.
    /// - Parameters:
    ///   - stopsAtFault: whether the first that is wrong, or expects in vain, is the last.
    ///   - turn: who has the terminal, where somebody else may take it from the statements.
    ///   - tell: told all that happens, beside what is printed of it.
    mutating func run(
        _ text: ScriptText, isCancelled: @Sendable @escaping () -> Bool = { false }, stopsAtFault: Bool = false,
        turn: Turn? = nil, tell: (ScriptEvent) -> Void = { _ in }
    ) {
        var console = console
        console.begin()
        let watch = text.origin == .prompt ? Watch(over: console.working, isCancelled) : nil
        console.watch = watch
        runner.run(
            text, isCancelled: isCancelled,
            tell: { event in
                if let turn, !turn.begin() { return .stop }
                defer { turn?.end() }
                tell(event)
                let continuation = console.take(event)
                return stopsAtFault && !console.tally.isFaultless ? .stop : continuation
            })
        watch?.end()
        console.watch = nil
        self.console = console
    }

    /// Ends the program by the status that the statements earned.
    func finish() throws { try tally.finish() }
}
