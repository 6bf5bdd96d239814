import ArgumentParser
import LineEditor
import QueryLanguage
import WhoSaidKit

/// `whosaid format SCRIPT.ask…`: scripts in the one layout.
struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format", abstract: "Lay scripts out in the one way.",
        discussion: """
            Comments and meaning are kept; what cannot be understood is left as it is. Without files, formats
            standard input to standard output; of folders, all scripts (*.ask) below them. With --check, names the files that would change, writes nothing,
            and ends with status 1 if there are any.
            """)

    @Argument(
        help: ArgumentHelp("Scripts, and folders of scripts, which are rewritten.", valueName: "script"),
        completion: .file(extensions: ["ask"]))
    var scripts: [String] = []

    @Flag(help: "Write nothing; name what would change.")
    var check = false

    func run() throws {
        if scripts.isEmpty {
            Output.standard.write(Formatter.format(String(decoding: try TextFile.standardInput(), as: UTF8.self)))
            return
        }
        var changed = 0
        let paths = try ScriptFiles.find(scripts)
        for path in paths {
            let text = try TextFile.text(of: path)
            let formatted = Formatter.format(text)
            guard formatted != text else { continue }
            changed += 1
            if check {
                Output.standard.line(path.withoutControls())
            } else {
                try TextFile.replace(path, with: formatted)
            }
        }
        if check, changed > 0 {
            throw Failure(message: "\(changed) of \(paths.count) scripts would change; run whosaid format", status: 1)
        }
    }
}
