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

    /// Reads a piece where it stands.
    func read(_ bytes: ArraySlice<UInt8>, reading: Int) -> Draft.Content {
        let used = names(in: bytes)
        let uses = used.map { ($0, readings[$0]) }
        // Where all names are known, the others have no say, and are not carried along.
        let hasUnknown = uses.contains { $0.1 == nil }
        let wanted =
            hasUnknown ? definitions : definitions.isEmpty ? [:] : used.reduce(into: [:]) { $0[$1] = definitions[$1] }
        let script = Script(piece: bytes, definitions: wanted, ownNames: own)
        let tree = script.tree
        let newName = tree.nodes.first { $0.kind == .newName }.map { tree.bytes.text(tree.tokens[$0.firstToken].range) }
        return Draft.Content(
            reading: reading, script, uses: uses, namesAbove: fingerprint,
            definition: newName.map { ($0, own.contains($0)) })
    }

    /// Whether a piece would be read as it was.
    func isAsBefore(_ content: Draft.Content) -> Bool {
        content.uses.allSatisfy { name, reading in
            readings[name] == reading && (reading != nil || content.namesAbove == fingerprint)
        } && (content.definition.map { own.contains($0.name) == $0.isTaken } ?? true)
    }

    /// Goes past a piece.
    mutating func pass(
        _ piece: Draft.Piece, _ inclusions: [String: Draft.Inclusion], _ inclusionReadings: [String: Int]
    ) {
        guard piece.content.isNaming else { return }
        if case .definition(let definition)? = piece.statement {
            own.insert(definition.name)
            define(definition.name, definition.value, reading: piece.reading)
        } else if let path = piece.inclusion?.path, let inclusion = inclusions[path] {
            for (name, value) in inclusion.definitions.sorted(by: { $0.key < $1.key }) {
                define(name, value, reading: inclusionReadings[path] ?? 0)
            }
        }
    }

    private mutating func define(_ name: String, _ value: Statement.Definition.Value, reading: Int) {
        definitions[name] = value
        readings[name] = reading
        fingerprint.combine(name.utf8)
    }

    /// The names that some bytes ask for.
    private func names(in bytes: ArraySlice<UInt8>) -> [String] {
        guard bytes.contains(UInt8(ascii: "$")) else { return [] }
        let bytes = Array(bytes)
        return Lexer.tokens(in: bytes).filter { $0.kind == .variable }.map { token in
            bytes.text(ByteRange(token.range.lower + 1, token.range.upper))
        }
    }
}
