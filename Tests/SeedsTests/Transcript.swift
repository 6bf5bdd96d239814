import ArticleStore
import Dates
import Evaluator
import Foundation
import Presentation
import QueryLanguage
import WhoSaidKit

/// A conversation with the program as a block of Markdown shows it: statements after the sign of the prompt, commands
/// of the shell after `$`, and below each what is printed.
struct Transcript: Sendable, Equatable, CustomStringConvertible {
    static let prompt = "whosaid> "
    static let shell = "$ "
    /// What `today` means in all transcripts.
    static let today = "2016-09-01"

    var exchanges: [Exchange] = []

    /// A line that was typed and the lines printed below it.
    struct Exchange: Sendable, Equatable {
        var isShell: Bool
        var typed: String
        var printed: String
    }

    /// Reads the inside of a block.
    init(_ block: String) {
        for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(Self.prompt) || line.hasPrefix(Self.shell) {
                let isShell = line.hasPrefix(Self.shell)
                let typed = line.dropFirst(isShell ? Self.shell.count : Self.prompt.count)
                exchanges.append(Exchange(isShell: isShell, typed: String(typed), printed: ""))
            } else if !exchanges.isEmpty {
                exchanges[exchanges.count - 1].printed += line + "\n"
            }
        }
        for index in exchanges.indices {
            exchanges[index].printed = exchanges[index].printed.trimmingCharacters(in: .newlines)
        }
    }

    /// The inside of a block: an empty line after what is printed, before the next line that was typed.
    var description: String {
        var text = ""
        for exchange in exchanges {
            if !text.isEmpty { text += "\n" }
            text += (exchange.isShell ? Self.shell : Self.prompt) + exchange.typed + "\n"
            if !exchange.printed.isEmpty { text += exchange.printed + "\n" }
        }
        return text
    }

    /// The seeds, read from the project's folder, so that sources have the same names everywhere.
    static let archive = Result {
        guard FileManager.default.changeCurrentDirectoryPath(Gold.root.path) else { throw CocoaError(.fileNoSuchFile) }
        return try Archive(reading: ["seeds"])
    }

    /// The same lines typed anew, in one session; `codes` takes in those of all messages.
    func replayed(codes: inout Set<String>) throws -> Transcript {
        var again = self
        let folder = try Self.scratchFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let statements = exchanges.filter { !$0.isShell }.map(\.typed)
        var runner = try Self.runner(for: statements.joined(separator: "\n"), in: folder)
        for index in exchanges.indices {
            let typed = exchanges[index].typed
            let printed =
                exchanges[index].isShell ? try Self.run(typed, in: folder) : try Self.ask(typed, &runner, &codes)
            // A page of the manual has the line ends of the project, not those of comma-separated values.
            again.exchanges[index].printed = printed.replacing("\r\n", with: "\n").trimmingCharacters(in: .newlines)
        }
        return again
    }

    /// The seeds as an archive that is kept, to be copied.
    static let file = Result {
        _ = try Transcript.archive.get()
        let file = cache.appendingPathExtension("whosaid")
        let kept = try Archive(at: file.path, creating: true)
        _ = try kept.add(paths: ["seeds"])
        try kept.store.close()
        return file
    }

    /// Runs statements as the prompt does. Those that correct something have an archive of their own, in a folder.
    static func runner(for text: String, in folder: URL) throws -> ScriptRunner {
        let edits: Set<Substring> = ["correct", "reject", "merge", "split", "undo"]
        let isEditing = text.split(separator: "\n").contains { line in
            line.split(separator: " ").first.map(edits.contains) ?? false
        }
        guard let day = CalendarDay(iso: today) else { throw CocoaError(.formatting) }
        let shared = try archive.get()
        guard isEditing else { return ScriptRunner(shared.session(today: day)) }
        let copy = folder.appending(path: "\(UUID().uuidString).whosaid")
        try FileManager.default.copyItem(at: file.get(), to: copy)
        let own = try Archive(at: copy.path)
        return ScriptRunner(own.session(today: day, editing: own.editing(by: "ann") { "\(today)T09:00:00Z" }))
    }

    /// What the prompt prints about a line.
    private static func ask(_ text: String, _ runner: inout ScriptRunner, _ codes: inout Set<String>) throws -> String {
        let page = Page(width: 80)
        var printed = ""
        var found: Set<String> = []
        var failure: (any Error)?
        runner.run(ScriptText(text, .prompt)) { event in
            switch event.happening {
            case .diagnostic(let diagnostic), .outcome(.refused(let diagnostic)):
                printed += page.render(diagnostic, in: text)
                found.insert(diagnostic.code)
            case .outcome(let outcome):
                printed += page.render(outcome)
                if case .answer(let answer) = outcome { found.formUnion(answer.notes.map(\.code)) }
            case .failure(let error): failure = error
            case .cancelled: break
            }
            return .goOn
        }
        if let failure { throw failure }
        codes.formUnion(found)
        return printed
    }

    /// A folder in which commands can make files, with the seeds and the examples in it.
    static func scratchFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "whosaid-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["seeds", "Examples"] {
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: name), withDestinationURL: Gold.root.appending(path: name))
        }
        return folder
    }

    /// What a command of the shell prints to standard output and standard error.
    private static func run(_ command: String, in folder: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder
        process.environment = [
            "PATH": "\(programFolder.path):/usr/bin:/bin", "XDG_CACHE_HOME": cache.path, "LANG": "C.UTF-8",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    /// A cache of this run alone, so that no archive which an earlier one kept answers for it.
    private static let cache: URL = {
        atexit {
            for file in [Transcript.cacheFolder, Transcript.cacheFolder.appendingPathExtension("whosaid")] {
                try? FileManager.default.removeItem(at: file)
            }
        }
        return cacheFolder
    }()

    private static let cacheFolder = FileManager.default.temporaryDirectory
        .appending(path: "whosaid-transcripts-\(ProcessInfo.processInfo.processIdentifier)")

    /// The folder of the program, beside the tests.
    private static var programFolder: URL {
        let folders = [
            URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
            Gold.root.appending(path: ".build/debug"),
        ]
        return folders.first { FileManager.default.isExecutableFile(atPath: $0.appending(path: "whosaid").path) }
            ?? folders[0]
    }
}
