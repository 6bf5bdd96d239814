/// Text between the marks of a bracketed paste, as it comes in.
struct PastedText {
    private var scalars: [Unicode.Scalar] = []
    /// Whether the closing mark was seen.
    private(set) var isComplete = false

    /// More than this is no statement: the rest is dropped.
    private static let limit = 1 << 20
    private static let closing = Array("\u{1B}[201~".unicodeScalars)

    /// Takes the next character.
    mutating func append(_ scalar: Unicode.Scalar) {
        scalars.append(scalar)
        guard scalar == "~", scalars.suffix(Self.closing.count).elementsEqual(Self.closing) else {
            if scalars.count > Self.limit { scalars.removeSubrange(Self.limit / 2..<scalars.count - 8) }
            return
        }
        scalars.removeLast(Self.closing.count)
        isComplete = true
    }

    /// The text: line ends are `\n` (a terminal sends `\r`, or both), tabs are spaces, other control characters are
    /// dropped, and line ends at the end too, which whoever pastes did not mean.
    var text: String {
        var result = ""
        var last: Unicode.Scalar = " "
        for scalar in scalars {
            switch scalar {
            case "\r", "\n":
                if (last == "\r" || last == "\n") && last != scalar {
                    last = " "
                    continue
                }
                result += "\n"
            case "\t": result += "    "
            default: result.unicodeScalars.append(scalar)
            }
            last = scalar
        }
        result = result.withoutControls(keepingLineEnds: true)
        while result.hasSuffix("\n") { result.removeLast() }
        return result
    }
}
