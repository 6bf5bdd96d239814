import LineEditor
import Synchronization

/// A line on the terminal that says that a question takes long, and how it is given up. A class, because the thread that looks after
/// the question draws it, and whoever prints the answer takes it away.
final class WorkingLine: Sendable {
    private struct State {
        /// When the statement at hand began; nil while something else is written.
        var start: ContinuousClock.Instant?
        var shownSeconds = -1
    }

    private let state = Mutex(State())
    private let isShown = Output.error.isTerminal && Terminal.movesCursor

    /// Begins to count the time of a statement.
    func start() { state.withLock { $0 = State(start: .now) } }

    /// The time since the start.
    var elapsed: Duration { state.withLock { $0.start.map { ContinuousClock.now - $0 } ?? .zero } }

    /// Draws the line after half a second, and once more every second.
    func tick() {
        guard isShown else { return }
        state.withLock { state in
            guard let start = state.start else { return }
            let elapsed = ContinuousClock.now - start
            let seconds = Int(elapsed.components.seconds)
            guard elapsed > .milliseconds(500), seconds != state.shownSeconds else { return }
            state.shownSeconds = seconds
            let time = seconds == 0 ? "" : " for \(seconds) s"
            Output.error.write("\r\u{1B}[Kasking\(time); Ctrl-C gives it up")
        }
    }

    /// Takes the line away; it does not come back before the next start.
    func clear() {
        state.withLock { state in
            if state.shownSeconds >= 0 { Output.error.write("\r\u{1B}[K") }
            state = State()
        }
    }
}
