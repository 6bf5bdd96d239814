import LineEditor
import WhoSaidKit

/// One line on standard error that tells how far the reading is; nothing where that is no terminal.
struct ProgressLine {
    private let isShown = Output.error.isTerminal && Terminal.movesCursor

    /// Shows how far it is.
    func show(_ progress: Archive.Progress) {
        guard isShown else { return }
        let name = progress.source.split(separator: "/").last.map(String.init) ?? ""
        let line = "reading \(progress.done + 1) of \(progress.total): \(name.withoutControls())"
        Output.error.write("\r\u{1B}[K" + String(line.prefix(70)))
    }

    /// Shows how many of some articles are done.
    func show(_ work: String, _ done: Int, of total: Int) {
        guard isShown, done % 50 == 0 else { return }
        Output.error.write("\r\u{1B}[K\(work) \(done) of \(total)")
    }

    /// Takes the line away.
    func clear() {
        if isShown { Output.error.write("\r\u{1B}[K") }
    }
}
