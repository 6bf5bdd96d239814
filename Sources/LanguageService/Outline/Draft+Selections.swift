import QueryLanguage
package import Text

extension Draft {
    /// The stretches around an offset, from the word to the whole text, each inside the next: what one would select by
    /// asking for more and more.
    package func selections(around offset: Int) -> [ByteRange] {
        var ranges: [ByteRange] = []
        if let piece = piece(at: offset), piece.statementRange.lower <= offset {
            let tree = piece.tree
            if let token = tree.token(at: offset - piece.range.lower) {
                ranges.append(piece.absolute(tree.tokens[token].range))
                // A node's blanks at its end belong to nobody who selects it.
                ranges += tree.nodes(around: token).map { piece.absolute(tree.range(of: $0)) }
            }
            ranges.append(piece.statementRange)
            ranges += symbols.filter { $0.range.contains(piece.statementRange) }.map(\.range)
        }
        ranges.append(ByteRange(0, bytes.count))
        return ranges.reduce(into: [ByteRange(offset, offset)]) { chain, range in
            if let last = chain.last, range.contains(last), range != last { chain.append(range) }
        }
    }
}
