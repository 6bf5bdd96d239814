#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Waits.
enum Pause {
    /// Waits so many seconds, or until there is a reason to go on.
    static func seconds(_ count: Int, until isOver: () -> Bool) {
        let end = ContinuousClock.now + .seconds(count)
        while ContinuousClock.now < end, !isOver() { usleep(50_000) }
    }
}
