import QueryLanguage
package import Text

extension Draft {
    /// A name of the script, where it is defined or used.
    package struct Name: Hashable, Sendable {
        /// The name without its `$`.
        package let text: String
        /// Its bytes, without the `$`.
        package let range: ByteRange
        /// Whether `let` defines it here.
        package let isDefinition: Bool
    }

    /// The names that the script defines and uses, in its order.
    package var names: [Name] { pieces.flatMap(names(of:)) }

    /// The name at an offset.
    package func name(at offset: Int) -> Name? {
        piece(at: offset).flatMap { piece in
            names(of: piece).first { $0.range.lower - ($0.isDefinition ? 0 : 1) <= offset && offset <= $0.range.upper }
        }
    }

    /// Where else the script speaks of a name.
    package func names(like name: Name) -> [Name] { names.filter { $0.text == name.text } }

    /// Where a name is defined.
    package enum Origin: Hashable, Sendable {
        /// In the script itself.
        case here(Name)
        /// In a file that the script includes.
        case elsewhere(Inclusion.Place)
    }

    /// Where a name gets the meaning that it has at an offset: by the last `let` or `include` above.
    package func origin(of name: Name) -> Origin? {
        if name.isDefinition { return .here(name) }
        var origin: Origin?
        for piece in pieces {
            if piece.range.lower > name.range.lower { break }
            if let path = piece.inclusion?.path, let place = inclusions[path]?.places[name.text] {
                origin = .elsewhere(place)
            } else if case .definition(let definition)? = piece.statement, definition.name == name.text {
                origin = .here(Name(text: name.text, range: piece.absolute(definition.nameRange), isDefinition: true))
            }
        }
        return origin
    }

    /// Whether a text can be a name: one word.
    package static func isName(_ text: String) -> Bool {
        let tokens = Lexer.tokens(in: Array(text.utf8))
        let variable = Lexer.tokens(in: Array(("$" + text).utf8))
        return tokens.map(\.kind) == [.word] && variable.map(\.kind) == [.variable]
    }

    private func names(of piece: Piece) -> [Name] {
        let tree = piece.tree
        let newName = tree.nodes.first { $0.kind == .newName }?.firstToken
        return tree.tokens.indices.compactMap { index in
            let token = tree.tokens[index]
            if index == newName {
                return Name(text: tree.bytes.text(token.range), range: piece.absolute(token.range), isDefinition: true)
            }
            guard token.kind == .variable else { return nil }
            let range = ByteRange(token.range.lower + 1, token.range.upper)
            return Name(text: tree.bytes.text(range), range: piece.absolute(range), isDefinition: false)
        }
    }
}
