import ArticleStore
import Dispatch
import LineEditor
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Something of an archive that is read on a thread of its own, while somebody types.
///
/// A class, because that thread and the prompt share it.
final class Fetched<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        /// Whether a key asked for it in vain.
        var isMissed = false
    }

    private let state = Mutex(State())
    private let end = DispatchSemaphore(value: 0)

    /// Begins to read; has `fallback` where that is impossible. Where a key asks before the end, the line is drawn once more then.
    init(on queue: DispatchQueue, else fallback: Value, _ read: @escaping @Sendable () throws -> Value) {
        queue.async {
            let value = Self.value(fallback, read)
            let isMissed = self.state.withLock { state in
                state.value = value
                return state.isMissed
            }
            self.end.signal()
            if isMissed { LineEditor.refresh() }
        }
    }

    /// What is read in the end: to give a question up ends all that the archive is doing, and not only what that is doing.
    private static func value(_ fallback: Value, _ read: () throws -> Value) -> Value {
        while true {
            do {
                return try read()
            } catch let error as StoreError where error.reason == .interrupted {
                usleep(20_000)
            } catch {
                return fallback
            }
        }
    }

    /// What was read; nil while it is still being read.
    func value(_ patience: Patience) -> Value? {
        let known = state.withLock { state in
            if patience == .key, state.value == nil { state.isMissed = true }
            return state.value
        }
        if let known { return known }
        if patience == .key { return nil }
        // Whoever waits later finds what this one has found.
        if end.wait(timeout: .now() + .milliseconds(300)) == .success { end.signal() }
        return state.withLock { $0.value }
    }
}

/// How long somebody waits for what an archive knows.
enum Patience: Sendable {
    /// At every key: not at all, since the line is drawn again when it is there.
    case key
    /// Where it was asked for by a key of its own: a moment.
    case tab
}
