import Articles
import Dates

/// A printed time, as far as the text around it tells: a weekday, `yesterday`, `last month`, `13 January`.
struct TimeExpression {
    let tokens: Range<Int>
    let evidence: DatedEvidence

    /// The first time expression among some tokens; nil where there is none, or where its year cannot be known.
    static func first(in range: Range<Int>, of document: Document, published: DateInterval?) -> TimeExpression? {
        for index in range {
            if let time = at(index, before: range.upperBound, document, published) { return time }
        }
        return nil
    }

    private static func at(
        _ index: Int, before end: Int, _ document: Document, _ published: DateInterval?
    ) -> TimeExpression? {
        let token = document.tokens[index]
        func found(_ count: Int, _ value: DateInterval?, _ basis: DatedEvidence.Basis) -> TimeExpression? {
            let tokens = index..<min(index + count, end)
            return value.map {
                TimeExpression(tokens: tokens, evidence: DatedEvidence($0, basis, document.span(tokens)))
            }
        }
        if let (count, value) = calendarDate(index, end, document, published) { return found(count, value, .explicit) }
        guard let published else { return nil }
        if token.isWeekday, let weekday = Weekday(name: token.lower) {
            let isLast = index > 0 && document.lower(index - 1) == "last"
            return found(
                1,
                onePublished(published) { day in
                    DateInterval(day.latest(weekday).adding(days: isLast && day.weekday == weekday ? -7 : 0))
                }, .weekday)
        }
        switch token.lower {
        case "today", "tonight": return found(1, published, .relative)
        case "yesterday":
            return found(
                1, DateInterval(published.first.adding(days: -1), published.last.adding(days: -1)), .relative)
        case "last" where index + 1 < end:
            switch document.lower(index + 1) {
            case "week":
                return found(
                    2,
                    onePublished(published) { day in
                        let monday = day.latest(.monday)
                        return DateInterval(monday.adding(days: -7), monday.adding(days: -1))
                    }, .relative)
            case "month": return found(2, onePublished(published, month), .relative)
            case "year":
                return found(2, onePublished(published) { DateInterval(year: $0.components.year - 1) }, .relative)
            default: return nil
            }
        default: return nil
        }
    }

    /// The days that an expression means, where it means the same on the first and on the last day of publication.
    private static func onePublished(
        _ published: DateInterval, _ value: (CalendarDay) -> DateInterval?
    ) -> DateInterval? {
        // Over a week and longer every weekday is several days.
        guard published.last.number - published.first.number < 7 else { return nil }
        let days = value(published.first)
        return days == value(published.last) ? days : nil
    }

    private static func month(before day: CalendarDay) -> DateInterval? {
        let (year, month, _) = day.components
        return month == 1 ? DateInterval(year: year - 1, month: 12) : DateInterval(year: year, month: month - 1)
    }

    /// `13 January 2014`, `Jan. 13, 2014`, `January 13`, `January 2014`; a date without a year is the latest one up to publication.
    private static func calendarDate(
        _ index: Int, _ end: Int, _ document: Document, _ published: DateInterval?
    ) -> (count: Int, value: DateInterval)? {
        let number = { (position: Int) in position < end ? Int(document.lower(position)) : nil }
        let monthAt = { (position: Int) -> Int? in
            guard position < end, document.tokens[position].isCapitalized else { return nil }
            return MonthName.number(document.lower(position))
        }
        if let day = number(index), (1...31).contains(day), let month = monthAt(index + 1) {
            if let year = number(index + 2), (1000...2999).contains(year) {
                return interval(year, month, day).map { (3, $0) }
            }
            return latest(month, day, published).map { (2, $0) }
        }
        guard let month = monthAt(index) else { return nil }
        let next = index + 1 < end && document.lower(index + 1) == "." ? index + 2 : index + 1
        if let day = number(next), (1...31).contains(day) {
            let year = next + 1 < end && document.lower(next + 1) == "," ? number(next + 2) : number(next + 1)
            if let year, (1000...2999).contains(year) {
                return interval(year, month, day).map { (next + 3 - index, $0) }
            }
            return latest(month, day, published).map { (next + 1 - index, $0) }
        }
        if let year = number(next), (1000...2999).contains(year) {
            return DateInterval(year: year, month: month).map { (next + 1 - index, $0) }
        }
        return nil
    }

    private static func interval(_ year: Int, _ month: Int, _ day: Int) -> DateInterval? {
        CalendarDay(year: year, month: month, day: day).map { DateInterval($0) }
    }

    private static func latest(_ month: Int, _ day: Int, _ published: DateInterval?) -> DateInterval? {
        published.flatMap { published in
            onePublished(published) { last in
                let year = last.components.year
                guard let same = interval(year, month, day) else { return nil }
                return same.first <= last ? same : interval(year - 1, month, day)
            }
        }
    }
}
