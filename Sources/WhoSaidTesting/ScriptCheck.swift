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
    ///   - parameters: values for `$names`, which go before what a `let` of the script says.
    ///   - isSafe: whether it may include nothing outside of its folder, as is right for a script that others wrote.
    /// - Throws: an error of the file or of the archive.
    public static func failures(
        ofScript path: String, in archive: Archive, today: String, _ parameters: [String: Parameter] = [:],
        isSafe: Bool = false
    ) throws -> [String] {
        try failures(of: try ScriptText(reading: path), in: archive, today: today, parameters, isSafe: isSafe)
    }

    /// Runs statements, one or more lines of them; see `failures(ofScript:in:today:)`. Files that they include are seen from the current
    /// folder.
    /// - Parameter name: what stands before line numbers in messages.
    public static func failures(
        of text: String, in archive: Archive, today: String, _ parameters: [String: Parameter] = [:],
        name: String = "script", isSafe: Bool = false
    ) throws -> [String] {
        try failures(
            of: ScriptText(text, .script, name: name), in: archive, today: today, parameters, isSafe: isSafe)
    }

    private static func failures(
        of text: ScriptText, in archive: Archive, today: String, _ parameters: [String: Parameter], isSafe: Bool
    ) throws -> [String] {
        let values = parameters.mapValues(\.value)
        let mistakes = values.diagnostics.map { Page().render($0, in: "") }
        guard mistakes.isEmpty else { return mistakes }
        guard let day = CalendarDay(iso: today) else { return ["today is not a day such as 2014-01-13: \(today)"] }
        var runner = ScriptRunner(archive.session(today: day), isSafe: isSafe, parameters: values)
        var failures: [String] = []
        var archiveError: (any Error)?
        runner.run(text) { event in
            let place = event.text.name ?? "script"
            switch event.happening {
            case .diagnostic(let diagnostic) where diagnostic.severity == .error,
                .outcome(.refused(let diagnostic)):
                failures.append(Page().render(diagnostic, in: event.text.text, name: place))
            case .outcome(.expectation(let verdict)) where !verdict.holds:
                let rows = Page().renderRows(breaking: verdict).split(separator: "\n").map { "\n\($0)" }.joined()
                failures.append("\(place):\(event.line): \(verdict.message)\(rows)")
            case .failure(let error):
                archiveError = error
                return .stop
            default: break
            }
            return .goOn
        }
        if let archiveError { throw archiveError }
        if failures.isEmpty { failures = runner.unusedParameters.map { Page().render(.unusedParameter($0), in: "") } }
        return failures
    }
}
