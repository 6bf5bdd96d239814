#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A moment in the time that this process has spent on processors.
struct ProcessorTime {
    private let start = clock()

    /// The milliseconds since then.
    var milliseconds: Int { Int(clock() - start) * 1000 / Int(CLOCKS_PER_SEC) }
}
