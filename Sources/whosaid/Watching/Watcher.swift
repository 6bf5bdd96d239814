import ArticleStore
import Evaluator
import LineEditor
import Presentation
import QueryLanguage
import Readers
import WhoSaidKit

/// Looks at a folder again and again, and asks the questions of some scripts whenever it has added something.
struct Watcher {
    private let command: WatchCommand
    private let archive: Archive
    private let scripts: [String]
    private var folder: FolderWatch
    private var news = News()
    /// What came of the statements when they were run last.
    private(set) var tally = Tally()
    /// What was said and is still so: it is not said again.
    private var complaints: Set<String> = []
    /// How often each statement was met when the scripts were run last, by which those that are alike are told apart.
    private var met: [String: Int] = [:]
    private var hasLooked = false

    init(command: WatchCommand, archive: Archive, scripts: [String]) {
        self.command = command
        self.archive = archive
        self.scripts = scripts
        folder = FolderWatch(restSeconds: command.every)
    }

    /// What is said where the folder has gone.
    private var absence: String {
        "there is no folder \(command.source) any more; the watch goes on, in case it comes back"
    }

    /// Takes in what the archive answers before anything is added.
    mutating func begin() { ask(isSilent: true) }

    /// Looks at the folder, adds what is ready there, and tells what is new.
    mutating func look() throws {
        guard TextFile.realPath(command.source) != nil else {
            return complain(absence)
        }
        complaints.remove(absence)
        let before = folder
        let stamps = Reading.files(of: [command.source]).map { ($0, FolderWatch.Stamp($0)) }
        let ready = folder.settled(
            Dictionary(uniqueKeysWithValues: stamps.compactMap { path, stamp in stamp.map { (path, $0) } }),
            now: Clock.seconds)
        do {
            if try add(ready) || !hasLooked { ask(isSilent: false) }
        } catch {
            // They are read again when the archive can be written to.
            folder = before
            guard !command.once, let failure = error as? Failure else { throw error }
            complain(failure.message)
        }
        hasLooked = true
        if command.once, folder.unsettled > 0 {
            let count = folder.unsettled
            Output.error.line(
                "whosaid: \(count) file\(count == 1 ? " was" : "s were") written just now, and left for the next time")
        }
    }

    /// Adds files to the archive.
    /// - Returns: whether it has changed.
    private mutating func add(_ files: [String]) throws -> Bool {
        guard !files.isEmpty else { return false }
        var settings = AddingSettings()
        settings.manifest = Reading.manifest(in: command.source)
        settings.isCancelled = { Interrupts.isPending }
        let addition = try Failure.ofArchive { try archive.add(paths: files, settings: settings) }
        for problem in addition.problems { complain(problem.sentence) }
        if addition.added.isAnything { Output.error.line("whosaid: \(addition.summary)") }
        return addition.added.isAnything
    }

    /// Asks all questions.
    /// - Parameter isSilent: whether the answers are only remembered.
    private mutating func ask(isSilent: Bool) {
        tally = Tally()
        met = [:]
        for path in scripts {
            do {
                let session = archive.session(
                    today: command.clock.day, editing: .refused("a watch only asks: correct the archive at the prompt"))
                var runner = ScriptRunner(session, parameters: command.parameters.values)
                runner.run(try ScriptText(reading: path), isCancelled: { Interrupts.isPending }) { event in
                    take(event, isSilent: isSilent)
                    return .goOn
                }
            } catch {
                tally.wrong += 1
                complain(error.description)
            }
        }
    }

    private mutating func take(_ event: ScriptEvent, isSilent: Bool) {
        let name = event.text.name ?? ""
        switch event.happening {
        case .diagnostic(let diagnostic), .outcome(.refused(let diagnostic)):
            if diagnostic.severity == .error { tally.wrong += 1 }
            say(command.look.page(for: .error).render(diagnostic, in: event.text.text, name: name))
        case .failure(let error):
            tally.wrong += 1
            complain(String(describing: error))
        case .outcome(.answer(let answer)):
            let question = "\(name) \(event.statement)"
            met[question, default: 0] += 1
            let new = news.rows(of: answer, to: "\(met[question] ?? 0) \(question)")
            if !isSilent, !new.rows.isEmpty { write(new, event) }
        case .outcome(.expectation(let verdict)) where !isSilent:
            tally.expectations += 1
            guard !verdict.holds else { return }
            tally.failed += 1
            let page = command.look.page(for: .error)
            say(
                "\(name):\(event.line): ".withoutControls() + page.render(.expectation(verdict))
                    + page.renderRows(breaking: verdict))
        case .outcome(.command(.dot(let command, _, _))):
            complain("\(name):\(event.line): `.\(command)` is left out while watching")
        case .outcome, .cancelled: break
        }
    }

    private func write(_ answer: Answer, _ event: ScriptEvent) {
        let page = command.look.page
        let format = command.format?.value ?? answer.query.format ?? .table
        if format == .jsonl {
            let place = (script: event.text.name ?? "", line: event.line, question: event.statement)
            return Output.standard.write(page.renderLines(answer, asked: place))
        }
        let question = event.statement.split(whereSeparator: \.isNewline).joined(separator: " ")
        Output.standard.line("\(event.text.name ?? ""):\(event.line): \(question)".withoutControls())
        Output.standard.write(page.render(answer, as: format) + "\n")
    }

    /// Says what is wrong outside of the scripts, once.
    private mutating func complain(_ message: String) {
        say("whosaid: \(message.withoutControls(keepingLineEnds: true))\n", as: message)
    }

    private mutating func say(_ text: String, as complaint: String? = nil) {
        if complaints.insert(complaint ?? text).inserted { Output.error.write(text) }
    }
}
