import ArgumentParser
import LineEditor

/// What the prompt says first.
enum Banner {
    /// What is there, what can be asked of it, and where help is.
    static func text(title: String, _ contents: ArchiveContents, isColored: Bool) -> String {
        func dim(_ text: String) -> String { isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
        let questions = contents.questions.map { "  " + $0.withoutControls() }
        return
            ([
                "whosaid \(WhoSaid.configuration.version) · \(title): \(contents.counts)",
                dim("Ask, for example:"),
            ] + questions + [dim(".help tells what can be asked; TAB completes; Ctrl-D leaves."), ""]).joined(
                separator: "\n")
    }
}
