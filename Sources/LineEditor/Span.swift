/// A part of the line and its colour.
package struct Span: Hashable, Sendable {
    /// Bytes of the line.
    package var range: Range<Int>
    package var color: Color

    package init(range: Range<Int>, color: Color) {
        self.range = range
        self.color = color
    }

    /// The terminal's own palette, which every theme makes readable.
    package enum Color: String, CaseIterable, Hashable, Sendable {
        case red, green, yellow, blue, magenta, cyan, bold, dim
        /// What is wrong, for whoever sees no colours too.
        case underlinedRed

        /// The sequence that begins it.
        var sequence: String {
            switch self {
            case .red: "\u{1B}[31m"
            case .green: "\u{1B}[32m"
            case .yellow: "\u{1B}[33m"
            case .blue: "\u{1B}[34m"
            case .magenta: "\u{1B}[35m"
            case .cyan: "\u{1B}[36m"
            case .bold: "\u{1B}[1m"
            case .dim: "\u{1B}[2m"
            case .underlinedRed: "\u{1B}[4;31m"
            }
        }
    }
}
