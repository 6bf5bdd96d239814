import Dates

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The only place that reads the clock.
enum Clock {
    /// The day here and now.
    static var today: CalendarDay {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return CalendarDay(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? CalendarDay(number: now / 86_400)
    }
}
