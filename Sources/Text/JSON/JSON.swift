/// A JSON value with its keys in a fixed order, as `JSONEncoder` does not promise it.
package enum JSON: Hashable, Sendable {
    case null
    case truth(Bool)
    case number(Int)
    case real(Double)
    case text(String)
    case list([JSON])
    case object([(key: String, value: JSON)])

    /// A text, or `null`.
    package init(_ text: String?) { self = text.map(JSON.text) ?? .null }

    /// The value on one line.
    package var written: String {
        var output = ""
        write(to: &output)
        return output
    }

    private func write(to output: inout String) {
        switch self {
        case .null: output += "null"
        case .truth(let value): output += value ? "true" : "false"
        case .number(let number): output += String(number)
        case .real(let number):
            output += number.isFinite ? Int(exactly: number).map(String.init) ?? String(number) : "null"
        case .text(let text): JSON.write(text, to: &output)
        case .list(let values):
            output += "["
            for (index, value) in values.enumerated() {
                if index > 0 { output += "," }
                value.write(to: &output)
            }
            output += "]"
        case .object(let pairs):
            output += "{"
            for (index, pair) in pairs.enumerated() {
                if index > 0 { output += "," }
                JSON.write(pair.key, to: &output)
                output += ":"
                pair.value.write(to: &output)
            }
            output += "}"
        }
    }

    /// Controls are escaped, C1 and line separators too, so that a line stays a line and a terminal stays as it is.
    private static func write(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case _ where scalar.isControl && scalar.value < 0x10000:
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }

    package static func == (a: JSON, b: JSON) -> Bool { a.written == b.written }
    package func hash(into hasher: inout Hasher) { hasher.combine(written) }
}
