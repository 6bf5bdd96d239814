package import QueryLanguage
package import Text

extension InclusionError {
    /// The words for it, at the path that the script gives.
    package func diagnostic(at range: ByteRange) -> Diagnostic {
        let (code, message, notes) = words
        return Diagnostic(code: code, severity: .error, message: message, range: range, notes: notes)
    }

    private var words: (code: String, message: String, notes: [String]) {
        switch self {
        case .file(let error):
            let isMissing = error.reason == .missing
            return ("E0901", error.description, isMissing ? ["paths are seen from the folder of the script"] : [])
        case .cycle(let names):
            let steps = names.dropFirst().enumerated().map {
                ($0.offset == 0 ? " includes " : ", which includes ") + $0.element
            }
            return ("E0903", (names.first ?? "") + steps.joined(), ["take one of these lines out"])
        case .tooDeep(let limit):
            return ("E0904", "more than \(limit) files include one another", ["include them side by side"])
        case .tooMany(let limit): return ("E0905", "this script includes more than \(limit) files", [])
        case .outside(let path, let folder):
            return (
                "E0906", "`\(path)` is not in the folder `\(folder)`, and this script is run in safe mode",
                ["copy the file there, or run the script without --safe if you trust it"]
            )
        }
    }
}
