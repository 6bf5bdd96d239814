package import Text

/// A text as a tree that has lost nothing: its bytes, its tokens end to end, and the nodes over them.
///
/// Nodes lie in one array in the order in which they begin; each knows where its own subtree ends.
package struct SyntaxTree: Sendable {
    /// The text.
    package let bytes: [UInt8]
    /// All tokens, trivia included.
    package let tokens: [Token]
    /// The nodes, in the order in which they begin.
    package internal(set) var nodes: [SyntaxNode] = []

    init(bytes: [UInt8], tokens: [Token]) {
        self.bytes = bytes
        self.tokens = tokens
    }

    /// The bytes of all tokens, which are those of the text.
    package var printed: [UInt8] { tokens.flatMap { bytes[$0.range.indices] } }

    /// The nodes just below `node`.
    package func children(of node: Int) -> [Int] {
        var children: [Int] = []
        var next = node + 1
        while next < nodes[node].end {
            if nodes[next].kind == .transparent {
                next += 1
            } else {
                children.append(next)
                next = nodes[next].end
            }
        }
        return children
    }

    /// The first node of a kind just below `node`.
    package func child(of node: Int, _ kind: SyntaxNode.Kind) -> Int? {
        children(of: node).first { nodes[$0].kind == kind }
    }

    /// The bytes from a node's first token to its last; empty at the place of a missing one.
    package func range(of node: Int) -> ByteRange {
        let (first, end) = (nodes[node].firstToken, nodes[node].endToken)
        guard first < end else {
            let place = first < tokens.count ? tokens[first].range.lower : bytes.count
            return ByteRange(place, place)
        }
        return ByteRange(tokens[first].range.lower, tokens[end - 1].range.upper)
    }

    /// The tokens of a node that are not trivia, with their text.
    func lexemes(of node: Int) -> [Lexeme] { lexemes(nodes[node].firstToken..<nodes[node].endToken) }

    /// The tokens of a range that are not trivia, with their text.
    func lexemes(_ range: Range<Int>) -> [Lexeme] {
        range.compactMap { index in
            tokens[index].kind.isTrivia ? nil : Lexeme(index: index, token: tokens[index], bytes: bytes)
        }
    }
}

/// A node of the tree: a kind and the tokens it spans.
package struct SyntaxNode: Hashable, Sendable {
    /// What it is.
    package internal(set) var kind: Kind
    /// The index of its first token.
    package let firstToken: Int
    /// Just past its last token.
    package internal(set) var endToken: Int
    /// Just past the last node of its subtree.
    package internal(set) var end: Int

    /// What a node is.
    package enum Kind: Hashable, Sendable {
        case question, definition, expectation, command, dotCommand
        case whoHead, didHead, nounHead, howManyHead, wordingsHead, changesHead
        case verb, noun, subject, names
        // Clauses.
        case whereClause, aboutClause, withClause, withoutClause, byClause, toClause, viaClause, placeClause
        case dateClause, betweenClause, versionClause, amongClause, perClause, orderClause, topClause, sampleClause
        case asClause
        // Words and conditions.
        case any, all, not, near, nearOperator, group, exactly, quoted
        case test, field, comparison, property, orderKey
        // Leaves.
        case string, name, word, regex, variable, number, date, format, reference, newName, last
        /// Something that the grammar asks for and the text does not have.
        case missing
        /// Tokens that fit nowhere.
        case unexpected
        /// A level of the grammar with nothing of its own to say: its children are its parent's.
        case transparent
    }
}
