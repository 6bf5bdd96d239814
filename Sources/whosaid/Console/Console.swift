import ArticleStore
import Evaluator
import LineEditor
import Presentation
import QueryLanguage
import Text
import WhoSaidKit

/// Prints what happens while statements are run, counts what goes wrong, and carries out the commands with a dot.
struct Console: Sendable {
    /// The archive that is asked.
    var archive: Archive
    /// Grows whenever the archive, or which one it is, changes.
    var revision = 0
    private(set) var tally = Tally()
    /// A `.quit` was met.
    var isQuitting = false
    var settings: Settings
    /// Where answers go in the place of standard output; nil for there.
    var file: AnswerFile?
    /// The last question that was answered, as it was written.
    private(set) var lastQuestion: String?
    /// The last statement that was wrong, as its fix would have it.
    private(set) var mended: String?
    /// How far `.tour` has come.
    var stop = 0
    /// What was typed before, oldest first.
    var history: [String] = []
    let isSafe: Bool
    let makeSession: @Sendable (Archive) -> Session
    let working = WorkingLine()
    /// Ends what the archive is doing where the user gives it up; nil where nobody is at the terminal.
    var watch: Watch? { didSet { watch?.archive = archive } }
    private let look: LookOptions

    init(
        archive: Archive, format: OutputFormat?, look: LookOptions, isSafe: Bool,
        makeSession: @escaping @Sendable (Archive) -> Session
    ) {
        self.archive = archive
        self.look = look
        self.isSafe = isSafe
        self.makeSession = makeSession
        settings = Settings(format: format)
    }

    /// Begins a text: what was wrong before is no longer offered.
    mutating func begin() {
        mended = nil
        working.start()
    }

    /// Prints one event.
    mutating func take(_ event: ScriptEvent) -> ScriptRunner.Continuation {
        let elapsed = working.elapsed
        working.clear()
        defer { working.start() }
        switch event.happening {
        case .diagnostic(let diagnostic): show(diagnostic, of: event)
        case .outcome(.command(.dot(let name, let argument, let range))):
            // These see to it themselves that nothing half done is left.
            watch?.archive = nil
            let continuation = carryOut(name, argument, range, event)
            watch?.archive = archive
            return isQuitting ? .stop : continuation
        case .outcome(let outcome):
            take(outcome, of: event)
            if settings.showsTime { Output.error.line("\(elapsed.formattedMilliseconds) ms") }
        case .failure(let error):
            tally.wrong += 1
            Output.error.line("whosaid: \(String(describing: error).withoutControls())")
        case .cancelled: Output.error.line("cancelled")
        }
        return .goOn
    }

    /// Asked for each time, because a window changes its width.
    var page: Page { file == nil ? look.page : Page() }
    private var errorPage: Page { look.page(for: .error) }

    private mutating func take(_ outcome: Session.Outcome, of event: ScriptEvent) {
        let isPrompt = event.text.origin == .prompt
        switch outcome {
        case .answer(let answer):
            lastQuestion = event.statement
            show(answer, pages: isPrompt)
        case .expectation(let verdict):
            tally.expectations += 1
            if !verdict.holds { tally.failed += 1 }
            report(verdict, event)
        case .refused(let diagnostic): show(diagnostic, of: event)
        case .decisions(let records, let format):
            write(page.render(.decisions(records, format ?? defaultFormat)), pages: isPrompt)
        case .locations(let quotes) where isPrompt && file == nil && SourceEditor.command != nil:
            guard let quote = quotes.first, let command = SourceEditor.command else { break }
            if !SourceEditor.open(quote, of: archive, with: command) { write(page.render(outcome)) }
        case .decided, .undone:
            revision += 1
            write(page.render(outcome))
        case .defined:
            if isPrompt { write(page.render(outcome)) }
        default: write(page.render(outcome), pages: isPrompt)
        }
    }

    private var defaultFormat: OutputFormat? { settings.format ?? file?.format }

