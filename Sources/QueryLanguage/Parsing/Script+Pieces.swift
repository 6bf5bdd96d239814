package import Text

extension Script {
    /// The bytes of each statement of a text, as parsing the text would cut it.
    package static func statements(in bytes: [UInt8]) -> [ByteRange] {
        let tokens = Lexer.tokens(in: bytes)
        return StatementSplitter(bytes: bytes, tokens: tokens).statements.map { piece in
            tokens[piece.lowerBound].range.union(tokens[piece.upperBound - 1].range)
        }
    }

    /// Parses one statement of a longer text, with the blanks and comments before it: all ranges begin at the piece.
    /// - Parameters:
    ///   - definitions: what every `$name` stands for above the piece.
    ///   - ownNames: the names that the text itself has defined above the piece, which it must not define again.
    package init(
        piece: ArraySlice<UInt8>, definitions: [String: Statement.Definition.Value], ownNames: Set<String>
    ) {
        var reading = ScriptReading(Array(piece), definitions, ownNames: ownNames)
        reading.read(skipping: 0)
        self.init(reading)
    }
}
