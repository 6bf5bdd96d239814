import LineEditor
import Synchronization

/// A line on the terminal that says that a question takes long, and how it is given up. A class, because the closure that is
/// asked whether to go on draws it, and whoever prints the answer takes it away.
final class WorkingLine: Sendable {
    private struct State {
        var start = ContinuousClock.now
        var shownSeconds = -1
    }

    private let state = Mutex(State())
    private let isShown = Output.error.isTerminal && Terminal.movesCursor

    /// Begins to count the time of a statement.
    func start() { state.withLock { $0 = State() } }

    /// The time since the start.
    var elapsed: Duration { state.withLock { ContinuousClock.now - $0.start } }

    /// Draws the line after half a second, and once more every second.
    func tick() {
        guard isShown else { return }
        let seconds: Int? = state.withLock { state in
            let elapsed = ContinuousClock.now - state.start
            guard elapsed > .milliseconds(500) else { return nil }
            let seconds = Int(elapsed.components.seconds)
            guard seconds != state.shownSeconds else { return nil }
            state.shownSeconds = seconds
            return seconds
        }
        guard let seconds else { return }
        Output.error.write("\r\u{1B}[Kasking for \(seconds) s; Ctrl-C gives it up")
    }

    /// Takes the line away.
    func clear() {
        let wasShown = state.withLock { state in
            defer { state.shownSeconds = -1 }
            return state.shownSeconds >= 0
        }
        if wasShown { Output.error.write("\r\u{1B}[K") }
    }
}
