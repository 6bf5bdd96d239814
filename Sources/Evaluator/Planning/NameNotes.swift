import Articles
import QueryLanguage
import Text

/// What is said about the names in a question: which are ambiguous, and which the archive does not know.
enum NameNotes {
    /// The notes on all names of a condition, in the order of the text.
    static func notes(on condition: Condition, _ names: NameBook) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        collect(condition, names, &notes)
        return notes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func collect(_ condition: Condition, _ names: NameBook, _ notes: inout [Diagnostic]) {
        switch condition {
        case .not(let inner): collect(inner, names, &notes)
        case .all(let parts), .any(let parts): for part in parts { collect(part, names, &notes) }
        case .test(let test):
            let values: [Value] =
                switch test.predicate {
                case .equals(let value): [value]
                case .isOneOf(let values): values
                default: []
                }
            for case .text(let text, let isExact, let range) in values {
                let pattern = NamePattern(text, isExact: isExact)
                if test.field == .speaker { notes += speaker(pattern, range, names) }
                if test.field == .outlet { notes += outlet(pattern, isExact, range, names) }
            }
        }
    }

    private static func speaker(_ pattern: NamePattern, _ range: ByteRange, _ names: NameBook) -> [Diagnostic] {
        let found = names.speakers(named: pattern)
        if found.isEmpty {
            let near = names.names(near: pattern.text)
            return [unknown("W0501", "nobody in the archive is called `\(pattern.text)`", near, range)]
        }
        let people = found.filter(\.speaker.isNamed)
        guard people.count > 1 else { return [] }
        let list = people.prefix(6).map(\.speaker.name).joined(separator: ", ")
        let more = people.count > 6 ? " and \(people.count - 6) more" : ""
        return [
            Diagnostic(
                code: "N0501", severity: .note,
                message: "`\(pattern.text)` can be \(people.count) speakers, and all are answered for: \(list)\(more)",
                range: range)
        ]
    }

    private static func outlet(
        _ pattern: NamePattern, _ isExact: Bool, _ range: ByteRange, _ names: NameBook
    ) -> [Diagnostic] {
        let outlets = names.outlets
        if outlets.contains(where: { isExact ? $0 == pattern.text : pattern.isPart(of: $0) }) { return [] }
        let near = names.outlets(near: pattern.text)
        return [unknown("W0502", "no outlet in the archive is called `\(pattern.text)`", near, range)]
    }

    private static func unknown(_ code: String, _ message: String, _ near: [String], _ range: ByteRange) -> Diagnostic {
        var diagnostic = Diagnostic(code: code, severity: .warning, message: message, range: range)
        if let first = near.first {
            let names = near.map { "`\($0)`" }.joined(separator: " or ")
            let quoted = "\"" + first.split(separator: "\"").joined() + "\""
            diagnostic.fix = .init(message: "did you mean \(names)?", range: range, replacement: quoted)
        }
        return diagnostic
    }
}
