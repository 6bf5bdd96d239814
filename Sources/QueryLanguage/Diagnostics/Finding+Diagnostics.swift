import Text

extension Problem {
    /// The words for it.
    var diagnostic: Diagnostic {
        let words = finding.words
        return Diagnostic(
            code: finding.code, severity: finding.code.hasPrefix("W") ? .warning : .error, message: words.message,
            range: range, notes: words.notes, fix: finding.fix(at: range))
    }
}

extension Finding {
    /// The code of a `$name` that nothing defines, which a script that includes others looks for.
    static let undefinedNameCode = "E0207"

    /// The stable code.
    var code: String {
        switch self {
        case .unclosedString: "E0101"
        case .singleQuotes: "E0102"
        case .unclosedParenthesis: "E0103"
        case .strayCharacter: "E0104"
        case .unclosedRegex: "E0105"
        case .nestedTooDeep: "E0106"
        case .tooLong: "E0107"
        case .foreignComment: "E0108"
        case .strayParenthesis: "E0109"
        case .expandsTooFar: "E0110"
        case .lookAlike: "E0111"
        case .unknownStart: "E0201"
        case .unknownVerb: "E0202"
        case .unknownClause: "E0203"
        case .unknownField: "E0204"
        case .unknownFormat: "E0205"
        case .unknownNoun: "E0206"
        case .undefinedName: Finding.undefinedNameCode
        case .redefinedName: "E0208"
        case .wrongDefinition: "E0209"
        case .repeatedClause: "E0210"
        case .perWithoutCount: "E0211"
        case .missing: "E0212"
        case .unexpected: "E0213"
        case .clauseWithoutQuestion: "E0214"
        case .wordsNeedQuotes: "E0215"
        case .clauseAfterAnd: "E0216"
        case .wordsAsCondition: "E0217"
        case .emptyWords: "E0219"
        case .notCorrectable: "E0220"
        case .correctionIsNoTest: "E0221"
        case .onlySpeakersAreJoint: "E0222"
        case .notADate: "E0301"
        case .notANumber: "E0302"
        case .notAChoice: "E0303"
        case .unfitTest: "E0304"
        case .noSuchDay: "E0305"
        case .twoReadings: "E0306"
        case .habit(let habit, _, _): habit.rawValue < 10 ? "E040\(habit.rawValue)" : "E04\(habit.rawValue)"
        case .phraseNeedsQuotes: "W0101"
        case .mixedAndOr: "W0102"
        case .unknownCue: "W0103"
        case .innerStar: "W0104"
        case .unfitParameter: "E0908"
        }
    }

