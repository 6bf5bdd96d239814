import LineEditor
import WhoSaidKit

/// One line on standard error that tells how far the reading is; nothing where that is no terminal.
struct ProgressLine {
    private let isShown = Output.error.isTerminal && Terminal.movesCursor
    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant?

    /// Shows how far it is, at most ten times a second.
    mutating func show(_ progress: Archive.Progress) {
        let now = ContinuousClock.now
        guard isShown, progress.isLinking || last.map({ now - $0 >= .milliseconds(100) }) ?? true else { return }
        last = now
        let width = max(20, Output.error.width ?? 80) - 1
        Output.error.write("\r\u{1B}[K" + String(progress.sentence(after: now - start).prefix(width)))
    }

    /// Shows how many of some articles are done.
    func show(_ work: String, _ done: Int, of total: Int) {
        guard isShown, done % 50 == 0 else { return }
        Output.error.write("\r\u{1B}[K\(work) \(done) of \(total)")
    }

    /// Takes the line away.
    func clear() {
        if isShown, last != nil { Output.error.write("\r\u{1B}[K") }
    }
}
