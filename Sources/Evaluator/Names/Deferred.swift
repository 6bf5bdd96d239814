import ArticleStore
import Synchronization

/// A value that is made when it is first asked for. A class, because all copies of what holds it share it.
final class Deferred<Value: Sendable>: Sendable {
    private let kept: Mutex<Result<Value, any Error>?>
    private let make: @Sendable () throws -> Value

    init(_ make: @escaping @Sendable () throws -> Value) {
        kept = Mutex(nil)
        self.make = make
    }

    /// The value, or what went wrong when it was made.
    var result: Result<Value, any Error> {
        kept.withLock { kept in
            if let kept { return kept }
            let result = Result { try make() }
            // What was given up can still be made.
            if case .failure(let error as StoreError) = result, error.reason == .interrupted { return result }
            kept = result
            return result
        }
    }

    /// What went wrong where it was made; nil also where nobody asked for it.
    var failure: (any Error)? {
        kept.withLock { kept in if case .failure(let error)? = kept { error } else { nil } }
    }
}
