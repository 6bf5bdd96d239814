import QueryLanguage
package import Text

extension LanguageService {
    /// The tokens of a text by their meaning, for colouring; in order, without overlap.
    package func tokens(in text: String) -> [SemanticToken] { SemanticToken.tokens(of: script(text).tree) }
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
