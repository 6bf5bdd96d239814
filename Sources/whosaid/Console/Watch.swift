import ArticleStore
import Dispatch
import Synchronization
import WhoSaidKit

/// Looks after statements from a thread of its own while they run: tells that one takes long, and ends what the archive is doing where
/// the user has given it up, so that neither waits until whoever is at work thinks of asking.
final class Watch: Sendable {
    private struct State {
        var archive: Archive?
        var hasEnded = false
    }

    private let state = Mutex(State())
    private let thread = DispatchQueue(label: "whosaid.watch")

    /// Begins to look.
    /// - Parameter isCancelled: whether what runs is given up.
    init(over working: WorkingLine, _ isCancelled: @Sendable @escaping () -> Bool) {
        look(working, isCancelled)
    }

    /// The archive that is asked.
    var archive: Archive? {
        get { state.withLock { $0.archive } }
        set { state.withLock { $0.archive = newValue } }
    }

    /// Ends it. Nothing is shown or interrupted after that.
    func end() {
        state.withLock { $0.hasEnded = true }
        thread.sync {}
    }

    private func look(_ working: WorkingLine, _ isCancelled: @Sendable @escaping () -> Bool) {
        thread.asyncAfter(deadline: .now() + .milliseconds(20)) { [self] in
            let state = state.withLock { $0 }
            if state.hasEnded { return }
            if isCancelled() { state.archive?.store.interrupt() } else { working.tick() }
            look(working, isCancelled)
        }
    }
}
