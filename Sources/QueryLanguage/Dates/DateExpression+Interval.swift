package import Dates

extension DateExpression {
    /// The days that it stands for when it is asked on `today`.
    ///
    ///     DateExpression.last(.month).interval(today: day)   // the calendar month before the one of `day`
    package func interval(today: CalendarDay) -> DateInterval {
        switch self {
        case .interval(let interval): interval
        case .today: DateInterval(today)
        case .yesterday: DateInterval(today.adding(days: -1))
        case .last(let unit): DateExpression.unit(unit, before: 1, today)
        case .this(let unit): DateExpression.unit(unit, before: 0, today)
        case .ago(let count, let unit): DateExpression.unit(unit, before: min(max(0, count), 1_000_000), today)
        case .month(let month): DateExpression.latestMonth(month, today)
        case .monthDay(let month, let day): DateExpression.latestDay(month, day, today)
        case .weekday(let weekday): DateInterval(today.latest(weekday))
        }
    }

    /// The calendar unit that lies `count` units before the one of `today`; never before the year 1.
    private static func unit(_ unit: DateUnit, before count: Int, _ today: CalendarDay) -> DateInterval {
        let earliest = DateInterval(year: 1) ?? DateInterval(today)
        let (year, month, _) = today.components
        switch unit {
        case .day:
            return DateInterval(max(today.adding(days: -count), earliest.first))
        case .week:
            let monday = max(today.latest(.monday).adding(days: -7 * count), earliest.first)
            return DateInterval(monday, monday.adding(days: 6))
        case .month:
            let months = max(year * 12 + month - 1 - count, 12)
            return DateInterval(year: months / 12, month: months % 12 + 1) ?? earliest
        case .year:
            return DateInterval(year: max(1, year - count)) ?? earliest
        }
    }

    /// The latest month of this name that began not after `today`.
    private static func latestMonth(_ month: Int, _ today: CalendarDay) -> DateInterval {
        let (year, current, _) = today.components
        return DateInterval(year: month <= current ? year : year - 1, month: month) ?? DateInterval(today)
    }

    /// The latest such day not after `today`; 29 February looks back to a leap year.
    private static func latestDay(_ month: Int, _ day: Int, _ today: CalendarDay) -> DateInterval {
        let year = today.components.year
        for back in 0...8 {
            if let found = CalendarDay(year: year - back, month: month, day: day), found <= today {
                return DateInterval(found)
            }
        }
        return DateInterval(today)
    }
}
