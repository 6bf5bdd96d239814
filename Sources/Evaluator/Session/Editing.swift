package import ArticleStore
import Articles

/// Whether a session may change the editorial layer of its archive, and in whose name.
package enum Editing: Sendable {
    case allowed(Editor)
    /// It may not; one sentence says why, and what to do.
    case refused(String)

    /// Who decides, and what follows from a decision.
    package struct Editor: Sendable {
        /// The name under which decisions are kept.
        package var name: String
        /// The time, `2026-11-21T06:31:27Z`.
        package var now: @Sendable () -> String
        /// Joins the articles anew after a decision.
        package var linker: Linker

        package init(name: String, now: @escaping @Sendable () -> String, linker: Linker) {
            self.name = name
            self.now = now
            self.linker = linker
        }

        /// The editor now.
        var mark: DecisionRecord.Mark { DecisionRecord.Mark(editor: name, time: now()) }
    }
}
