package import QueryLanguage
package import Text

extension Draft {
    /// One statement of a draft, with the blanks and comments before it.
    package struct Piece: Sendable {
        /// Its bytes in the draft.
        package internal(set) var range: ByteRange
        /// What was read of it.
        let content: Content

        /// Tells this reading of the statement from every other one of the same draft.
        package var reading: Int { content.reading }
        /// The tokens and nodes of the piece alone, whose ranges begin at it.
        package var tree: SyntaxTree { content.tree }
        /// What is wrong with it; the ranges begin at the piece.
        package var diagnostics: [Diagnostic] { content.diagnostics }
        /// What it means; the ranges begin at the piece. Nil where an error leaves no meaning.
        package var statement: Statement? { content.statement }
        /// The bytes of the statement in the draft, without what is before it.
        package var statementRange: ByteRange {
            absolute(content.range ?? ByteRange(range.count, range.count))
        }

        /// A range that begins at the piece as one of the draft.
        package func absolute(_ range: ByteRange) -> ByteRange { range.shifted(by: self.range.lower) }

        /// The path of an `include`, and its bytes in the piece.
        var inclusion: (path: String, range: ByteRange)? { content.inclusion }
    }

    /// What was read of a statement. A class, so that moving ten thousand statements copies ten thousand references.
    final class Content: Sendable {
        let reading: Int
        let tree: SyntaxTree
        let statement: Statement?
        let range: ByteRange?
        let diagnostics: [Diagnostic]
        let inclusion: (path: String, range: ByteRange)?
        /// The names that it asks for, with the reading of what defined each; nil for one that nothing defines.
        let uses: [(name: String, reading: Int?)]
        /// All names above it, on which a suggestion for an unknown one depends.
        let namesAbove: Fingerprint
        /// The name that it wants to define, and whether the script has defined it above.
        let definition: (name: String, isTaken: Bool)?
        /// Whether what follows depends on it by more than its place.
        let isNaming: Bool

        init(
            reading: Int, _ script: Script, uses: [(name: String, reading: Int?)], namesAbove: Fingerprint,
            definition: (name: String, isTaken: Bool)?
        ) {
            self.reading = reading
            tree = script.tree
            let parsed = script.statements.first
            statement = parsed?.statement
            range = parsed?.range
            diagnostics = parsed?.diagnostics ?? []
            self.uses = uses
            self.namesAbove = namesAbove
            self.definition = definition
            if case .command(.include(let path, let range))? = parsed?.statement {
                inclusion = (path, range)
                isNaming = true
            } else {
                inclusion = nil
                isNaming = if case .definition? = parsed?.statement { true } else { false }
            }
        }
    }
}
