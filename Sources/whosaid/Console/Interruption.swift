import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ctrl-C and its kin during long work: noticed between two steps, so that what is half made can be taken away.
enum Interruption {
    private static let isAskedFor = Atomic<Bool>(false)

    /// Begins to notice.
    static func watch() {
        isAskedFor.store(false, ordering: .relaxed)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { _ in Interruption.isAskedFor.store(true, ordering: .relaxed) }
        }
    }

    /// Ends the work where that was asked for.
    static func check() throws {
        if isAskedFor.load(ordering: .relaxed) {
            throw Failure(message: "stopped: nothing was kept of what was begun", status: 130)
        }
    }
}
