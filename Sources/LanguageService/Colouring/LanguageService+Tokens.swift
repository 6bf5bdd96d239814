import QueryLanguage
package import Text

extension LanguageService {
    /// The tokens of a text that is being typed, by their meaning and for colouring; in order, without overlap. What is open at the
    /// end is an error, what is wrong already and which names the archive has is marked.
    package func tokens(in text: String) -> [SemanticToken] {
        let script = script(text)
        let bytes = script.tree.bytes
        let open = Set(script.tree.tokens.openParentheses.map(\.lower))
        let wrong = script.certainErrors
        return SemanticToken.tokens(of: script.tree).map { token in
            var token = token
            if open.contains(token.range.lower) { token.kind = .error }
            token.isKnown = token.kind == .name && isKnown(bytes.text(token.range))
            token.isWrong = wrong.contains { $0.overlaps(token.range) }
            return token
        }
    }

    /// Whether a word is part of a name of the archive.
    private func isKnown(_ word: String) -> Bool {
        vocabulary.speakerTable.hasWord(word) || vocabulary.outletTable.hasWord(word)
            || valuesOf(.place)?.hasWord(word) ?? false
    }
}

extension Draft {
    /// The tokens by their meaning of the statements that a range touches; of all of them where it is nil.
    package func tokens(in range: ByteRange? = nil) -> [SemanticToken] {
        var tokens: [SemanticToken] = []
        for piece in range.map({ pieces(in: $0) }) ?? pieces[...] {
            tokens += SemanticToken.tokens(of: piece.tree).map { token in
                SemanticToken(range: piece.absolute(token.range), kind: token.kind)
            }
        }
        let end = pieces.last?.range.upper ?? 0
        if range.map({ $0.upper >= end }) ?? true {
            for token in Lexer.tokens(in: Array(bytes[end...])) where token.kind == .comment || token.kind == .shebang {
                tokens.append(SemanticToken(range: token.range.shifted(by: end), kind: .comment))
            }
        }
        return tokens
    }
}

extension SemanticToken {
    /// The tokens of a tree.
    fileprivate static func tokens(of tree: SyntaxTree) -> [SemanticToken] {
        zip(tree.tokens, tree.innermost).compactMap { token, node in
            kind(of: token, node.map { tree.nodes[$0].kind }).map { SemanticToken(range: token.range, kind: $0) }
        }
    }

    private static func kind(of token: Token, _ meaning: SyntaxNode.Kind?) -> Kind? {
        switch token.kind {
        case .whitespace, .newline: nil
        case .comment, .shebang: .comment
        case .unclosedString, .unclosedRegex, .unknown, .foreignOperator, .foreignString, .foreignComment: .error
        case .string: .string
        case .regex: .regex
        case .variable, .reference, .underscore: .variable
        case .date, .slashDate: .date
        case .number: meaning == .date ? .date : meaning == .name || meaning == .subject ? .name : .number
        case .near, .dotCommand: .keyword
        case .equal, .notEqual, .less, .atMost, .greater, .atLeast: .operator
        case .openParenthesis, .closeParenthesis, .comma, .semicolon, .questionMark, .fullStop: .operator
        case .word: word(meaning)
        }
    }

    private static func word(_ meaning: SyntaxNode.Kind?) -> Kind {
        switch meaning {
        case .field: .field
        case .verb: .verb
        case .name, .word, .subject, .names, .newName: .name
        case .date: .date
        case .missing, .unexpected: .error
        default: .keyword
        }
    }
}
