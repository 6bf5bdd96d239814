import ArgumentParser
import Dates
import LineEditor
import Presentation
import QueryLanguage

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
}
