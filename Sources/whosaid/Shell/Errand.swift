import Dispatch
import LineEditor
import Synchronization
import WhoSaidKit

/// Statements that run on a thread of their own, so that Ctrl-C brings the prompt back at once, even where it takes long to let go of all
/// that was read by then.
///
/// A class, because that thread and the prompt share it.
final class Errand: Sendable {
    /// How often the prompt looks whether Ctrl-C came, and how long it leaves the statements to end by themselves: those who were about to
    /// write an answer do so, and say themselves that they were given up.
    private static let (glance, grace) = (DispatchTimeInterval.milliseconds(5), Duration.milliseconds(15))

    private let turn = Turn()
    private let end = DispatchSemaphore(value: 0)
    private let left = Mutex<StatementRunner?>(nil)

    /// Begins to run a text.
    init(_ text: ScriptText, by runner: StatementRunner, on thread: DispatchQueue) {
        thread.async { [self] in
            var runner = runner
            runner.run(text, isCancelled: { self.turn.isGivenUp || Interrupts.isPending }, turn: turn)
            left.withLock { $0 = runner }
            end.signal()
        }
    }

    /// The runner as the statements have left it; nil while they are at work.
    var result: StatementRunner? { left.withLock { $0 } }

    /// Waits until the statements have ended or are given up.
    /// - Returns: the runner as they have left it; nil where they were given up, and still have to let go of what they hold.
    func wait() -> StatementRunner? {
        var pressed: ContinuousClock.Instant?
        while end.wait(timeout: .now() + Errand.glance) == .timedOut {
            guard Interrupts.isPending else {
                pressed = nil
                continue
            }
            let start = pressed ?? .now
            pressed = start
            if ContinuousClock.now - start >= Errand.grace, turn.giveUp() { return nil }
        }
        // Whoever waits later finds the end too.
        end.signal()
        return result
    }
}
