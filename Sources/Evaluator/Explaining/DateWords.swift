import Dates
import QueryLanguage

/// Dates as one says them, relative ones with the days that they come to.
struct DateWords {
    let today: CalendarDay

    /// As a name: `13 January 2014`, `last month (December 2013)`.
    func name(_ date: DateExpression) -> String {
        let days = DateWords.name(date.interval(today: today))
        if case .interval = date { return days }
        return "\(Wording.of(date)) (\(days))"
    }

    /// As an answer to when: `on 13 January 2014`, `in January 2014`, `last month (December 2013)`.
    func time(_ date: DateExpression) -> String {
        let interval = date.interval(today: today)
        let preposition =
            switch date {
            case .interval: interval.isDay ? "on " : interval.isNamed ? "in " : "from "
            case .month: "in "
            case .monthDay, .weekday: "on "
            case .today, .yesterday, .last, .this, .ago: ""
            }
        return preposition + name(date)
    }

    /// The test of a date against one: `before 2014`, `no later than 13 January 2014`.
    func comparison(_ comparison: Comparison, _ date: DateExpression) -> String {
        switch comparison {
        case .less: "before \(name(date))"
        case .atMost: "no later than \(name(date))"
        case .greater: "after \(name(date))"
        case .atLeast: "no earlier than \(name(date))"
        }
    }

    /// Days in words: `13 January 2014`, `January 2014`, `2014`, `6 January 2014 to 12 January 2014`.
    static func name(_ days: DateInterval) -> String {
        let (year, month, _) = days.first.components
        if days.isDay { return name(days.first) }
        if days == DateInterval(year: year) { return String(year) }
        if days == DateInterval(year: year, month: month) { return "\(MonthName.name(month)) \(year)" }
        return "\(name(days.first)) to \(name(days.last))"
    }

    private static func name(_ day: CalendarDay) -> String {
        let (year, month, number) = day.components
        return "\(number) \(MonthName.name(month)) \(year)"
    }
}

extension DateInterval {
    /// Whether it is a whole month or year, which has a name of its own.
    fileprivate var isNamed: Bool {
        let (year, month, _) = first.components
        return self == DateInterval(year: year) || self == DateInterval(year: year, month: month)
    }
}
