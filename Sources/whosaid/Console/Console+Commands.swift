import ArticleStore
import Evaluator
import LineEditor
import Presentation
import QueryLanguage
import Readers
import Text
import WhoSaidKit

/// The commands with a dot.
extension Console {
    /// Carries one out.
    mutating func carryOut(
        _ name: String, _ argument: String, _ range: ByteRange, _ event: ScriptEvent
    ) -> ScriptRunner.Continuation {
        let replaces = name.hasSuffix("!")
        guard let command = DotCommand(replaces ? String(name.dropLast()) : name),
            !replaces || command == .output || command == .once
        else {
            let message = "there is no command `.\(DotCommand.bare(name))`"
            let near = Nearest.word(to: DotCommand.bare(name), among: DotCommand.allCases.map(\.rawValue))
            var diagnostic = Diagnostic(
                code: "E0902", severity: .error, message: message, range: range, notes: ["`.help commands` lists them"])
            if let near {
                let length = min(range.count, 1 + name.utf8.count)
                diagnostic.fix = .init(
                    message: "did you mean `.\(near)`?", range: ByteRange(range.lower, range.lower + length),
                    replacement: ".\(near)")
            }
            show(diagnostic, of: event)
            return .goOn
        }
        if isSafe, command.isForbiddenInSafeMode {
            show(
                Diagnostic(
                    code: "E0907", severity: .error,
                    message: "`.\(command.rawValue)` reads or writes files, and this is run in safe mode", range: range),
                of: event)
            return .goOn
        }
        do {
            return try perform(command, argument, replaces: replaces)
        } catch {
            complain(error)
            return .goOn
        }
    }

    private mutating func perform(
        _ command: DotCommand, _ argument: String, replaces: Bool
    ) throws -> ScriptRunner.Continuation {
        switch command {
        case .help: write(Help.text(on: argument, width: page.width), pages: true)
        case .info:
            for line in try ArchiveContents(archive).lines(of: archive) { write(line.withoutControls() + "\n") }
        case .settings:
            let output = file.map { $0.isForOne ? "the next answer into \($0.path)" : $0.path } ?? "the terminal"
            for line in settings.lines(output: output) { Output.standard.line(line.withoutControls()) }
        case .format: try setFormat(argument)
        case .timer: settings.showsTime = try isOn(argument, now: settings.showsTime, command)
        case .pager: settings.usesPager = try isOn(argument, now: settings.usesPager, command)
        case .output, .once: try setOutput(argument, command, replaces: replaces)
        case .history:
            let found = argument.isEmpty ? history : history.filter { $0.lowercased().contains(argument.lowercased()) }
            write(found.suffix(500).map { $0.withoutControls(keepingLineEnds: true) + "\n" }.joined(), pages: true)
        case .save:
            guard let lastQuestion else { throw complaint("nothing was answered yet that could be saved") }
            try UserFolder.save(lastQuestion, as: argument)
            Output.standard.line("saved; `.run \(argument)` asks it again".withoutControls())
        case .run: return .run(try script(argument))
        case .open: return try openArchive(argument)
        case .add: return try add(argument)
        case .tour:
            let stops = Tour.stops(of: try ArchiveContents(archive))
            stop = stop >= stops.count ? 1 : stop + 1
            write(page.paragraphs(Tour.lines(stops[stop - 1], stop, of: stops.count)))
        case .quit, .exit: isQuitting = true
        }
        return .goOn
    }

    private mutating func setFormat(_ argument: String) throws {
        if argument.isEmpty {
            settings.format = nil
        } else if let format = OutputFormat(rawValue: argument.lowercased()) {
            settings.format = format
        } else {
            let formats = OutputFormat.allCases.map(\.rawValue)
            let hint = Nearest.word(to: argument, among: formats).map { "did you mean `.format \($0)`?" }
            throw complaint(
                "there is no format `\(argument)`; \(hint ?? "there are \(formats.joined(separator: ", "))")")
        }
        Output.standard.line("answers are written as \(settings.format?.rawValue ?? "table")")
    }

    private func isOn(_ argument: String, now: Bool, _ command: DotCommand) throws -> Bool {
        let value: Bool
        switch argument.lowercased() {
        case "": value = !now
        case "on", "yes", "true", "auto": value = true
        case "off", "no", "false": value = false
        default: throw complaint("`.\(command.rawValue)` is `on` or `off`, not `\(argument)`")
        }
        Output.standard.line("the \(command.rawValue) is \(value ? "on" : "off")")
        return value
    }

    private mutating func setOutput(_ argument: String, _ command: DotCommand, replaces: Bool) throws {
        if argument.isEmpty, command == .once { throw complaint("`.once` names a file: `.once answer.csv`") }
        let new =
            argument.isEmpty
            ? nil : try AnswerFile(argument, isForOne: command == .once, replaces: replaces)
        file?.close()
        file = new
        if !argument.isEmpty { return }
        Output.standard.line("answers are written to the terminal")
    }

    /// The script of a file, or of a question that was saved under a name.
    private func script(_ argument: String) throws -> ScriptText {
        guard !argument.isEmpty else { throw complaint("`.run` names a script, or a question that `.save` has kept") }
        do {
            return try ScriptText(reading: argument)
        } catch {
            guard case .missing = error.reason, let saved = UserFolder.savedQuery(argument),
                let script = try? ScriptText(reading: saved)
            else { throw error }
            return script
        }
    }

    private mutating func openArchive(_ argument: String) throws -> ScriptRunner.Continuation {
        let paths = argument.split(separator: " ").map(String.init)
        guard !paths.isEmpty else { throw complaint("`.open` names an archive, or folders and files of articles") }
        // A path with blanks is one path where that is there.
        archive = try Opening.open(TextFile.realPath(argument) == nil ? paths : [argument])
        revision += 1
        Output.standard.line(try ArchiveContents(archive).counts)
        return .move(to: makeSession(archive))
    }

    private mutating func add(_ argument: String) throws -> ScriptRunner.Continuation {
        guard !argument.isEmpty else { throw complaint("`.add` names folders and files of articles") }
        if case .refused(let reason) = archive.editing(by: "", now: { "" }) { throw complaint(reason) }
        let paths = TextFile.realPath(argument) == nil ? argument.split(separator: " ").map(String.init) : [argument]
        var progress = ProgressLine()
        defer { progress.clear() }
        var settings = AddingSettings()
        settings.isCancelled = { Interrupts.isPending }
        let addition = try Failure.ofArchive {
            try archive.add(paths: paths, settings: settings) {
                if $0.isLinking { mayBreakOffLinking() }
                progress.show($0)
            }
        }
        progress.clear()
        addition.reportProblems()
        Output.standard.line(addition.summary)
        if addition.isCancelled {
            Output.error.line(
                "stopped; what was read so far is in the archive, and the same command goes on from there")
        }
        revision += 1
        return .move(to: makeSession(archive))
    }

    /// What is read is stored by now, and the next `.add` makes up for linking: the first Ctrl-C ended the reading, one more ends that.
    private func mayBreakOffLinking() {
        Interrupts.clear()
        watch?.archive = archive
    }

    private func complaint(_ message: String) -> Failure { Failure(message: message, status: Failure.scriptStatus) }
}
