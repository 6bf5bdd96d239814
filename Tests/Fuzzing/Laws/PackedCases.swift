/// Cases in one text, a line each, so that a list of them can be read, and compared, as text.
///
///     PackedCases.line([0x71, 0x0A, 0xFF])   // q\n\xFF
package enum PackedCases {
    /// The bytes of a case on one line: what is no printable text is escaped.
    package static func line(_ bytes: [UInt8]) -> String {
        var line = ""
        var rest = bytes[...]
        while let first = rest.first {
            switch first {
            case UInt8(ascii: "\\"): line += "\\\\"
            case 0x0A: line += "\\n"
            case 0x20..<0x7F: line.unicodeScalars.append(Unicode.Scalar(first))
            default:
                // Letters stay, whatever their alphabet; all else is shown by its bytes.
                var decoder = UTF8()
                var scalars = rest.prefix(4).makeIterator()
                if case .scalarValue(let scalar) = decoder.decode(&scalars), scalar.properties.isAlphabetic {
                    line.unicodeScalars.append(scalar)
                    rest = rest.dropFirst(UTF8.width(scalar))
                    continue
                }
                line += "\\x" + (first < 0x10 ? "0" : "") + String(first, radix: 16, uppercase: true)
            }
            rest = rest.dropFirst()
        }
        return line
    }

    /// The case that a line stands for; nil where an escape is none.
    package static func bytes(_ line: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = line.utf8
        while let first = rest.popFirst() {
            guard first == UInt8(ascii: "\\") else {
                bytes.append(first)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "x"):
                guard let byte = UInt8(Substring(rest.prefix(2)), radix: 16) else { return nil }
                bytes.append(byte)
                rest = rest.dropFirst(2)
            default: return nil
            }
        }
        return bytes
    }

    /// The cases of a text, a line each.
    package static func cases(_ text: String) -> [[UInt8]] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap { bytes($0) }
    }
}
