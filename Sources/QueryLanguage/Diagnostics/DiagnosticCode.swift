/// A code that stands before a message, with what it is about and what to do: `.help E0204` and the manual read it.
package struct DiagnosticCode: Hashable, Sendable {
    /// The stable code: `E0204`.
    package let code: String
    /// What it is about, in a few words.
    package let title: String
    /// What to do, in one sentence.
    package let advice: String

    /// How bad it is, which the first letter says.
    package var severity: Diagnostic.Severity {
        code.hasPrefix("E") ? .error : code.hasPrefix("W") ? .warning : .note
    }

    /// All codes, of every room, in order.
    package static let all: [DiagnosticCode] = table.map { DiagnosticCode(code: $0.0, title: $0.1, advice: $0.2) }

    /// The code as it is written, in whatever case; nil where there is none such.
    package init?(_ code: String) {
        let code = code.uppercased()
        guard let found = DiagnosticCode.all.first(where: { $0.code == code }) else { return nil }
        self = found
    }

    private init(code: String, title: String, advice: String) {
        self.code = code
        self.title = title
        self.advice = advice
    }
}
