import ArticleStore
import LineEditor
import WhoSaidKit

extension Addition {
    /// Tells on standard error what was wrong with what was read.
    func reportProblems() {
        for problem in problems { Output.error.line("whosaid: \(problem.sentence.withoutControls())") }
        if unlisted > 0 { Output.error.line("whosaid: and \(unlisted) more problems of this kind") }
    }

    /// What was done: `5 added, 1 new version, 0 unchanged`.
    var summary: String {
        var parts = [
            "\(added.added) added", "\(added.versions) new version\(added.versions == 1 ? "" : "s")",
            "\(added.unchanged) unchanged",
        ]
        if added.replaced > 0 { parts.append("\(added.replaced) annotated anew") }
        if added.decisions > 0 { parts.append("\(added.decisions) correction\(added.decisions == 1 ? "" : "s")") }
        if failures > 0 { parts.append("\(failures) not read") }
        return parts.joined(separator: ", ")
    }
}
