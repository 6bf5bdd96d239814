import QueryLanguage
import Text

/// A diagnostic as a person reads it: what is wrong, the line with carets under it, and what to do.
///
///     error[E0204]: there is no field `speeker`
///       who said "ceasefire" where speeker = Kerry
///                                  ^^^^^^^
///       help: did you mean `speaker`?
enum DiagnosticText {
    /// The columns that a tab is shown as; carets count the same.
    private static let tab = "    "

    static func lines(_ diagnostic: Diagnostic, in text: String, name: String?, width: Int? = nil) -> [[Run]] {
        let ink: Ink = diagnostic.severity == .error ? .error : diagnostic.severity == .warning ? .warning : .note
        let bytes = Array(text.utf8)
        var head: [Run] = []
        var body: [[Run]] = []
        if let range = diagnostic.range, range.lower <= bytes.count {
            let table = LineTable(bytes)
            let line = table.line(at: range.lower)
            let start = range.lower - table.column(at: range.lower) + 1
            let end = LineTable.end(ofLineAt: start, in: bytes)
            let whole = ByteRange(start, end)
            let before = shown(bytes, ByteRange(start, range.lower))
            let marked = shown(bytes, ByteRange(range.lower, min(range.upper, end)))
            if let name {
                let column = bytes.text(ByteRange(start, range.lower)).unicodeScalars.count + 1
                head.append(Run("\(name.printable):\(line):\(column): "))
            }
            let carets = String(repeating: "^", count: max(1, marked.displayWidth))
            body.append([Run("  " + shown(bytes, whole))])
            body.append([Run("  " + String(repeating: " ", count: before.displayWidth)), Run(carets, ink)])
        } else if let name {
            head.append(Run("\(name.printable): "))
        }
        head += [
            Run("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", ink), Run(": " + diagnostic.message.printable),
        ]
        var remarks = diagnostic.notes.map { [Run("note: ", .note), Run($0.printable)] }
        if let fix = diagnostic.fix { remarks.append([Run("help: ", .note), Run(fix.message.printable)]) }
        let inner = width.map { max(20, $0) - 2 }
        return head.wrapped(to: width.map { max(20, $0) }) + body
            + remarks.flatMap { $0.wrapped(to: inner).map { [Run("  ")] + $0 } }
    }

    /// The text of a range with tabs as blanks and without line ends.
    private static func shown(_ bytes: [UInt8], _ range: ByteRange) -> String {
        var text = ""
        for scalar in bytes.text(range).unicodeScalars where scalar != "\n" && scalar != "\r" {
            text += scalar == "\t" ? tab : String(scalar).printable
        }
        return text
    }
}
