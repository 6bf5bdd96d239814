/// How a stretch of text is written on a terminal; on anything else every ink is plain.
enum Ink: Hashable, Sendable {
    case plain, bold, dim
    /// Words that matched the question.
    case match
    case speaker, date
    case added, dropped
    case error, warning, note

    /// The codes of Select Graphic Rendition: the terminal's own sixteen colours, so that its theme decides.
    var codes: String? {
        switch self {
        case .plain: nil
        case .bold: "1"
        case .dim: "2"
        case .match: "1;33"
        case .speaker: "1;36"
        case .date: "32"
        case .added: "32"
        case .dropped: "31;9"
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;34"
        }
    }
}

/// Text in one ink.
struct Run: Hashable, Sendable {
    var text: String
    var ink: Ink

    init(_ text: String, _ ink: Ink = .plain) {
        self.text = text
        self.ink = ink
    }
}

extension Array where Element == Run {
    /// The columns that the runs take.
    var width: Int { reduce(0) { $0 + $1.text.displayWidth } }

    /// The runs as text, with escape sequences where `isColored`.
    func written(isColored: Bool) -> String {
        map { run in
            guard isColored, let codes = run.ink.codes, !run.text.isEmpty else { return run.text }
            return "\u{1B}[\(codes)m\(run.text)\u{1B}[0m"
        }.joined()
    }

    /// The runs with blanks after them, up to `width` columns.
    func padded(to width: Int) -> [Run] {
        let missing = width - self.width
        return missing > 0 ? self + [Run(String(repeating: " ", count: missing))] : self
    }
}
