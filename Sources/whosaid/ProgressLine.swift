import LineEditor
import WhoSaidKit

/// One line on standard error that tells how far the reading is; nothing where that is no terminal.
struct ProgressLine {
    private let isShown = Output.error.isTerminal && Terminal.movesCursor
    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant?

    /// Shows how far an `add` is.
    mutating func show(_ progress: Archive.Progress) {
        show(always: progress.isLinking) { progress.sentence(after: $0) }
    }

    /// Shows how many of some articles are done.
    mutating func show(_ work: String, _ done: Int, of total: Int) { show { _ in "\(work) \(done) of \(total)" } }

    /// Shows what `sentence` makes of the time since the start, at most ten times a second unless `always` is set.
    private mutating func show(always: Bool = false, _ sentence: (Duration) -> String) {
        let now = ContinuousClock.now
        guard isShown, always || last.map({ now - $0 >= .milliseconds(100) }) ?? true else { return }
        last = now
        let width = max(20, Output.error.width ?? 80) - 1
        Output.error.write("\r\u{1B}[K" + String(sentence(now - start).prefix(width)))
    }

    /// Takes the line away.
    mutating func clear() {
        if last != nil { Output.error.write("\r\u{1B}[K") }
        last = nil
    }
}
