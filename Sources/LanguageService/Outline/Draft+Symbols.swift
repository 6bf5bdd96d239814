import QueryLanguage
package import Text

extension Draft {
    /// An entry of the table of contents.
    package struct Symbol: Hashable, Sendable {
        /// What one would look for: the question, the name that is defined, the file.
        package var name: String
        package var kind: Kind
        /// All that belongs to it.
        package var range: ByteRange
        /// What to jump to.
        package var selection: ByteRange
        /// The expectations of a question.
        package var children: [Symbol] = []

        /// What an entry is.
        package enum Kind: Hashable, Sendable { case question, definition, expectation, inclusion, command }
    }

    /// The table of contents: questions with their expectations, definitions, included files.
    package var symbols: [Symbol] {
        var symbols: [Symbol] = []
        for piece in pieces {
            let symbol = symbol(piece)
            if symbol.kind == .expectation, let last = symbols.last, last.kind == .question {
                symbols[symbols.count - 1].children.append(symbol)
                symbols[symbols.count - 1].range = last.range.union(symbol.range)
            } else {
                symbols.append(symbol)
            }
        }
        return symbols
    }

    /// The stretches that can be shown as one line: statements of several lines, questions with their expectations,
    /// comments of several lines.
    package var folds: [(range: ByteRange, isComment: Bool)] {
        let lines = LineTable(bytes)
        func runsOn(_ range: ByteRange) -> Bool { lines.line(at: range.lower) < lines.line(at: range.upper) }
        var folds: [(range: ByteRange, isComment: Bool)] = []
        for symbol in symbols {
            for part in [symbol] + symbol.children where runsOn(part.range) { folds.append((part.range, false)) }
        }
        folds += commentBlocks.filter(runsOn).map { ($0, true) }
        return folds.sorted { $0.range < $1.range }
    }

    /// Comments on lines of their own, without a blank line between them.
    private var commentBlocks: [ByteRange] {
        var blocks: [ByteRange] = []
        var current: ByteRange?
        var newlines = 0
        for token in Lexer.tokens(in: bytes) {
            switch token.kind {
            case .comment:
                current = newlines <= 1 ? current?.union(token.range) ?? token.range : token.range
                newlines = 0
            case .newline:
                newlines += 1
                if newlines == 2, let block = current {
                    blocks.append(block)
                    current = nil
                }
            case .whitespace, .shebang: break
            default:
                if let block = current { blocks.append(block) }
                current = nil
                newlines = 2
            }
        }
        return blocks + (current.map { [$0] } ?? [])
    }

    private func symbol(_ piece: Piece) -> Symbol {
        let range = piece.statementRange
        let line = bytes[range.indices].prefix { $0 != 0x0A && $0 != 0x0D }
        let text = String(decoding: line, as: UTF8.self)
        switch piece.statement {
        case .definition(let definition)?:
            return Symbol(
                name: definition.name, kind: .definition, range: range,
                selection: piece.absolute(definition.nameRange))
        case .expectation?: return Symbol(name: text, kind: .expectation, range: range, selection: range)
        case .command(.include(let path, let place))?:
            return Symbol(name: path, kind: .inclusion, range: range, selection: piece.absolute(place))
        case .command?: return Symbol(name: text, kind: .command, range: range, selection: range)
        case .question?, nil: return Symbol(name: text, kind: .question, range: range, selection: range)
        }
    }
}
