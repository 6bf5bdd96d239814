package import Text

/// A text in the language, parsed: what it says, and all that is wrong with it. Any bytes give a script.
package struct Script: Sendable {
    /// The statements in order, those with errors included.
    package let statements: [ParsedStatement]
    /// The tokens and nodes of the whole text.
    package let tree: SyntaxTree
    /// What every `$name` stands for at the end of the text.
    package let definitions: [String: Statement.Definition.Value]
    /// What could stand at the end of the text, for completion.
    package let expected: [Expected]

    /// One statement and what was found in it.
    package struct ParsedStatement: Sendable {
        /// What it means; nil where an error leaves no meaning.
        package let statement: Statement?
        package let range: ByteRange
        package let diagnostics: [Diagnostic]

        /// Whether it asks for another file.
        package var isInclusion: Bool {
            if case .command(.include)? = statement { true } else { false }
        }

        package init(statement: Statement?, range: ByteRange, diagnostics: [Diagnostic]) {
            self.statement = statement
            self.range = range
            self.diagnostics = diagnostics
        }
    }

    /// Parses a text; never fails. `definitions` are the names given before, by earlier statements: a statement of this
    /// text can give one of them a new meaning, but none of its own twice. `parameters` are those that a program gives,
    /// in the place of what a `let` of the text says. The first `count` statements are passed over, as those of a text
    /// that is read on with further names.
    package init(
        parsing text: String, definitions: [String: Statement.Definition.Value] = [:],
        parameters: [String: BoundValue] = [:], skipping count: Int = 0
    ) {
        var reading = ScriptReading(Array(text.utf8), definitions, parameters: parameters)
        reading.read(skipping: count)
        self.init(reading)
    }

    init(_ reading: ScriptReading) {
        statements = reading.statements
        tree = reading.tree
        self.definitions = reading.definitions
        expected = reading.expected
    }

    /// The text as it was written.
    package var text: String { String(decoding: tree.bytes, as: UTF8.self) }

    /// The names that the text uses or defines, without their `$`.
    package var names: Set<String> {
        let uses = tree.tokens.filter { $0.kind == .variable }.map { token in
            tree.bytes.text(ByteRange(token.range.lower + 1, token.range.upper))
        }
        let definitions = statements.compactMap { parsed in
            if case .definition(let definition)? = parsed.statement { definition.name } else { nil }
        }
        return Set(uses + definitions)
    }

    /// All diagnostics, in the order of the text.
    package var diagnostics: [Diagnostic] { statements.flatMap(\.diagnostics) }

    /// The errors that no included file can mend: a name that is not known may be defined by an `include` above it.
    package var lastingErrors: [Diagnostic] {
        let firstInclusion = statements.firstIndex(where: \.isInclusion) ?? statements.endIndex
        return statements.indices.flatMap { index in
            statements[index].diagnostics.filter {
                $0.severity == .error && (index < firstInclusion || $0.code != Finding.undefinedNameCode)
            }
        }
    }

    /// Whether a prompt should wait for another line: an open parenthesis, a trailing operator or comma.
    package static func isIncomplete(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let tokens = Lexer.tokens(in: bytes)
        return StatementSplitter(bytes: bytes, tokens: tokens).isOpenAtEnd
    }
}
