package import Evaluator
package import QueryLanguage

/// What an answer is written on: how wide it is, and whether it takes colours.
package struct Page: Hashable, Sendable {
    /// Columns; nil for a pipe or a file, where nothing is wrapped or cut.
    package var width: Int?
    /// Whether escape sequences for colours may be written.
    package var isColored: Bool

    package init(width: Int? = nil, isColored: Bool = false) {
        self.width = width
        self.isColored = isColored
    }

    /// An answer in a format; ends with a line end unless it is empty.
    package func render(_ answer: Answer, as format: OutputFormat) -> String { fatalError("contract") }

    /// Any other outcome of a statement as text for eyes.
    package func render(_ outcome: Session.Outcome) -> String { fatalError("contract") }

    /// A diagnostic under the line of the text that it is about. `name` is the script's path; nil at the prompt.
    package func render(_ diagnostic: Diagnostic, in text: String, name: String? = nil) -> String {
        fatalError("contract")
    }
}
