import Dispatch
import Synchronization

/// Something of an archive that is read on a thread of its own, while somebody types.
///
/// A class, because that thread and the prompt share it.
final class Fetched<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        var hasWaited = false
    }

    private let state = Mutex(State())
    private let end = DispatchSemaphore(value: 0)

    /// Begins to read.
    init(on queue: DispatchQueue, _ read: @escaping @Sendable () -> Value) {
        queue.async {
            let value = read()
            self.state.withLock { $0.value = value }
            self.end.signal()
        }
    }

    /// What was read; nil while it is still being read.
    func value(_ patience: Patience) -> Value? {
        let (known, hasWaited) = state.withLock { state in
            defer { state.hasWaited = true }
            return (state.value, state.hasWaited)
        }
        if let known { return known }
        switch patience {
        case .key where hasWaited: return nil
        case .key: wait(.milliseconds(3))
        case .tab: wait(.milliseconds(300))
        }
        return state.withLock { $0.value }
    }

    private func wait(_ time: DispatchTimeInterval) {
        // Whoever waits later finds what this one has found.
        if end.wait(timeout: .now() + time) == .success { end.signal() }
    }
}

/// How long somebody waits for what an archive knows.
enum Patience: Sendable {
    /// At every key: a moment at most, and that once only. Of a small archive it is enough.
    case key
    /// Where it was asked for by a key of its own.
    case tab
}
