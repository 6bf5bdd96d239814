import Dates
import Evaluator
import LineEditor
import Presentation
import QueryLanguage
import WhoSaidKit

/// Runs statements and prints what comes of them: answers to standard output, what is wrong to standard error.
struct StatementRunner {
    /// The archive that is asked.
    let archive: Archive
    private var runner: ScriptRunner
    private var printer: EventPrinter

    init(
        archive: Archive, today: CalendarDay, look: LookOptions, editor: EditorOptions, format: OutputFormat? = nil,
        isSafe: Bool = false
    ) {
        self.archive = archive
        let editing = archive.editing(by: editor.name) { Clock.now }
        runner = ScriptRunner(archive.session(today: today, editing: editing), isSafe: isSafe)
        printer = EventPrinter(format: format, look: look)
    }

    /// What became of the statements so far.
    var tally: Tally { printer.tally }
    /// Whether a `.quit` was met.
    var isQuitting: Bool { printer.isQuitting }
    /// What every `$name` stands for.
    var definitions: [String: Statement.Definition.Value] { runner.definitions }

    /// Runs all statements of a text.
    mutating func run(_ text: ScriptText, isCancelled: @Sendable () -> Bool = { false }) {
        var printer = printer
        runner.run(text, isCancelled: isCancelled) { event in
            printer.take(event)
            return printer.isQuitting ? .stop : .goOn
        }
        self.printer = printer
    }

    /// Ends the program by the status that the statements earned.
    func finish() throws { try tally.finish() }
}
