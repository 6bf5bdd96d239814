/// Ends work that nobody wants any more. Who runs a statement says how that is known, and everything that works for it asks, however deep
/// below:
///
///     try GivingUp.asking({ Interrupts.isPending }) { try session.run(statement) }
///
/// Where a step takes long, each asks; of small steps, of some microseconds at most, one in a thousand does:
///
///     for quote in quotes { try GivingUp.check(); … }
///
///     var givingUp = GivingUp()
///     for number in numbers { try givingUp.step(); … }
@usableFromInline package struct GivingUp {
    @TaskLocal private static var isGivenUp: @Sendable () -> Bool = { false }

    /// So many small steps lie between two times that it asks.
    @usableFromInline static var stretch: UInt { 1024 }

    private let isGivenUp = GivingUp.isGivenUp
    @usableFromInline var steps: UInt = 0

    @usableFromInline package init() {}

    /// One small step.
    /// - Throws: `StoreError` with the reason `interrupted` where the work is given up.
    @inlinable package mutating func step() throws {
        steps &+= 1
        if steps % GivingUp.stretch == 0 { try giveUpWhereAsked() }
    }

    /// One step that takes long.
    /// - Throws: as `step`.
    package static func check() throws { if isGivenUp() { throw error } }

    @usableFromInline func giveUpWhereAsked() throws { if isGivenUp() { throw GivingUp.error } }

    /// Does some work that is given up once `isGivenUp` says so.
    package static func asking<Value>(
        _ isGivenUp: @Sendable () -> Bool, during work: () throws -> Value
    ) rethrows -> Value {
        // The closure does not outlive this call: whoever asks it works on this thread and for this work.
        try withoutActuallyEscaping(isGivenUp) { try $isGivenUp.withValue($0) { try work() } }
    }

    private static var error: StoreError { StoreError(path: nil, reason: .interrupted) }
}

extension Collection {
    /// The elements in an order, unless that is given up meanwhile.
    @inlinable package func sortedUnlessGivenUp(by isBefore: (Element, Element) throws -> Bool) throws -> [Element] {
        var givingUp = GivingUp()
        return try sorted { a, b in
            try givingUp.step()
            return try isBefore(a, b)
        }
    }
}
