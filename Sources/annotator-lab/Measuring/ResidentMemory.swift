#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The memory of this process.
enum ResidentMemory {
    /// The most that was resident so far, in megabytes.
    static var megabytes: Int {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return Int(usage.ru_maxrss) >> 10
        #else
            getrusage(RUSAGE_SELF, &usage)
            return Int(usage.ru_maxrss) >> 20
        #endif
    }
}
