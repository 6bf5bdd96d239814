import Testing
import Text

@testable import QueryLanguage

@Suite struct DiagnosticTests {
    @Test(arguments: WrongStatements.rows.map { ($0.marked, $0.code, $0.fixed) })
    func isFoundAtItsPlaceWithItsFix(marked: String, code: String, fixed: String?) {
        let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
        let first = Script(parsing: text).diagnostics.first
        #expect(first?.code == code)
        #expect(first.map { mark($0, text) } == marked)
        #expect(first?.fix?.applied(to: text) == fixed)
    }

    /// The fix of a lone mistake leaves nothing to mend, and so does that of the mistake from which others followed.
    @Test(arguments: WrongStatements.rows.map(\.marked))
    func aFixLeavesNothingWrong(marked: String) {
        let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
        let errors = Script(parsing: text).diagnostics.filter { $0.severity == .error }
        guard errors.count == 1, let fix = errors[0].fix else { return }
        let left = Script(parsing: fix.applied(to: text)).diagnostics.filter { $0.severity == .error }
        #expect(left.map(\.message) == [], "\(text) → \(fix.applied(to: text))")
    }

    /// The words themselves, as a journalist reads them.
    @Test(
        arguments: [
            ("who said \"ceasefire\" where speeker = Kerry", "there is no field `speeker`", "did you mean `speaker`?"),
            ("quotes by speaker", "`by` names a speaker, and `speaker` is a field", "write `how many quotes per`"),
            ("quotes from Kerry", "speakers are named with `by`", "write `by`"),
            ("quotes where said = \"x1\"", "`said` is the date on which it was said", "write `text has \"x1\"`"),
            ("who said \"x1\" and outlet = Guardian", "conditions begin with `where`", "write `where`"),
            ("what did Kerry say on Iran", "`on` takes a date; what it is about follows `about`", "write `about`"),
            (
                "what did Kerry say in the Guardian", "`in` takes a place or a date; an outlet is a condition",
                "write `where outlet = \"Guardian\"`"
            ),
            ("quotes on 03/04/2014", "`03/04/2014` can be 3 April or 4 March", nil),
            ("quotes where date = ceasefire", "`date` is a date, and `ceasefire` is none", nil),
            (
                "quotes where outlet < 3", "`<` does not fit `outlet`, which is a name: use `=`, `!=` or `in (…)`", nil
            ),
            (
                "quotes where kind = dirct", "`dirct` is no kind: there are `direct`, `indirect`, `mixed`",
                "did you mean `direct`?"
            ),
            ("quotes per speaker", "`per` counts, so the question begins with `how many`", "add `how many`"),
            (
                "who said gas attack", "more words than one stand in quotation marks: `\"gas attack\"`",
                "write `\"gas attack\"`"
            ),
            ("who said \"cease", "the quotation mark is never closed", "add `\"`"),
            (
                "what did Kerry and Lavrov say", "is it what either of them said, or what they said together?",
                "write `or`"
            ),
            ("who did not say \"aid\"", "nobody can be found by what was not said", "write `speakers without`"),
            ("quotes where speaker =", "after `=` comes a name", nil),
            ("quotes where kind = direct)", "there is no open parenthesis that this one closes", "leave it out"),
        ] as [(String, String, String?)])
    func speaksPlainly(text: String, message: String, help: String?) {
        let diagnostics = Script(parsing: text).diagnostics
        #expect(diagnostics.map(\.message) == [message])
        #expect(diagnostics.first?.fix?.message == help)
    }

    private func mark(_ diagnostic: Diagnostic, _ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let range = diagnostic.range else { return text }
        return bytes.text(ByteRange(0, range.lower)) + "⟦" + bytes.text(range) + "⟧"
            + bytes.text(ByteRange(range.upper, bytes.count))
    }

}
