import Dates

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The only place that reads the clock.
enum Clock {
    /// The time in UTC: `2026-11-21T06:31:27Z`.
    static var now: String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let numbers = [parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec].map { number in
            number < 10 ? "0\(number)" : "\(number)"
        }
        return "\(Int(parts.tm_year) + 1900)-\(numbers[0])-\(numbers[1])T\(numbers[2...4].joined(separator: ":"))Z"
    }

    /// The seconds since 1970, as the dates of files count them.
    static var seconds: Int { time(nil) }

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
