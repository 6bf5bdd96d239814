package import QueryLanguage
package import Text

extension Draft {
    /// All that is wrong with the text, in its order.
    package var diagnostics: [Diagnostic] {
        pieces.filter { !$0.diagnostics.isEmpty || $0.inclusion != nil }.flatMap { diagnostics(of: $0) }
    }

    /// All that is wrong with the statements that a range touches.
    package func diagnostics(in range: ByteRange) -> [Diagnostic] { pieces(in: range).flatMap { diagnostics(of: $0) } }

    private func diagnostics(of piece: Piece) -> [Diagnostic] {
        var diagnostics = piece.diagnostics.map { $0.shifted(by: piece.range.lower) }
        if let (path, range) = piece.inclusion, var problem = inclusions[path]?.problem {
            problem.range = piece.absolute(range)
            diagnostics.append(problem)
        }
        return diagnostics
    }
}
