import Dispatch
import Evaluator
import LanguageService
import LineEditor
import QueryLanguage
import Text
import WhoSaidKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The prompt: reads a statement, runs it, prints, until the user leaves. No error and no Ctrl-C ends it.
struct Shell {
    private var runner: StatementRunner
    private let title: String
    private let keepsHistory: Bool
    private let readsStartScript: Bool
    private let isColored: Bool
    /// The last statement that was typed.
    private var typed = ""
    /// Where statements run, one text after the other.
    private let thread = DispatchQueue(label: "whosaid.statements")
    /// What was given up and is not at its end.
    private var unfinished: Errand?

    /// Whether somebody sits at a terminal, and sees the answers there.
    static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    init(runner: StatementRunner, title: String, keepsHistory: Bool, readsStartScript: Bool, isColored: Bool) {
        self.runner = runner
        self.title = title
        self.keepsHistory = keepsHistory
        self.readsStartScript = readsStartScript
        self.isColored = isColored
    }

    /// Reads and runs until `.quit` or the end of input.
    mutating func run() {
        let context = Context()
        context.refresh(runner)
        let file = keepsHistory ? HistoryFile.standard(environment: Terminal.environment) : nil
        guard
            let editor = LineEditor(
                prompt: "whosaid> ", history: History(file: file), hooks: context.hooks, isColored: isColored)
        else { return Output.error.line("whosaid: this terminal cannot be used; questions can be piped in") }
        Interrupts.catchAll()
        if let startScript { run(startScript) }
        if let contents = context.contents {
            Output.standard.write(Banner.text(title: title, contents, on: runner.console.page))
        }
        var hasWarned = false
        while !runner.console.isQuitting {
            if let problem = editor.historyProblem, !hasWarned {
                hasWarned = true
                Output.error.line("whosaid: \(problem)")
            }
            adopt()
            context.refresh(runner)
            editor.proposal = proposal(context)
            switch editor.read() {
            case .endOfInput: return
            case .interrupted: continue
            case .statement(let text):
                if text.allSatisfy(\.isWhitespace) { continue }
                editor.remember(text)
                typed = text
                run(ScriptText(Self.normalized(text), .prompt), history: editor.statements)
            }
        }
    }

    private mutating func run(_ text: ScriptText, history: [String] = []) {
        Interrupts.clear()
        if let unfinished, unfinished.wait() == nil { return Output.error.line("cancelled") }
        adopt()
        runner.console.history = history
        let errand = Errand(text, by: runner, on: thread)
        unfinished = errand
        if errand.wait() == nil {
            runner.console.working.clear()
            Output.error.line("cancelled")
        }
        adopt()
    }

    /// Goes on from where the last statements have ended, once they have.
    private mutating func adopt() {
        guard let result = unfinished?.result else { return }
        runner = result
        unfinished = nil
    }

    /// The script of the user's own that is run first; nil where there is none, or where none was wanted.
    private var startScript: ScriptText? {
        guard readsStartScript, let path = UserFolder.startScript else { return nil }
        do { return try ScriptText(reading: path) } catch {
            Output.error.line("whosaid: \(error.description.withoutControls())")
            return nil
        }
    }

    /// What an empty line offers: the last statement as its fix would have it, or the next thing to see on the tour.
    private func proposal(_ context: Context) -> String? {
        if let mended = runner.console.mended { return mended }
        let stop = runner.console.stop
        guard stop > 0, let contents = context.contents else { return nil }
        let stops = Tour.stops(of: contents)
        if typed.hasPrefix(".tour") { return stops[stop - 1].statement }
        return stop < stops.count && typed == stops[stop - 1].statement ? ".tour" : nil
    }

    /// `help`, `quit` and `exit` alone mean what they mean everywhere.
    private static func normalized(_ text: String) -> String {
        let word = text.split(whereSeparator: \.isWhitespace)
        return word.count == 1 && DotCommand(String(word[0])) != nil && !text.contains(".") ? "." + word[0] : text
    }

    /// What the editor asks while a statement is typed. A class, because definitions are added while the editor holds
    /// it.
    private final class Context {
        private var definitions: [String: Statement.Definition.Value] = [:]
        private var knowledge: ArchiveKnowledge?
        /// What is in the archive; nil where that cannot be read.
        private(set) var contents: ArchiveContents?
        private var revision: Int?

        /// Takes in what has been defined, and what has changed in the archive.
        func refresh(_ runner: StatementRunner) {
            definitions = runner.definitions
            guard revision != runner.console.revision else { return }
            revision = runner.console.revision
            contents = try? ArchiveContents(runner.console.archive)
            knowledge = ArchiveKnowledge(runner.console.archive)
        }

        private func service(_ patience: Patience) -> LanguageService {
            var service = knowledge?.service(patience) ?? LanguageService(vocabulary: Vocabulary())
            service.definitions = definitions
            return service
        }

        var hooks: LineEditor.Hooks {
            var hooks = LineEditor.Hooks()
            hooks.isIncomplete = { Script.isIncomplete($0) }
            hooks.completions = { text, offset in
                self.service(.tab).completions(in: text, at: offset).map(Choice.init)
            }
            hooks.suggestion = { self.service(.key).suggestion(after: $0) }
            hooks.spans = { text in
                self.service(.key).tokens(in: text).compactMap { token in
                    token.color.map { Span(range: token.range.indices, color: $0) }
                }
            }
            return hooks
        }
    }
}

extension Choice {
    fileprivate init(_ completion: Completion) {
        self.init(
            range: completion.range.indices, insertion: completion.insertion, label: completion.label,
            detail: completion.detail)
    }
}

extension SemanticToken {
    /// Its colour at the prompt; nil for the terminal's own.
    var color: Span.Color? {
        if isWrong { return .underlinedRed }
        return switch kind {
        case .keyword: .blue
        case .verb: .magenta
        case .field: .cyan
        case .string, .regex: .green
        case .number, .date: .yellow
        case .variable: .cyan
        case .comment: .dim
        case .error: .red
        case .name: isKnown ? .bold : nil
        case .operator: nil
        }
    }
}
