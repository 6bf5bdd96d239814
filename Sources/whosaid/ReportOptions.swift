import ArgumentParser
import WhoSaidKit

/// Where the results of expectations are written for programs.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("Write the results into a file: NAME.tap (TAP) or NAME.xml (JUnit).", valueName: "file"))
    var file: String?

    @Option(
        name: .customLong("report-as"),
        help: ArgumentHelp(
            "The shape of the report where the file's name does not tell: tap or junit.", valueName: "format"))
    var format: ReportFormat?

    func validate() throws {
        if let file, chosen == nil {
            throw ValidationError("Say how \(file) is to be written: --report-as tap, or --report-as junit")
        }
        if file == nil, format != nil { throw ValidationError("--report-as needs a file: --report results.xml") }
    }

    private var chosen: ScriptReport.Format? { format?.value ?? file.flatMap { ScriptReport.Format(fileNamed: $0) } }

    /// Writes the report, where one was asked for, in the place of the one that is there.
    func write(_ report: ScriptReport) throws {
        guard let file, let chosen else { return }
        try TextFile.replace(file, with: report.written(as: chosen))
    }

    /// A format on the command line.
    struct ReportFormat: ExpressibleByArgument {
        let value: ScriptReport.Format

        init?(argument: String) {
            guard let format = ScriptReport.Format(rawValue: argument) else { return nil }
            value = format
        }

        static var allValueStrings: [String] { ScriptReport.Format.allCases.map(\.rawValue) }
    }
}
