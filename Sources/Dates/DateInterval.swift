/// The calendar days from a first to a last one, both included: what a date literal or a printed date means.
///
///     DateInterval(iso: "2014-01")?.description   // "2014-01", the 31 days of that month
package struct DateInterval: Hashable, Sendable {
    /// The first day.
    package let first: CalendarDay
    /// The last day, never before the first.
    package let last: CalendarDay

    /// The days from `first` to `last`; swapped where they are in the wrong order.
    package init(_ first: CalendarDay, _ last: CalendarDay) {
        self.first = min(first, last)
        self.last = max(first, last)
    }

    /// One day.
    package init(_ day: CalendarDay) { self.init(day, day) }

    /// A whole year; nil outside 1...9999.
    package init?(year: Int) {
        guard let first = CalendarDay(year: year, month: 1, day: 1),
            let last = CalendarDay(year: year, month: 12, day: 31)
        else { return nil }
        self.init(first, last)
    }

    /// A whole month; nil where there is no such month.
    package init?(year: Int, month: Int) {
        guard (1...12).contains(month), let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
        self.init(first, first.adding(days: CalendarDay.length(ofMonth: month, year: year) - 1))
    }

    /// Reads `2014-01-13`, `2014-01`, `2014` or `2014-01-13/2014-01-20`, the forms that `description` prints.
    package init?(iso text: String) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if halves.count == 2, let first = DateInterval(iso: halves[0]), let last = DateInterval(iso: halves[1]) {
            self.init(first.first, last.last)
        } else if let day = CalendarDay(iso: text) {
            self.init(day)
        } else {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard parts[0].count == 4, parts.count <= 2, let year = Int(parts[0]) else { return nil }
            guard parts.count == 2 else {
                self.init(year: year)
                return
            }
            guard parts[1].count == 2, let month = Int(parts[1]) else { return nil }
            self.init(year: year, month: month)
        }
    }

    /// Whether it is one day.
    package var isDay: Bool { first == last }

    /// Whether every day of `other` is in it.
    package func contains(_ other: DateInterval) -> Bool { first <= other.first && other.last <= last }

    /// Whether both share a day.
    package func overlaps(_ other: DateInterval) -> Bool { first <= other.last && other.first <= last }
}

extension DateInterval: Comparable, CustomStringConvertible {
    /// By first day, then by last.
    package static func < (a: DateInterval, b: DateInterval) -> Bool { (a.first, a.last) < (b.first, b.last) }

    /// `2014-01-13`, `2014-01`, `2014`, or both ends around a slash.
    package var description: String {
        let start = first.components
        if isDay { return first.description }
        if self == DateInterval(year: start.year) { return padded(start.year, 4) }
        if self == DateInterval(year: start.year, month: start.month) {
            return "\(padded(start.year, 4))-\(padded(start.month, 2))"
        }
        return "\(first)/\(last)"
    }
}
