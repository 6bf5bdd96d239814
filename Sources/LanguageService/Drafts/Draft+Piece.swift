package import QueryLanguage
package import Text

extension Draft {
    /// One statement of a draft, with the blanks and comments before it.
    package struct Piece: Sendable {
        /// Its bytes in the draft.
        package var range: ByteRange
        /// What was read of it alone: the ranges in it begin at the piece.
        package let script: Script
        /// What every `$name` stands for above it.
        package var definitions: [String: Statement.Definition.Value]
        /// Tells this reading of the statement from every other one of the same draft.
        package let reading: Int
        /// What the reading depends on.
        let conditions: Conditions

        /// The statement with its diagnostics; their ranges begin at the piece.
        package var parsed: Script.ParsedStatement? { script.statements.first }
        /// What it means; nil where an error leaves no meaning.
        package var statement: Statement? { parsed?.statement }
        /// The bytes of the statement in the draft, without what is before it.
        package var statementRange: ByteRange { absolute(parsed?.range ?? ByteRange(range.count, range.count)) }

        /// A range that begins at the piece as one of the draft.
        package func absolute(_ range: ByteRange) -> ByteRange { range.shifted(by: self.range.lower) }

        /// The path of an `include`, and its bytes in the piece.
        var inclusion: (path: String, range: ByteRange)? {
            if case .command(.include(let path, let range))? = statement { (path, range) } else { nil }
        }
    }

    /// What a reading of a statement depends on besides its bytes.
    struct Conditions: Sendable {
        /// The names that it asks for, with the reading of what defined each; nil for one that nothing defines.
        var uses: [(name: String, reading: Int?)]
        /// All names above it, on which a suggestion for an unknown one depends.
        var namesAbove: Fingerprint
        /// The name that it wants to define, and whether the script has defined it above.
        var definition: (name: String, isTaken: Bool)?
    }
}
