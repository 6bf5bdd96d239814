package import QueryLanguage
import Text

/// A value for a `$name` of a question. It is bound, never written into the question, so whatever is in it, quotation
/// marks and operators too, is one value.
///
///     try archive.ask("who said $words since $day", ["words": .words("ceasefire"), "day": .date("2014-01-13")])
public struct Parameter: Hashable, Sendable {
    /// The value as the language knows it.
    package let value: BoundValue

    /// Words as between quotation marks: however they are spelled and inflected; a last `*` stands for any ending.
    public static func words(_ text: String) -> Parameter { Parameter(value: .words(text)) }

    /// These characters, as after `exactly`: case and marks count.
    public static func exactly(_ text: String) -> Parameter { Parameter(value: .exactly(text)) }

    /// A name of a speaker, an outlet or the like, or any other text that a field can be.
    public static func name(_ text: String) -> Parameter { Parameter(value: .name(text)) }

    /// A date in one of the ways of the language: `2014-01-13`, `January 2014`, `yesterday`.
    public static func date(_ text: String) -> Parameter { Parameter(value: .date(text)) }

    /// A number.
    public static func number(_ number: Double) -> Parameter { Parameter(value: .number(number)) }
}

extension [String: BoundValue] {
    /// What is wrong with values before anything is read, in the order of their names.
    package var diagnostics: [Diagnostic] {
        sorted { $0.key < $1.key }.compactMap { name, value in
            guard value.definition() == nil else { return nil }
            return Diagnostic(
                code: "E0908", severity: .error,
                message:
                    "`$\(name)` was given `\(value.written)`, which is \(value.wanted.map { "no \($0)" } ?? "empty")")
        }
    }
}

extension Diagnostic {
    /// What is said of a name that a script is given a value for where it is run.
    static func valueToCome(_ text: ScriptText, _ range: ByteRange?) -> Diagnostic {
        let name = range.map { Array(text.text.utf8).text($0) } ?? "a name"
        return Diagnostic(
            code: "W0902", severity: .warning, message: "`\(name)` has no value here, and is taken for any",
            range: range)
    }

    /// What is said of a value that nothing uses.
    package static func unusedParameter(_ name: String) -> Diagnostic {
        Diagnostic(code: "W0901", severity: .warning, message: "`$\(name)` was given a value, and nothing uses it")
    }
}