    /// One sentence in the user's terms, and further ones.
    var words: (message: String, notes: [String]) {
        switch self {
        case .unclosedString: ("the quotation mark is never closed", ["words in quotation marks end on the same line"])
        case .singleQuotes: ("words stand in double quotation marks", [])
        case .unclosedParenthesis: ("this parenthesis is never closed", [])
        case .strayParenthesis: ("there is no open parenthesis that this one closes", [])
        case .strayCharacter(let text): ("`\(text)` means nothing here", [])
        case .unclosedRegex: ("the regular expression is never closed", ["it ends with `/` on the same line"])
        case .nestedTooDeep(let limit): ("parentheses can be nested \(limit) deep, not deeper", [])
        case .tooLong(let limit):
            ("a statement can have \(limit) bytes, not more", ["did a `;` or a blank line get lost?"])
        case .foreignComment: ("a comment begins with `--`", [])
        case .lookAlike(let text, _): ("`\(text)` only looks like a sign of the language", [])
        case .expandsTooFar(let name): ("`$\(name)` stands for too many words and conditions to be used here", [])
        case .unknownStart(let word, _):
            (
                "no question begins with `\(word)`",
                ["questions begin with `who said`, `what did … say`, `quotes`, `how many` and others: see `.help`"]
            )
        case .unknownVerb(let word, _): ("`\(word)` is no verb of saying that is known here", [])
        case .unknownClause(let word, _): ("there is no clause `\(word)`", [])
        case .unknownField(let word, _): ("there is no field `\(word)`", [])
        case .unknownFormat(let word, let suggestion):
            (
                "there is no format `\(word)`",
                suggestion == nil
                    ? ["the formats are \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", "))"] : []
            )
        case .unknownNoun(let word, _):
            ("`\(word)` cannot be counted", ["quotes, statements, articles, speakers and outlets can"])
        case .undefinedName(let name, _):
            (
                "`$\(name)` is not defined",
                ["`let \(name) = …` defines it, or `--param \(name)=…` where a script is run"]
            )
        case .redefinedName(let name): ("`\(name)` is defined already", ["a name keeps its meaning through a script"])
        case .wrongDefinition(let name, let found, let wanted): ("`$\(name)` is \(found), not \(wanted)", [])
        case .repeatedClause(let word): ("a question has one `\(word)`", [])
        case .perWithoutCount: ("`per` counts, so the question begins with `how many`", [])
        case .missing(let expected, let before, _):
            (
                before.isEmpty
                    ? "\(expected.description) is missing" : "after `\(before)` comes \(expected.description)", []
            )
        case .unexpected(let text): ("`\(text)` does not fit here", [])
        case .clauseWithoutQuestion(let word, _): ("`\(word)` needs a question before it", [])
        case .wordsNeedQuotes(let text): ("more words than one stand in quotation marks: `\(text)`", [])
        case .clauseAfterAnd(let clause, _): ("clauses such as `\(clause)` follow one another without `and`", [])
        case .wordsAsCondition: ("a condition begins with a field", [])
        case .emptyWords: ("there are no words between the quotation marks", [])
        case .notCorrectable(let field):
            (
                "`\(field.rawValue)` cannot be corrected, because it follows from the text",
                ["what can is \(Field.correctable.map { "`\($0.rawValue)`" }.joined(separator: ", "))"]
            )
        case .correctionIsNoTest(let sign, _):
            ("a correction is written with `=`, not `\(sign)`", ["`is unknown` takes a wrong value away"])
        case .onlySpeakersAreJoint(let field):
            ("only speakers can be several; `\(field.rawValue)` is one", [])
        case .notADate(let field, let text, _):
            (
                field.isEmpty ? "`\(text)` is no date" : "`\(field)` is a date, and `\(text)` is none",
                ["dates look like `2014-01-13`, `2014-01`, `13 January 2014`, `yesterday`, `3 days ago`"]
            )
        case .notANumber(let field, let text, _):
            (field.isEmpty ? "`\(text)` is no number" : "`\(field)` is a number, and `\(text)` is none", [])
        case .notAChoice(let field, let text, let choices, _):
            ("`\(text)` is no \(field): there are \(choices.map { "`\($0)`" }.joined(separator: ", "))", [])
        case .unfitTest(let field, let test):
            ("`\(test)` does not fit `\(field.rawValue)`, which is \(field.type.testsDescription)", [])
        case .noSuchDay(let text, _): ("there is no day `\(text)`", [])
        case .twoReadings(let text, let readings):
            readings.count > 1
                ? (
                    "`\(text)` can be \(readings.map(DateReading.inWords).joined(separator: " or "))",
                    ["write \(readings.map { "`\($0)`" }.joined(separator: " or "))"]
                )
                : ("a date is written year first", [])
        case .habit(let habit, let found, _): habit.words(found)
        case .phraseNeedsQuotes(let text, _):
            ("`\(text)` is read as two clauses", ["a phrase stands in quotation marks"])
        case .mixedAndOr: ("`and` binds more tightly than `or`", ["parentheses say which is meant"])
        case .unknownCue(let word):
            ("`\(word)` is no verb of saying, so it is looked for as printed", [])
        case .innerStar(let text):
            ("in `\(text)` the `*` means nothing: it stands at the end of the words", [])
        case .unfitParameter(let name, let given, let wanted):
            (
                wanted.map { "`\(name)` is \($0) here, and `\(given)` was given for it" }
                    ?? "`\(name)` is no single value here, and `\(given)` was given for it",
                [wanted.map { "give it \($0)" } ?? "give another name a value, and use that one here"]
            )
        }
    }

