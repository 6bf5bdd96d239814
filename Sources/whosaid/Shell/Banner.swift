import ArgumentParser
import LineEditor
import Presentation

/// What the prompt says first.
enum Banner {
    /// What is there, what can be asked of it, and where help is.
    static func text(title: String, _ contents: ArchiveContents, on page: Page) -> String {
        func dim(_ text: String) -> String {
            page.isColored ? "\u{1B}[2m\(page.paragraphs([text]).dropLast())\u{1B}[0m\n" : page.paragraphs([text])
        }
        return page.paragraphs(["whosaid \(WhoSaid.configuration.version) · \(title): \(contents.counts)"])
            + dim("Ask, for example:") + page.paragraphs(contents.questions.map { "  " + $0.withoutControls() })
            + dim(".help tells what can be asked; TAB completes; Ctrl-D leaves.")
    }
}
