import CLineEditor

/// Ctrl-C as a flag: it ends nothing by itself.
package enum Interrupts {
    /// Catches Ctrl-C from now on.
    package static func catchAll() { cle_catch_interrupts() }
    /// Forgets the ones that came.
    package static func clear() { cle_clear_interrupt() }
    /// Whether one came since it was cleared; may be asked from any thread.
    package static var isPending: Bool { cle_is_interrupted() != 0 }
}
