/// Ends work that nobody wants any more: told of every small step of it, it asks now and then.
struct GivingUp {
    private let isCancelled: () -> Bool
    private var steps: UInt = 0

    /// So many steps, each of some microseconds, lie between two times that it asks.
    private static let stretch: UInt = 1024

    init(_ isCancelled: @escaping () -> Bool) { self.isCancelled = isCancelled }

    /// One step.
    mutating func step() throws {
        steps &+= 1
        if steps % GivingUp.stretch == 0, isCancelled() { throw EvaluationError.cancelled }
    }
}
