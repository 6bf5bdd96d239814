import ArticleStore
import Synchronization

/// What was found for some keys, such as the names in a script, which an editor asks for at every keystroke. A class, because all copies of
/// what holds it share what was found.
final class Remembered<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// So many are kept.
    private static var limit: Int { 1024 }

    private let kept = Mutex<[Key: Result<Value, any Error>]>([:])
    private let find: @Sendable (Key) throws -> Value

    init(_ find: @escaping @Sendable (Key) throws -> Value) { self.find = find }

    /// What `find` finds; nil where it could not, see `failure`.
    subscript(key: Key) -> Value? {
        if let known = kept.withLock({ $0[key] }) { return try? known.get() }
        let found = Result { try find(key) }
        // What was given up can still be found.
        if case .failure(let error as StoreError) = found, error.reason == .interrupted { return nil }
        kept.withLock { kept in
            if kept.count >= Self.limit { kept = [:] }
            kept[key] = found
        }
        return try? found.get()
    }

    /// What went wrong with one of the keys.
    var failure: (any Error)? {
        kept.withLock { kept in
            kept.values.lazy.compactMap { if case .failure(let error) = $0 { error } else { nil } }.first
        }
    }
}
