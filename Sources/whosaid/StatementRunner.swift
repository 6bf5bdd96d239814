import ArticleStore
import Articles
import Dates
import Evaluator
import LineEditor
import Presentation
import QueryLanguage
import Text
import WhoSaidKit

/// Runs statements one after the other and prints what comes of them: answers to standard output, what is wrong to
/// standard error.
struct StatementRunner {
    /// Where statements come from, which decides how what is wrong is shown and what follows from it.
    enum Origin: Hashable {
        case prompt
        case commandLine
        case standardInput
        /// A file: nothing of it is run where any of it is wrong.
        case script(String)

        /// The name before line and column; nil where there is but one line.
        var name: String? {
            switch self {
            case .prompt, .commandLine: nil
            case .standardInput: "standard input"
            case .script(let path): path
            }
        }

        /// The folder from which `include` sees its paths.
        var folder: String {
            if case .script(let path) = self { return TextFile.folder(of: path) }
            return "."
        }
    }

    /// The archive that is asked.
    let archive: Archive
    private(set) var session: Session
    private(set) var tally = Tally()
    /// A `.quit` was met.
    private(set) var isQuitting = false
    /// The format that a question without `as` is answered in; nil for the one it asks for.
    private let format: OutputFormat?
    private let look: LookOptions
    private var depth = 0

    init(
        archive: Archive, today: CalendarDay, look: LookOptions, editor: EditorOptions, format: OutputFormat? = nil
    ) {
        self.archive = archive
        session = archive.session(today: today, editing: archive.editing(by: editor.name) { Clock.now })
        self.format = format
        self.look = look
    }

    /// Runs all statements of a text; one that is wrong is reported and left out, or keeps a script from running at
    /// all.
    mutating func run(_ text: String, from origin: Origin, isCancelled: @Sendable () -> Bool = { false }) {
        let script = Script(parsing: text, definitions: session.definitions)
        if case .script = origin, script.diagnostics.contains(where: { $0.severity == .error }) {
            for diagnostic in script.diagnostics { show(diagnostic, in: text, origin) }
            tally.wrong += 1
            return
        }
        let wasScripted = session.isScripted
        defer { session.isScripted = wasScripted }
        if case .script = origin { session.isScripted = true }
        for parsed in script.statements where !isQuitting {
            for diagnostic in parsed.diagnostics { show(diagnostic, in: text, origin) }
            guard let statement = parsed.statement, !parsed.diagnostics.contains(where: { $0.severity == .error })
            else {
                tally.wrong += 1
                continue
            }
            do {
                let outcome = try session.run(statement, isCancelled: isCancelled)
                take(outcome, of: parsed, in: text, origin, isCancelled: isCancelled)
            } catch EvaluationError.cancelled {
                Output.error.line("cancelled")
                return
            } catch {
                tally.wrong += 1
                Output.error.line("whosaid: \(String(describing: error).withoutControls())")
            }
        }
    }

    /// Asked for each time, because a window changes its width.
    private var page: Page { look.page }
    private var errorPage: Page { look.page(for: .error) }

    /// Ends the program by the status that the statements earned.
    func finish() throws { try tally.finish() }

    private mutating func take(
        _ outcome: Session.Outcome, of parsed: Script.ParsedStatement, in text: String, _ origin: Origin,
        isCancelled: @Sendable () -> Bool
    ) {
        switch outcome {
        case .answer(let answer): show(answer)
        case .expectation(let verdict):
            tally.expectations += 1
            if !verdict.holds { tally.failed += 1 }
            report(outcome, holds: verdict.holds, at: parsed.range, in: text, origin)
        case .refused(let diagnostic):
            tally.wrong += 1
            show(diagnostic, in: text, origin)
        case .command(.include(let path, let range)):
            include(path, range, in: text, origin, isCancelled: isCancelled)
        case .command(.open(let reference)): open(reference, of: parsed, in: text, origin)
        case .command(.dot(let name, let argument, let range)): carryOut(name, argument, range, in: text, origin)
        case .decisions(let records, let format):
            Output.standard.write(page.render(.decisions(records, format ?? self.format)))
        case .defined:
            if origin == .prompt { Output.standard.write(page.render(outcome)) }
        default: Output.standard.write(page.render(outcome))
        }
    }

    /// Tells where the source is, as editors and terminals understand it: `stories/a.txt:5`.
    private mutating func open(
        _ reference: Statement.Reference, of parsed: Script.ParsedStatement, in text: String, _ origin: Origin
    ) {
        let outcome = Result { try session.run(.command(.show(reference))) }
        switch outcome {
        case .success(.passages(let passages)):
            for passage in passages {
                Output.standard.line("\(passage.quote.article.source):\(passage.quote.line)".withoutControls())
            }
        case .success(let other): take(other, of: parsed, in: text, origin, isCancelled: { false })
        case .failure(let error):
            tally.wrong += 1
            Output.error.line("whosaid: \(String(describing: error).withoutControls())")
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

    private func show(_ diagnostic: Diagnostic, in text: String, _ origin: Origin) {
        Output.error.write(errorPage.render(diagnostic, in: text, name: origin.name))
    }

    /// What holds is said at the prompt only; what fails is said with its place.
    private func report(
        _ outcome: Session.Outcome, holds: Bool, at range: ByteRange, in text: String, _ origin: Origin
    ) {
        if holds {
            if origin == .prompt { Output.standard.write(page.render(outcome)) }
            return
        }
        let line = LineTable(Array(text.utf8)).line(at: range.lower)
        let place = origin.name.map { "\($0):\(line): " } ?? ""
        Output.error.write(place + errorPage.render(outcome))
    }

    /// Sixteen files deep is deep enough for people, and ends files that include each other.
    private mutating func include(
        _ path: String, _ range: ByteRange, in text: String, _ origin: Origin, isCancelled: @Sendable () -> Bool
    ) {
        do {
            guard depth < 16 else {
                throw Failure(message: "files include each other without end", status: Failure.scriptStatus)
            }
            let path = TextFile.resolve(path, in: origin.folder)
            let included = String(decoding: try TextFile.read(path), as: UTF8.self)
            depth += 1
            run(included, from: .script(path), isCancelled: isCancelled)
            depth -= 1
        } catch {
            tally.wrong += 1
            let message = (error as? Failure)?.message ?? String(describing: error)
            show(Diagnostic(code: "E0901", severity: .error, message: message, range: range), in: text, origin)
        }
    }

    private mutating func carryOut(
        _ name: String, _ argument: String, _ range: ByteRange, in text: String, _ origin: Origin
    ) {
        guard let command = DotCommand(name) else {
            tally.wrong += 1
            let known = DotCommand.allCases.map { "`.\($0.rawValue)`" }.joined(separator: ", ")
            let message = "there is no command `.\(DotCommand.bare(name))`; there are \(known)"
            return show(Diagnostic(code: "E0902", severity: .error, message: message, range: range), in: text, origin)
        }
        switch command {
        case .help: Output.standard.write(Help.text(on: argument, width: page.width))
        case .quit, .exit: isQuitting = true
        }
    }
}
