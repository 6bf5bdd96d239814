import Synchronization

/// Who has the terminal while statements run on a thread of their own: they, whenever they write, or whoever gives them up.
///
/// A class, because both threads hold it.
final class Turn: Sendable {
    private enum State { case free, writing, givenUp }
    private let state = Mutex(State.free)

    /// Whether the statements were given up.
    var isGivenUp: Bool { state.withLock { $0 == .givenUp } }

    /// Lets the statements write until `end`.
    /// - Returns: false where they were given up, and may write nothing any more.
    func begin() -> Bool {
        state.withLock { state in
            if state == .givenUp { return false }
            state = .writing
            return true
        }
    }

    /// The statements have written.
    func end() { state.withLock { if $0 == .writing { $0 = .free } } }

    /// Gives the statements up, unless they are writing.
    /// - Returns: whether they are given up.
    func giveUp() -> Bool {
        state.withLock { state in
            if state == .writing { return false }
            state = .givenUp
            return true
        }
    }
}
