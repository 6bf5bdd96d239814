/// One day of the Gregorian calendar, as an outlet prints it: no time, no zone, no clock.
package struct CalendarDay: Hashable, Sendable {
    /// Days since 1970-01-01, which is 0.
    package let number: Int

    /// The day with this number of days since 1970-01-01.
    package init(number: Int) { self.number = number }

    /// The day of a year (1...9999), a month (1...12) and a day of that month; nil where there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDay.length(ofMonth: month, year: year)
        else { return nil }
        number = CalendarDay.number(year, month, day)
    }

    /// Reads `2014-01-13`, and nothing else.
    package init?(iso text: String) {
        guard text.utf8.count == 10 else { return nil }
        var (year, month, day) = (0, 0, 0)
        for (place, byte) in text.utf8.enumerated() {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            let digit = Int(byte - UInt8(ascii: "0"))
            switch place {
            case 0..<4: year = 10 * year + digit
            case 5...6: month = 10 * month + digit
            default: day = 10 * day + digit
            }
        }
        self.init(year: year, month: month, day: day)
    }

    /// The year, the month (1...12) and the day of the month.
    package var components: (year: Int, month: Int, day: Int) {
        // Counts from 0000-03-01, so that the leap day is the last of its year (H. Hinnant, "chrono-compatible dates").
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The weekday.
    package var weekday: Weekday { Weekday.allCases[((number + 3) % 7 + 7) % 7] }

    /// The day `days` later; earlier where negative.
    package func adding(days: Int) -> CalendarDay { CalendarDay(number: number + days) }

    /// The latest day with this weekday that is not after this day.
    package func latest(_ weekday: Weekday) -> CalendarDay {
        adding(days: -((self.weekday.index - weekday.index + 7) % 7))
    }

    /// The number of days of a month.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension CalendarDay: Comparable, CustomStringConvertible {
    package static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }

    /// `2014-01-13`.
    package var description: String {
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

/// The days of the week, Monday first as in ISO 8601.
package enum Weekday: String, CaseIterable, Hashable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// 0 for Monday, 6 for Sunday.
    package var index: Int { Weekday.allCases.firstIndex(of: self) ?? 0 }

    /// Reads `Monday`, `mon`, `Mon.`, `Tues`, whatever its case; nil for anything else.
    package init?(name: String) {
        let name = name.lowercased().filter { $0 != "." }
        let short = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        let longer = ["tues": 1, "weds": 2, "thur": 3, "thurs": 3]
        if let day = Weekday(rawValue: name) {
            self = day
        } else if let index = short.firstIndex(of: name) ?? longer[name] {
            self = Weekday.allCases[index]
        } else {
            return nil
        }
    }
}

/// The names of the months.
package enum MonthName {
    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// The number, 1...12, of `January`, `jan`, `Jan.`, `Sept`, whatever its case; nil for anything else.
    package static func number(_ name: String) -> Int? {
        let name = name.lowercased().filter { $0 != "." }
        if let index = names.firstIndex(of: name) { return index + 1 }
        if name == "sept" { return 9 }
        return name.count == 3 ? names.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 } : nil
    }

    /// `January` for 1.
    package static func name(_ month: Int) -> String { names[month - 1].capitalizedFirst }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
