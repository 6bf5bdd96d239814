import Text

extension ScriptReport {
    /// The report as XML: a suite for each script, and a case for each expectation.
    var junit: String {
        var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
        lines.append("<testsuites name=\"whosaid\"\(ScriptReport.counts(scripts.flatMap(\.cases)))>")
        for script in scripts {
            let name = ScriptReport.attribute("name", script.name)
            lines.append("  <testsuite\(name)\(ScriptReport.counts(script.cases))>")
            for found in script.cases { lines += ScriptReport.element(of: found, in: script) }
            lines.append("  </testsuite>")
        }
        return (lines + ["</testsuites>"]).map { $0 + "\n" }.joined()
    }

    private static func counts(_ cases: [Case]) -> String {
        var (failures, errors, skipped) = (0, 0, 0)
        for found in cases {
            switch found.result {
            case .holds: break
            case .fails: failures += 1
            case .wrong: errors += 1
            case .skipped: skipped += 1
            }
        }
        return " tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
    }

    private static func element(of found: Case, in script: Script) -> [String] {
        let place = found.place
        let name = attribute("name", (place.map { "line \($0.line): " } ?? "") + found.name)
        let file = place.map { attribute("file", $0.file) + " line=\"\($0.line)\"" } ?? ""
        let head = "    <testcase\(name)\(attribute("classname", place?.file ?? script.name))\(file)"
        switch found.result {
        case .holds: return [head + "/>"]
        case .skipped(let reason):
            return [head + ">", "      <skipped\(attribute("message", reason))/>", "    </testcase>"]
        case .fails(let message, let question, let rows):
            let text = (question.map { [$0] } ?? []) + rows
            return [
                head + ">",
                "      <failure type=\"expectation\"\(attribute("message", message))>"
                    + escaped(text.joined(separator: "\n")) + "</failure>", "    </testcase>",
            ]
        case .wrong(let message, let details):
            return [
                head + ">",
                "      <error type=\"statement\"\(attribute("message", message))>\(escaped(details))</error>",
                "    </testcase>",
            ]
        }
    }

    private static func attribute(_ name: String, _ value: String) -> String {
        " \(name)=\"\(escaped(value, isAttribute: true))\""
    }

    /// A text between tags or quotation marks; what no XML may hold is left out.
    private static func escaped(_ text: String, isAttribute: Bool = false) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "&": output += "&amp;"
            case "\"" where isAttribute: output += "&quot;"
            case "\n" where isAttribute, "\t" where isAttribute: output += "&#\(scalar.value);"
            case "\n", "\t": output.unicodeScalars.append(scalar)
            case _ where scalar.isControl || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}
