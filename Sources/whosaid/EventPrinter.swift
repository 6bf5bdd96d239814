import Evaluator
import LineEditor
import Presentation
import QueryLanguage
import Text
import WhoSaidKit

/// Prints what happens while statements are run, and counts what goes wrong.
struct EventPrinter {
    private(set) var tally = Tally()
    /// A `.quit` was met.
    private(set) var isQuitting = false
    /// The format that a question without `as` is answered in; nil for the one it asks for.
    private let format: OutputFormat?
    private let look: LookOptions

    init(format: OutputFormat?, look: LookOptions) {
        self.format = format
        self.look = look
    }

    /// Prints one event.
    mutating func take(_ event: ScriptEvent) {
        switch event.happening {
        case .diagnostic(let diagnostic): show(diagnostic, of: event)
        case .outcome(let outcome): take(outcome, of: event)
        case .failure(let error):
            tally.wrong += 1
            Output.error.line("whosaid: \(String(describing: error).withoutControls())")
        case .cancelled: Output.error.line("cancelled")
        }
    }

    /// Asked for each time, because a window changes its width.
    private var page: Page { look.page }
    private var errorPage: Page { look.page(for: .error) }

    private mutating func take(_ outcome: Session.Outcome, of event: ScriptEvent) {
        switch outcome {
        case .answer(let answer): show(answer)
        case .expectation(let verdict):
            tally.expectations += 1
            if !verdict.holds { tally.failed += 1 }
            report(outcome, holds: verdict.holds, event)
        case .refused(let diagnostic): show(diagnostic, of: event)
        case .command(.dot(let name, let argument, let range)): carryOut(name, argument, range, event)
        case .decisions(let records, let format):
            Output.standard.write(page.render(.decisions(records, format ?? self.format)))
        case .defined:
            if event.text.origin == .prompt { Output.standard.write(page.render(outcome)) }
        default: Output.standard.write(page.render(outcome))
        }
    }

    /// A machine's format keeps its notes out of the way of the machine.
    private func show(_ answer: Answer) {
        let format = answer.query.format ?? self.format ?? .table
        Output.standard.write(page.render(answer, as: format))
        switch format {
        case .table, .json: break
        case .lines, .kwic, .jsonl, .csv, .markdown, .html:
            for note in answer.notes { Output.error.write(errorPage.render(note, in: "")) }
        }
    }

    private mutating func show(_ diagnostic: Diagnostic, of event: ScriptEvent) {
        if diagnostic.severity == .error { tally.wrong += 1 }
        Output.error.write(errorPage.render(diagnostic, in: event.text.text, name: event.text.name))
    }

    /// What holds is said at the prompt only; what fails is said with its place.
    private func report(_ outcome: Session.Outcome, holds: Bool, _ event: ScriptEvent) {
        if holds {
            if event.text.origin == .prompt { Output.standard.write(page.render(outcome)) }
            return
        }
        let place = event.text.name.map { "\($0):\(event.line): ".withoutControls() } ?? ""
        Output.error.write(place + errorPage.render(outcome))
    }

    private mutating func carryOut(_ name: String, _ argument: String, _ range: ByteRange, _ event: ScriptEvent) {
        guard let command = DotCommand(name) else {
            let known = DotCommand.allCases.map { "`.\($0.rawValue)`" }.joined(separator: ", ")
            let message = "there is no command `.\(DotCommand.bare(name))`; there are \(known)"
            return show(Diagnostic(code: "E0902", severity: .error, message: message, range: range), of: event)
        }
        switch command {
        case .help: Output.standard.write(Help.text(on: argument, width: page.width))
        case .quit, .exit: isQuitting = true
        }
    }
}
