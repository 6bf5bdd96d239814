#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How much processor time something takes: the median of several runs, after one that is not counted. Unlike the time
/// on the clock, it does not hang on what else the machine does.
struct Measure {
    /// The median, in seconds.
    let seconds: Double
    /// The fastest and the slowest run, relative to the median.
    let spread: (fastest: Double, slowest: Double)

    init(repetitions: Int = 7, _ work: () -> Void) {
        work()
        let times = (0..<repetitions).map { _ in
            let start = Measure.processorTime
            work()
            return Measure.processorTime - start
        }.sorted()
        seconds = max(times[times.count / 2], 1e-9)
        spread = (times[0] / seconds, times[times.count - 1] / seconds)
    }

    /// The processor time that the process has taken, in seconds.
    static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
