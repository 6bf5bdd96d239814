import Dates
import Evaluator
import Presentation
import QueryLanguage
import Text
public import WhoSaidKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Checks of an archive for any testing library: each gives what is wrong, so that a test expects an empty list.
///
///     #expect(try ScriptCheck.failures(ofScript: "Queries/morning.ask", in: archive, today: "2024-05-15") == [])
public enum ScriptCheck {
    /// Runs a script file, and what it includes, and gives what went wrong: statements that are wrong, and expectations that do not hold.
    /// - Parameters:
    ///   - path: the script.
    ///   - today: the day, `2014-01-13`, that `today` means.
    /// - Throws: an error of the file system or of the archive.
    public static func failures(ofScript path: String, in archive: Archive, today: String) throws -> [String] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return try failures(of: text, in: archive, today: today, name: path)
    }

    /// Runs statements, one or more lines of them; see `failures(ofScript:in:today:)`.
    /// - Parameter name: what stands before line numbers in messages.
    public static func failures(
        of text: String, in archive: Archive, today: String, name: String = "script"
    ) throws -> [String] {
        guard let day = CalendarDay(iso: today) else { return ["today is not a day such as 2014-01-13: \(today)"] }
        var session = archive.session(today: day)
        let script = Script(parsing: text)
        var failures: [String] = []
        for parsed in script.statements {
            let mistakes = parsed.diagnostics.filter { $0.severity == .error }
            failures += mistakes.map { Page().render($0, in: text, name: name) }
            guard mistakes.isEmpty, let statement = parsed.statement else { continue }
            switch try session.run(statement) {
            case .refused(let diagnostic): failures.append(Page().render(diagnostic, in: text, name: name))
            case .expectation(let verdict) where !verdict.holds:
                failures.append("\(name):\(line(of: parsed.range.lower, in: text)): \(verdict.message)")
            case .command(.include(let path, _)):
                failures.append(
                    "\(name):\(line(of: parsed.range.lower, in: text)): run \(path) by itself; a check includes nothing"
                )
            default: break
            }
        }
        return failures
    }

    /// The line, from 1, of a byte.
    private static func line(of offset: Int, in text: String) -> Int {
        text.utf8.prefix(offset).reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    }
}