    /// A machine's format keeps its notes out of the way of the machine.
    private mutating func show(_ answer: Answer, pages: Bool) {
        let format = answer.query.format ?? defaultFormat ?? .table
        let page = page
        write(pages: pages) { put in try page.write(answer, as: format, put: put) }
        switch format {
        case .table, .json: break
        case .lines, .kwic, .jsonl, .csv, .markdown, .html:
            for note in answer.notes { Output.error.write(errorPage.render(note, in: "")) }
        }
    }

    /// Writes an answer where answers go; page by page where it is higher than the window.
    mutating func write(_ text: String, pages: Bool = false) { write(pages: pages) { put in try put(text) } }

    /// Writes what `body` gives piece by piece, the first one at once, until the user gives it up; page by page where it is higher than the
    /// window, and lets go of a file that takes but one answer.
    private mutating func write(pages: Bool, _ body: (_ put: (String) throws -> Void) throws -> Void) {
        let write = file.map { file in { try file.write($0) } } ?? Output.standard.write
        // A window is shown pages, for which the whole is needed.
        let isPaged =
            pages && file == nil && settings.usesPager && Output.standard.isTerminal && Terminal.movesCursor
        let working = working
        working.start()
        var pending = ""
        var limit = 0
        func flush() throws {
            working.clear()
            for part in pending.parts(ofLines: 4096) {
                if Interrupts.isPending { throw EvaluationError.cancelled }
                try write(part)
            }
            pending.removeAll(keepingCapacity: true)
            limit = 1 << 16
        }
        do {
            try body { piece in
                if Interrupts.isPending { throw EvaluationError.cancelled }
                pending += piece
                if !isPaged, pending.utf8.count > limit { try flush() }
            }
            working.clear()
            let (columns, rows) = Terminal.size
            if isPaged, Pager.isNeeded(for: pending, columns: columns, rows: rows), Pager.show(pending) { return }
            try flush()
        } catch EvaluationError.cancelled {
            working.clear()
            Output.error.line("cancelled")
        } catch {
            complain(error)
        }
        if let file, file.isForOne {
            file.close()
            self.file = nil
        }
    }

    /// Says what went wrong with a file, an archive or a setting.
    mutating func complain(_ error: any Error) {
        tally.wrong += 1
        let message = (error as? Failure)?.message ?? String(describing: error)
        Output.error.line("whosaid: \(message.withoutControls(keepingLineEnds: true))")
    }

    mutating func show(_ diagnostic: Diagnostic, of event: ScriptEvent) {
        if diagnostic.severity == .error {
            tally.wrong += 1
            if mended == nil, let fix = diagnostic.fix, event.text.origin == .prompt {
                mended = fix.applied(to: event.text.text)
            }
        }
        Output.error.write(errorPage.render(diagnostic, in: event.text.text, name: event.text.name))
    }

    /// What holds is said at the prompt only; what fails is said with its place and the rows that broke it.
    private mutating func report(_ verdict: Session.Verdict, _ event: ScriptEvent) {
        let isPrompt = event.text.origin == .prompt
        if verdict.holds {
            if isPrompt { write(page.render(.expectation(verdict))) }
            return
        }
        let place = event.text.name.map { "\($0):\(event.line): ".withoutControls() } ?? ""
        Output.error.write(place + errorPage.render(.expectation(verdict)))
        // At the prompt they stand right above.
        if !isPrompt { Output.error.write(errorPage.renderRows(breaking: verdict)) }
    }
}

extension String {
    /// The text in parts of whole lines, each of so many bytes or little more.
    fileprivate func parts(ofLines count: Int) -> some Sequence<String> {
        sequence(state: utf8[...]) { rest in
            guard !rest.isEmpty else { return nil }
            let least = rest.index(rest.startIndex, offsetBy: count, limitedBy: rest.endIndex) ?? rest.endIndex
            let end = rest[least...].firstIndex(of: UInt8(ascii: "\n")).map { rest.index(after: $0) } ?? rest.endIndex
            defer { rest = rest[end...] }
            return String(rest[..<end])
        }
    }
}

extension Duration {
    /// Milliseconds with one place: `12.3`.
    fileprivate var formattedMilliseconds: String {
        let tenths = components.seconds * 10_000 + components.attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
