import ArgumentParser
import Dates
import LanguageService
import LineEditor
import Presentation
import QueryLanguage
import WhoSaidKit

/// How answers look.
struct LookOptions: ParsableArguments {
    @Option(help: "Colours: auto, always or never. NO_COLOR means never.")
    var color: ColorChoice = .auto

    /// The page for standard output.
    var page: Page { page(for: .standard) }

    /// A page as wide as where it goes, coloured only on a terminal or where colours are asked for.
    func page(for output: Output) -> Page {
        Page(width: output.width, isColored: color.isColored(output))
    }
}

/// What `--color` says.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never

    /// Whether escape sequences may be written there.
    func isColored(_ output: Output) -> Bool {
        switch self {
        case .auto: output.isTerminal && Terminal.wantsColor
        case .always: true
        case .never: false
        }
    }
}

/// The day that `today` means.
struct ClockOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The day that \"today\" means, as 2014-01-13.", valueName: "date"))
    var today: Day?

    /// The day asked for, or the day here and now.
    var day: CalendarDay { today?.value ?? Clock.today }

    /// A day on the command line.
    struct Day: ExpressibleByArgument {
        let value: CalendarDay

        init?(argument: String) {
            guard let day = CalendarDay(iso: argument) else { return nil }
            value = day
        }
    }
}

/// Values for the `$names` of questions.
struct ParameterOptions: ParsableArguments {
    @Option(
        name: .customLong("param"),
        help: ArgumentHelp(
            "A value for `$name`, whatever is in it: since=2014-01-13. It goes before what a `let` of the script says.",
            valueName: "name=value"))
    var parameters: [NamedValue] = []

    /// The values by their names; the last of a name counts.
    var values: [String: BoundValue] {
        Dictionary(parameters.map { ($0.name, .typed($0.value)) }) { $1 }
    }

    func validate() throws {
        if let problem = values.diagnostics.first { throw ValidationError(problem.message) }
    }

    /// Says which values nothing has used.
    func reportUnused(_ names: some Collection<String>, on page: Page) {
        for name in names { Output.error.write(page.render(Diagnostic.unusedParameter(name), in: "")) }
    }

    /// `name=value` on the command line.
    struct NamedValue: ExpressibleByArgument {
        let name: String
        let value: String

        init?(argument: String) {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, Draft.isName(String(parts[0])) else { return nil }
            name = String(parts[0])
            value = String(parts[1])
        }
    }
}

/// How much a script may take.
struct LimitOptions: ParsableArguments {
    /// What a script from a stranger may take where nobody says otherwise.
    private static let safe = (seconds: 60, rows: 10_000)

    @Option(help: ArgumentHelp("The time that a script may take (60 with --safe).", valueName: "seconds"))
    var timeLimit: Int?

    @Option(help: ArgumentHelp("The rows that an answer may have (10000 with --safe).", valueName: "rows"))
    var rowLimit: Int?

    func validate() throws {
        if timeLimit.map({ $0 < 1 || $0 > 1_000_000 }) ?? false {
            throw ValidationError("--time-limit is a number of seconds from 1 on")
        }
        if rowLimit.map({ $0 < 0 }) ?? false { throw ValidationError("--row-limit is a number of rows") }
    }

    /// The limits for a script that begins now.
    func limits(isSafe: Bool) -> ScriptLimits {
        let seconds = timeLimit ?? (isSafe ? Self.safe.seconds : nil)
        let time = seconds.map { seconds in
            let end = ContinuousClock.now + .seconds(seconds)
            return ScriptLimits.Time(seconds: seconds) { ContinuousClock.now >= end }
        }
        return ScriptLimits(rows: rowLimit ?? (isSafe ? Self.safe.rows : nil), time: time)
    }
}

/// In whose name the archive is corrected.
struct EditorOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The name under which corrections are kept.", valueName: "name"))
    var editor: String?

    /// The name asked for, or else that of the user.
    var name: String {
        let environment = Terminal.environment
        let names = [editor, environment("WHOSAID_EDITOR"), environment("USER"), environment("LOGNAME")]
        return names.compactMap { $0?.withoutControls() }.first { !$0.isEmpty } ?? "unknown"
    }
}

/// Who is who, as the user tells.
struct AliasOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A table of names that belong together, in the place of an aliases.tsv beside the stories.",
            valueName: "file"))
    var aliases: String?
}

/// A format on the command line.
struct FormatChoice: ExpressibleByArgument {
    let value: OutputFormat

    init?(argument: String) {
        guard let format = OutputFormat(rawValue: argument) else { return nil }
        value = format
    }

    static var allValueStrings: [String] { OutputFormat.allCases.map(\.rawValue) }
    static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
