import QueryLanguage
import Text

/// What is true of every script that the grammar allows.
package enum GrammarLaws {
    /// All laws of a script that `ScriptWriter` wrote.
    package static func check(_ text: String) throws {
        try checkReading(text)
        try EvaluatorLaws.check(text)
    }

    /// The laws that need no archive: it is read without an error, and formatting keeps what it means.
    package static func checkReading(_ text: String) throws(Breach) {
        for statement in Script(parsing: text).statements where statement.statement == nil {
            throw Breach(
                law: "what the grammar allows is read without an error",
                evidence: Array(text.utf8).text(statement.range)
                    + statement.diagnostics.map { "\n  \($0.code) \($0.message)" }.joined())
        }
        try ScriptLaws.check(text)
        try FormatterLaws.check(text)
    }
}
