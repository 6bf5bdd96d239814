import QueryLanguage
import Text

extension Draft {
    /// The statement at an offset, with the blanks and comments before it; one that ends there rather than one that begins.
    package func piece(at offset: Int) -> Piece? {
        index(at: offset).map { pieces[$0] }
    }

    /// The index of the piece at an offset; nil after the last one.
    func index(at offset: Int) -> Int? {
        let index = pieces.partitioningIndex { $0.range.upper >= offset }
        return index < pieces.count ? index : nil
    }

    /// The pieces that share a byte with a range, or touch it.
    func pieces(in range: ByteRange) -> ArraySlice<Piece> {
        guard let first = index(at: range.lower) else { return [] }
        let end = pieces[first...].firstIndex { $0.range.lower > range.upper } ?? pieces.count
        return pieces[first..<end]
    }
}

extension SyntaxTree {
    /// For every token the innermost node around it, levels of the grammar left out; nil outside of all.
    var innermost: [Int?] {
        // Nodes lie in the order in which they begin, so that an inner node paints over those around it.
        var innermost = [Int?](repeating: nil, count: tokens.count)
        for (index, node) in nodes.enumerated() where node.kind != .transparent {
            for token in node.firstToken..<min(node.endToken, tokens.count) { innermost[token] = index }
        }
        return innermost
    }

    /// The token at an offset that is no blank: around the offset, or else ending there.
    func token(at offset: Int) -> Int? {
        guard let index = tokens.firstIndex(where: { $0.range.upper > offset }) ?? tokens.indices.last else {
            return nil
        }
        if tokens[index].range.lower <= offset, tokens[index].kind != .whitespace, tokens[index].kind != .newline {
            return index
        }
        return index > 0 && tokens[index - 1].range.upper == offset && !tokens[index - 1].kind.isTrivia
            ? index - 1 : nil
    }

    /// The nodes around a token, the innermost first.
    func nodes(around token: Int) -> [Int] {
        nodes.indices.filter { index in
            let node = nodes[index]
            return node.kind != .transparent && node.firstToken <= token && token < node.endToken
        }.reversed()
    }

    /// The text of a node.
    func text(of node: Int) -> String { bytes.text(range(of: node)) }
}
