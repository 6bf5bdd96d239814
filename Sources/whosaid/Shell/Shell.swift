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
    private let isColored: Bool

    /// Whether somebody sits at a terminal, and sees the answers there.
    static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    init(runner: StatementRunner, title: String, keepsHistory: Bool, isColored: Bool) {
        self.runner = runner
        self.title = title
        self.keepsHistory = keepsHistory
        self.isColored = isColored
    }

    /// Reads and runs until `.quit` or the end of input.
    mutating func run() {
        let contents = try? ArchiveContents(runner.archive)
        let context = Context(LanguageService(vocabulary: contents?.vocabulary ?? Vocabulary()))
        let file = keepsHistory ? HistoryFile.standard(environment: Terminal.environment) : nil
        guard
            let editor = LineEditor(
                prompt: "whosaid> ", history: History(file: file), hooks: context.hooks, isColored: isColored)
        else { return Output.error.line("whosaid: this terminal cannot be used; questions can be piped in") }
        Interrupts.catchAll()
        if let contents { Output.standard.write(Banner.text(title: title, contents, isColored: isColored)) }
        var hasWarned = false
        while !runner.isQuitting {
            if let problem = editor.historyProblem, !hasWarned {
                hasWarned = true
                Output.error.line("whosaid: \(problem)")
            }
            switch editor.read() {
            case .endOfInput: return
            case .interrupted: continue
            case .statement(let text):
                if text.allSatisfy(\.isWhitespace) { continue }
                editor.remember(text)
                Interrupts.clear()
                runner.run(ScriptText(Self.normalized(text), .prompt), isCancelled: { Interrupts.isPending })
                context.service.definitions = runner.definitions
            }
        }
    }

    /// `help`, `quit` and `exit` alone mean what they mean everywhere.
    private static func normalized(_ text: String) -> String {
        let word = text.split(whereSeparator: \.isWhitespace)
        return word.count == 1 && DotCommand(String(word[0])) != nil && !text.contains(".") ? "." + word[0] : text
    }

    /// What the editor asks while a statement is typed. A class, because definitions are added while the editor holds
    /// it.
    private final class Context {
        var service: LanguageService

        init(_ service: LanguageService) { self.service = service }

        var hooks: LineEditor.Hooks {
            var hooks = LineEditor.Hooks()
            hooks.isIncomplete = { Script.isIncomplete($0) }
            hooks.completions = { text, offset in
                self.service.completions(in: text, at: offset).map(Choice.init)
            }
            hooks.suggestion = { text in
                guard let likely = self.service.completions(in: text, at: text.utf8.count).first else { return "" }
                let typed = String(decoding: Array(text.utf8)[likely.range.indices], as: UTF8.self)
                guard typed.utf8.count >= 2, likely.insertion.hasPrefix(typed) else { return "" }
                return String(likely.insertion.dropFirst(typed.count))
            }
            hooks.spans = { text in
                self.service.tokens(in: text).compactMap { token in
                    token.kind.color.map { Span(range: token.range.indices, color: $0) }
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

extension SemanticToken.Kind {
    /// Its colour at the prompt; nil for the terminal's own.
    var color: Span.Color? {
        switch self {
        case .keyword: .blue
        case .verb: .magenta
        case .field: .cyan
        case .string, .regex: .green
        case .number, .date: .yellow
        case .variable: .cyan
        case .comment: .dim
        case .error: .red
        case .name, .operator: nil
        }
    }
}
