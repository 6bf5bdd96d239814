package import QueryLanguage
package import Text

extension Draft {
    /// What a file that is included defines.
    package struct Inclusion: Hashable, Sendable {
        /// What every `$name` of the file, and of those that it includes, stands for.
        package var definitions: [String: Statement.Definition.Value]
        /// Where each name is defined.
        package var places: [String: Place] = [:]
        /// The questions that lead to the answer that is the last one at the end of the file, in order.
        package var questions: [Statement] = []
        /// Why the file cannot be included; its range says nothing.
        package var problem: Diagnostic?

        package init(definitions: [String: Statement.Definition.Value], problem: Diagnostic? = nil) {
            self.definitions = definitions
            self.problem = problem
        }

        /// The bytes of a name in a file.
        package struct Place: Hashable, Sendable {
            package var path: String
            package var range: ByteRange

            package init(path: String, range: ByteRange) {
                self.path = path
                self.range = range
            }
        }
    }

    /// Whether any statement includes a file.
    package var includesFiles: Bool { pieces.contains { $0.inclusion != nil } }

    /// The paths of all `include` statements, as they are written.
    package var inclusionPaths: [String] { pieces.compactMap { $0.inclusion?.path } }
}
