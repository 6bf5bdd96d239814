import Synchronization
import Text

/// Something to be done beside the loop that reads messages, because it takes the archive.
struct Job: Sendable {
    /// Has the loop do something with the server, as soon as it can.
    typealias Post = @Sendable (_ action: @escaping @Sendable (inout Server) -> Void) -> Void
    /// Works on a request: what it gives back makes the result of the server as it is by then.
    typealias Work = @Sendable (Cancellation, Post) throws(ResponseError) -> @Sendable (inout Server) -> JSON

    let lane: Lane
    let cancellation: Cancellation
    private let body: @Sendable (Cancellation, Post) -> Void

    init(
        lane: Lane, cancellation: Cancellation = Cancellation(), body: @escaping @Sendable (Cancellation, Post) -> Void
    ) {
        self.lane = lane
        self.cancellation = cancellation
        self.body = body
    }

    /// Jobs of one lane wait for one another.
    enum Lane: Sendable {
        /// Opening archives, running questions.
        case long
        /// What somebody waits for with the hand on the mouse.
        case quick
    }

    func run(_ post: Post) { body(cancellation, post) }
}

/// Whether some work is still wanted. A class, because the loop and the worker share it.
final class Cancellation: Sendable {
    private let flag = Atomic(false)

    var isCancelled: Bool { flag.load(ordering: .relaxed) }

    func cancel() { flag.store(true, ordering: .relaxed) }
}
