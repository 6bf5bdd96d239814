import QueryLanguage

/// Writes scripts that the grammar allows, in all the ways in which people may write them.
///
/// Names, verbs, fields, formats and commands come from the catalogue, so that what is added there is written too.
package struct ScriptWriter {
    var dice: Dice
    /// The words and signs of the statement at hand, with what stands between them.
    var written = ""
    /// How deep in parentheses the writer is.
    var depth = 0
    /// How many names of their own the statements have given; each has another number.
    var named = 0
    /// The names that the statements use, which are defined before them.
    var uses: Set<Variable> = []
    /// Whether the last word written could be read as a name together with a capitalised word after it.
    private var endsInName = false

    init(_ dice: Dice) { self.dice = dice }

    /// What a `$name` of the writer stands for.
    enum Variable: String, CaseIterable {
        case words, condition, person, day, number, question

        /// Its definition.
        var definition: String {
            switch self {
            case .words: #"let words = ("cease fire" or exactly "aid")"#
            case .condition: "let condition = kind = direct or speaker is unknown"
            case .person: "let person = Ada Quill"
            case .day: "let day = 13 January 2014"
            case .number: "let number = 3"
            case .question: "let question = quotes by Quill"
            }
        }
    }

    /// A script with the definitions that it needs.
    package static func script(by dice: Dice) -> String {
        var writer = ScriptWriter(dice)
        var statements: [String] = []
        for _ in 0...writer.dice.roll(3) { statements.append(writer.oneStatement()) }
        let shebang = writer.dice.happens(oneIn: 12) ? "#!/usr/bin/env whosaid\n" : ""
        let definitions = Variable.allCases.filter(writer.uses.contains).map { $0.definition + "\n" }.joined()
        return shebang + definitions + statements.joined(separator: writer.dice.pick(["\n", "\n\n", "\n-- then\n"]))
            + writer.dice.pick(["", "\n"])
    }

    private mutating func oneStatement() -> String {
        written = ""
        endsInName = false
        statement()
        if dice.happens(oneIn: 8), !written.hasPrefix(".") { written += " -- a note" }
        return written
    }
}

// MARK: - Putting words down

extension ScriptWriter {
    /// A word or sign of the language; now and then in capitals, where that makes it no part of a name.
    mutating func put(_ keyword: String) {
        let shouts = !endsInName && dice.happens(oneIn: 12)
        append(shouts ? keyword.uppercased() : keyword)
    }

    /// A clause's first word, which can begin a new line.
    mutating func putClause(_ keyword: String) {
        if depth == 0, dice.happens(oneIn: 6) { written += dice.pick(["\n  ", "\n", "\n  -- more\n  "]) }
        put(keyword)
    }

    /// Words of the reader's own, which keep their letters.
    mutating func putOwn(_ text: String) {
        append(text)
        endsInName = text.contains { $0.isUppercase } && !text.hasSuffix("\"")
    }

    /// After this a capitalised word would be a name.
    mutating func mayBeNamed() { endsInName = true }

    /// A sign that can do without blanks around it.
    mutating func putSign(_ sign: String, blanks: Bool = true) {
        written += blanks ? " \(sign) " : sign
        endsInName = false
    }

    private mutating func append(_ text: String) {
        if let last = written.last, !last.isWhitespace, last != "(" { written += dice.happens(oneIn: 10) ? "  " : " " }
        written += text
        endsInName = false
    }

    /// Something in parentheses.
    mutating func group(_ inner: (inout ScriptWriter) -> Void) {
        append("(")
        depth += 1
        inner(&self)
        depth -= 1
        written += ")"
    }

    /// A `$name`, defined before the script.
    mutating func put(_ variable: Variable) {
        uses.insert(variable)
        append("$" + variable.rawValue)
    }
}