    /// The edit that mends it.
    func fix(at range: ByteRange) -> Diagnostic.Fix? {
        switch self {
        case .unclosedString(let closer): insert(closer, range.upper)
        case .unclosedRegex: insert("/", range.upper)
        case .singleQuotes(let content): write(range, quotation(content))
        case .unclosedParenthesis(let end): insert(")", end)
        case .strayParenthesis: Diagnostic.Fix(message: "leave it out", range: range, replacement: "")
        case .foreignComment(let text): write(range, text)
        case .unknownVerb(_, let word), .unknownClause(_, let word), .unknownField(_, let word),
            .unknownFormat(_, let word), .unknownNoun(_, let word), .noSuchDay(_, let word),
            .notAChoice(_, _, _, let word), .notADate(_, _, let word), .notANumber(_, _, let word):
            suggest(range, word)
        case .undefinedName(_, let name): suggest(range, name.map { "$" + $0 })
        case .wordsNeedQuotes(let text): write(range, text)
        case .unknownStart(_, let edit), .perWithoutCount(let edit), .missing(_, _, let edit),
            .habit(_, _, let edit), .correctionIsNoTest(_, let edit):
            edit.map { write($0.range, $0.replacement) }
        case .clauseWithoutQuestion(_, let edit), .clauseAfterAnd(_, let edit), .phraseNeedsQuotes(_, let edit),
            .mixedAndOr(let edit), .lookAlike(_, let edit):
            write(edit.range, edit.replacement)
        case .wordsAsCondition(let offset): insert("text has ", offset)
        case .twoReadings(_, let readings): readings.count == 1 ? suggest(range, readings[0]) : nil
        default: nil
        }
    }

    private func insert(_ text: String, _ offset: Int) -> Diagnostic.Fix {
        let shown = text.trimmedBlanks
        return Diagnostic.Fix(message: "add `\(shown)`", range: ByteRange(offset, offset), replacement: text)
    }

    private func write(_ range: ByteRange, _ text: String) -> Diagnostic.Fix {
        if range.isEmpty { return insert(text, range.lower) }
        let shown = text.trimmedBlanks
        return Diagnostic.Fix(
            message: shown.isEmpty ? "leave it out" : "write `\(shown)`", range: range, replacement: text)
    }

    private func suggest(_ range: ByteRange, _ word: String?) -> Diagnostic.Fix? {
        word.map { Diagnostic.Fix(message: "did you mean `\($0)`?", range: range, replacement: $0) }
    }
}

/// Words between quotation marks, escaped so that they are read back as they are.
package func quotation(_ text: String) -> String {
    // By code points: a mark with an accent on it is still the mark that ends the words.
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if scalar == "\"" || scalar == "\\" { escaped.append("\\") }
        escaped.append(scalar)
    }
    return "\"\(String(escaped))\""
}

extension String {
    /// The text without blanks at its ends.
    var trimmedBlanks: String {
        let blank = UInt8(ascii: " ")
        guard utf8.first == blank || utf8.last == blank else { return self }
        var inner = self[...]
        while inner.utf8.first == blank { inner = inner[inner.utf8.index(after: inner.startIndex)...] }
        while inner.utf8.last == blank { inner = inner[..<inner.utf8.index(before: inner.endIndex)] }
        return String(inner)
    }
}

extension Diagnostic {
    /// Whether it is about a name that is not defined, and that is no misspelling of one that is.
    package var isOfUndefinedName: Bool { code == Finding.undefinedNameCode && fix == nil }
}
