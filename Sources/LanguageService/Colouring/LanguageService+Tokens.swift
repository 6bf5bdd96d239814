import QueryLanguage
import Text

extension LanguageService {
    /// The tokens of a text by their meaning, for colouring; in order, without overlap.
    package func tokens(in text: String) -> [SemanticToken] {
        let tree = script(text).tree
        // Nodes lie in the order in which they begin, so that an inner node paints over those around it.
        var meanings = [SyntaxNode.Kind?](repeating: nil, count: tree.tokens.count)
        for node in tree.nodes where node.kind != .transparent {
            for index in node.firstToken..<min(node.endToken, tree.tokens.count) { meanings[index] = node.kind }
        }
        return zip(tree.tokens, meanings).compactMap { token, meaning in
            kind(of: token, meaning).map { SemanticToken(range: token.range, kind: $0) }
        }
    }

    private func kind(of token: Token, _ meaning: SyntaxNode.Kind?) -> SemanticToken.Kind? {
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

    private func word(_ meaning: SyntaxNode.Kind?) -> SemanticToken.Kind {
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
