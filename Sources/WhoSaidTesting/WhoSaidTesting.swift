import Dates
import Evaluator
import Presentation
import QueryLanguage
public import WhoSaidKit

/// Checks of an archive for any testing library: each gives what is wrong, so that a test expects an empty list.
///
///     #expect(try ScriptCheck.failures(ofScript: "Queries/morning.ask", in: archive, today: "2024-05-15") == [])
public enum ScriptCheck {
    /// Runs a script file, and what it includes, and gives what went wrong: statements that are wrong, and expectations that do not hold.
    /// Of a file with a wrong statement nothing is run.
    /// - Parameters:
    ///   - path: the script; the files that it includes are seen from its folder.
    ///   - today: the day, `2014-01-13`, that `today` means.
    ///   - isSafe: whether it may include nothing outside of its folder, as is right for a script that others wrote.
    /// - Throws: an error of the file or of the archive.
    public static func failures(
        ofScript path: String, in archive: Archive, today: String, isSafe: Bool = false
    ) throws -> [String] {
        try failures(of: try ScriptText(reading: path), in: archive, today: today, isSafe: isSafe)
    }

    /// Runs statements, one or more lines of them; see `failures(ofScript:in:today:)`. Files that they include are seen from the current
    /// folder.
    /// - Parameter name: what stands before line numbers in messages.
    public static func failures(
        of text: String, in archive: Archive, today: String, name: String = "script", isSafe: Bool = false
    ) throws -> [String] {
        try failures(of: ScriptText(text, .script, name: name), in: archive, today: today, isSafe: isSafe)
    }

    private static func failures(
        of text: ScriptText, in archive: Archive, today: String, isSafe: Bool
    ) throws -> [String] {
        guard let day = CalendarDay(iso: today) else { return ["today is not a day such as 2014-01-13: \(today)"] }
        var runner = ScriptRunner(archive.session(today: day), isSafe: isSafe)
        var failures: [String] = []
        var archiveError: (any Error)?
        runner.run(text) { event in
            let place = event.text.name ?? "script"
            switch event.happening {
            case .diagnostic(let diagnostic) where diagnostic.severity == .error,
                .outcome(.refused(let diagnostic)):
                failures.append(Page().render(diagnostic, in: event.text.text, name: place))
            case .outcome(.expectation(let verdict)) where !verdict.holds:
                failures.append("\(place):\(event.line): \(verdict.message)")
            case .failure(let error):
                archiveError = error
                return .stop
            default: break
            }
            return .goOn
        }
        if let archiveError { throw archiveError }
        return failures
    }
}
