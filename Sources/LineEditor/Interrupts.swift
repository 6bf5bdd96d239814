import CLineEditor

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ctrl-C as a flag: it ends nothing by itself.
package enum Interrupts {
    /// Catches Ctrl-C from now on.
    package static func catchAll() { cle_catch_interrupts(SIGINT) }
    /// Catches what else ends a program too, for work of which no half may stay.
    package static func catchEndings() {
        for number in [SIGINT, SIGTERM, SIGHUP] { cle_catch_interrupts(number) }
    }
    /// Forgets the ones that came.
    package static func clear() { cle_clear_interrupt() }
    /// Whether one came since it was cleared; may be asked from any thread.
    package static var isPending: Bool { cle_is_interrupted() != 0 }
}
