import QueryLanguage
import Text

/// What names stand for while a draft is read from its start on.
struct NamesAbove {
    private(set) var definitions: [String: Statement.Definition.Value] = [:]
    /// The reading of what defined each.
    private var readings: [String: Int] = [:]
    /// The names that the script itself defines.
    private var own: Set<String> = []
    private var fingerprint = Fingerprint()

    /// The piece of some bytes: `known`, where it is as it was and its names mean what they meant, else read anew.
    mutating func piece(
        _ range: ByteRange, of bytes: [UInt8], known: Draft.Piece?, _ clock: inout Int
    ) -> Draft.Piece {
        var piece: Draft.Piece
        if let known, isCurrent(known.conditions) {
            piece = known
            piece.range = range
            piece.definitions = definitions
        } else {
            clock += 1
            let script = Script(piece: bytes[range.indices], definitions: definitions, ownNames: own)
            piece = Draft.Piece(
                range: range, script: script, definitions: definitions, reading: clock, conditions: conditions(script))
        }
        if case .definition(let definition)? = piece.statement {
            own.insert(definition.name)
            define(definition.name, definition.value, reading: piece.reading)
        }
        return piece
    }

    /// Adds the names of an included file.
    mutating func include(_ inclusion: Draft.Inclusion, reading: Int) {
        for name in inclusion.definitions.keys.sorted() {
            if let value = inclusion.definitions[name] { define(name, value, reading: reading) }
        }
    }

    private mutating func define(_ name: String, _ value: Statement.Definition.Value, reading: Int) {
        definitions[name] = value
        readings[name] = reading
        fingerprint.combine(name.utf8)
    }

    private func isCurrent(_ conditions: Draft.Conditions) -> Bool {
        conditions.uses.allSatisfy { name, reading in
            readings[name] == reading && (reading != nil || conditions.namesAbove == fingerprint)
        } && (conditions.definition.map { own.contains($0.name) == $0.isTaken } ?? true)
    }

    private func conditions(_ script: Script) -> Draft.Conditions {
        let tree = script.tree
        let names = tree.tokens.filter { $0.kind == .variable }.map { token in
            tree.bytes.text(ByteRange(token.range.lower + 1, token.range.upper))
        }
        let newName = tree.nodes.indices.first { tree.nodes[$0].kind == .newName }.map {
            tree.bytes.text(tree.range(of: $0))
        }
        return Draft.Conditions(
            uses: names.map { ($0, readings[$0]) }, namesAbove: fingerprint,
            definition: newName.map { ($0, own.contains($0)) })
    }
}
