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
        let archive = try Self.archive.get()
        var again = self
        let day = CalendarDay(iso: Self.today) ?? CalendarDay(number: 0)
        var session = archive.session(today: day)
        for index in exchanges.indices {
            let typed = exchanges[index].typed
            let printed = exchanges[index].isShell ? try Self.run(typed) : try Self.ask(typed, &session, &codes)
            again.exchanges[index].printed = printed.trimmingCharacters(in: .newlines)
        }
        return again
    }

    /// What the prompt prints about a line.
    private static func ask(_ text: String, _ session: inout Session, _ codes: inout Set<String>) throws -> String {
        let page = Page(width: 80)
        var printed = ""
        for parsed in Script(parsing: text, definitions: session.definitions).statements {
            for diagnostic in parsed.diagnostics { printed += page.render(diagnostic, in: text) }
            codes.formUnion(parsed.diagnostics.map(\.code))
            guard let statement = parsed.statement else { continue }
            let outcome = try session.run(statement)
            if case .refused(let diagnostic) = outcome {
                printed += page.render(diagnostic, in: text)
                codes.insert(diagnostic.code)
            } else {
                if case .answer(let answer) = outcome { codes.formUnion(answer.notes.map(\.code)) }
                printed += page.render(outcome)
            }
        }
        return printed
    }

    /// What a command prints to standard output and standard error, run in the project's folder.
    private static func run(_ command: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = Gold.root
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
        atexit { try? FileManager.default.removeItem(at: Transcript.cacheFolder) }
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
