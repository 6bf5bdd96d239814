import Text

extension ScriptReport {
    /// The report by the Test Anything Protocol: a line each, and of what failed a block of YAML below it.
    var tap: String {
        let cases = scripts.flatMap { script in script.cases.map { (script, $0) } }
        var lines = ["TAP version 14", "1..\(cases.count)"]
        for (index, (script, found)) in cases.enumerated() {
            let place = found.place.map { "\($0.file):\($0.line)" } ?? script.name
            let point = "\(index + 1) - \(ScriptReport.description("\(place): \(found.name)"))"
            switch found.result {
            case .holds: lines.append("ok \(point)")
            case .skipped(let reason): lines.append("ok \(point) # SKIP \(ScriptReport.description(reason))")
            case .fails(let message, let question, let rows):
                lines.append("not ok \(point)")
                let texts = question.map { [("question", JSON.text($0))] } ?? []
                lines += ScriptReport.block(
                    "fail", message, found.place, texts + [("rows", .list(rows.map(JSON.text)))])
            case .wrong(let message, let details):
                lines.append("not ok \(point)")
                lines += ScriptReport.block(
                    "error", message, found.place, details.isEmpty ? [] : [("details", .text(details))])
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// A block of YAML; its values are JSON, which YAML reads.
    private static func block(
        _ severity: String, _ message: String, _ place: Place?, _ others: [(String, JSON)]
    ) -> [String] {
        let at = place.map { [("file", JSON.text($0.file)), ("line", JSON.number($0.line))] } ?? []
        let pairs = [("severity", JSON.text(severity)), ("message", .text(message))] + at + others
        return ["  ---"] + pairs.map { "  \($0): \($1.written)" } + ["  ..."]
    }

    /// Words on a line of the protocol, where `#` begins a directive.
    private static func description(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !scalar.isControl {
            if scalar == "#" || scalar == "\\" { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }
}
